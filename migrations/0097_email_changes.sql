-- A new e-mail address of an account, until its link is followed or its delay is over (P6).

-- owner: floor/joining
create table email_changes (
  id BIGINT not null primary key,
  account_id BIGINT not null references accounts (id),
  state TEXT not null check (state in ('asked', 'confirmed', 'void')),
  email TEXT not null,                         -- lower case; '' once it is over
  asked_at BIGINT not null
);
create unique index email_changes_asked on email_changes (account_id) where state = 'asked';
create index email_changes_of_account on email_changes (account_id, asked_at);
