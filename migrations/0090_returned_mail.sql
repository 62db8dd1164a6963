-- owner: floor/messages
create table returned_addresses (
  id              BIGINT primary key,
  address         TEXT   not null,          -- lower case; forgotten when it is over
  account_id      BIGINT not null,          -- whose address it was; 0: nobody's account
  organisation_id BIGINT not null,          -- whom the mail was for; 0: no organisation
  words           TEXT   not null,          -- the gateway's own; empty: told by hand
  since           BIGINT not null,
  ended_at        BIGINT                    -- confirmed, changed, or worth another try
);
create unique index returned_addresses_open on returned_addresses (address) where ended_at is null;
create index returned_addresses_of_account on returned_addresses (account_id) where ended_at is null;
create index returned_addresses_of_organisation on returned_addresses (organisation_id) where ended_at is null;

-- Its reader has just asked for it: it leaves even to an address that returns mail (P5.held).
alter table messages add column asked_for BIGINT not null default 0 check (asked_for in (0, 1));

-- A mail of this mandate to its firm did not arrive (W15.mail_lost).
alter table works_mandates add column mail_lost BIGINT not null default 0 check (mail_lost in (0, 1));
