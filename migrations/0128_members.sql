-- Who works for an organisation: colleagues invited by mail, suspended, asking to join (P1).

alter table memberships add column status TEXT not null default 'active'
  check (status in ('active', 'suspended', 'asked'));  -- suspended by a manager; asked: to be let in by one

-- A person invited by a manager, until he follows the link he was mailed.
-- owner: floor/members
create table member_invitations (
  id BIGINT not null primary key,
  organisation_id BIGINT not null references organisations (id),
  email TEXT not null,                         -- lower case
  name TEXT not null,
  role TEXT not null check (role in ('manager', 'member', 'reader')),
  state TEXT not null check (state in ('sent', 'accepted', 'withdrawn', 'expired')),
  invited_by BIGINT not null,                  -- account; 0: the program
  invited_at BIGINT not null,
  ended_at BIGINT
);
create unique index member_invitations_sent on member_invitations (organisation_id, email) where state = 'sent';

-- Who asked for an attachment: his account is released with it, and nobody else's (M4, M5).
alter table motor_attachments add column asked_by BIGINT not null default 0;
