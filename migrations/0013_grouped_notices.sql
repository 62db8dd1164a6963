-- News that travels together (P5): how each person wants it, and what waits for the next mail.

-- owner: floor/messages
create table notification_choices (
  account_id BIGINT not null references accounts (id),
  topic TEXT not null,                         -- of a desk; empty: everything that has no choice of its own
  choice TEXT not null check (choice in ('mail', 'digest', 'portal')),
  primary key (account_id, topic)
) {{clustered}};

-- owner: floor/messages
create table grouped_news (
  id BIGINT primary key,
  organisation_id BIGINT not null,
  account_id BIGINT not null,
  address TEXT not null,
  subject TEXT not null,
  body TEXT not null,
  file_kind TEXT not null,
  file_id BIGINT not null,
  created_at BIGINT not null,
  due_at BIGINT not null,                      -- when it leaves at the latest
  left_at BIGINT,                              -- when it left
  message_id BIGINT                            -- the mail it left in
);
create index grouped_news_waiting on grouped_news (due_at, id) where left_at is null;
create index grouped_news_of_address on grouped_news (address, left_at);
