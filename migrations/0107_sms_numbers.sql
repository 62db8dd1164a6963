-- Where the SMS of an organisation go when it is not its own phone (W13.number), E.164; empty: not chosen.
alter table organisations add column sms_number TEXT not null default '';
