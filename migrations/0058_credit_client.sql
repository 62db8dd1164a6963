-- What the company fills in by link, and lists of buyers that wait for a word on their wrong rows (C2, P7, P13).

-- The link that the company was sent; a new one replaces it.
-- owner: desks/credit/portfolio
create table credit_questionnaire_links (
  placement_id BIGINT primary key references credit_placements (id),
  link_id BIGINT not null references links (id),
  email TEXT not null,                       -- where it went, and where its codes go
  sent_at BIGINT not null,
  withdrawn_at BIGINT
);

-- A list in which rows are to be corrected: its good rows are taken, or all of it is left.
-- owner: desks/credit/portfolio
create table credit_buyer_imports (
  placement_id BIGINT primary key references credit_placements (id),
  source TEXT not null check (source in ('file', 'paste')),
  label TEXT not null,                       -- the file's name
  grid TEXT not null,                        -- its cells
  staged_at BIGINT not null
);

-- The underwriter's own link (C4, P7).
-- owner: desks/credit/blind_test
alter table credit_submissions add column link_id BIGINT not null default 0;
