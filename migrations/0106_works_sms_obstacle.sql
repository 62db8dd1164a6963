-- Why the SMS of this request has not left (W15.unsent); empty once it left, and while it waits.
alter table works_mandates add column sms_obstacle TEXT not null default ''
  check (sms_obstacle in ('', 'no_mobile', 'no_gateway', 'failed'));
