-- Workspace links (P7): the codes mailed before anything personal is shown.

-- The code itself stands nowhere: it is derived from the token of `code_link_id`.
-- owner: floor/workspace
create table workspace_codes (
  link_id BIGINT primary key references links (id),
  code_link_id BIGINT not null references links (id),
  sent_at BIGINT not null,
  tries BIGINT not null,                       -- of this code
  counted_from BIGINT not null,                -- codes are counted by the hour
  sent_since BIGINT not null                   -- codes sent in that hour
);
