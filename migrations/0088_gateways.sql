-- What a gateway answered, for the outbox and its dead letters; one queue a channel.
alter table messages add column fault TEXT not null default '';         -- floor/messages/faults.hpp
alter table messages add column fault_detail TEXT not null default '';  -- the gateway's own words
alter table messages add column dismissed_at BIGINT;                    -- an administrator closed this dead letter

drop index messages_to_send;
create index messages_to_send on messages (channel, not_before, id) where state = 'queued';
drop index messages_in_trouble;
create index messages_in_trouble on messages (id)
  where state in ('undelivered', 'unknown', 'failed') and dismissed_at is null;
