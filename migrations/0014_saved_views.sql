-- Views of lists that a person named (P14).

-- owner: floor/views
create table saved_views (
  id         BIGINT primary key,
  account_id BIGINT not null references accounts (id),
  list       TEXT   not null,   -- its address: '/travaux'
  name       TEXT   not null check (name <> ''),
  name_key   TEXT   not null,   -- folded
  query      TEXT   not null,   -- what stands after '?'
  saved_at   BIGINT not null
);
create unique index saved_views_name on saved_views (account_id, list, name_key);
