-- What the head of the matrix sums up, kept with the test so that a page of it reads its own rows only (C7, P14).

-- '' in counted_on: not counted yet. The counts hold until the last day on which no answer that was valid has ended.
alter table credit_blind_tests add column counted_on TEXT not null default '';
alter table credit_blind_tests add column counted_until TEXT not null default '';
alter table credit_blind_tests add column top_asked BIGINT not null default 0;
alter table credit_blind_tests add column best_covered BIGINT not null default 0;

-- owner: desks/credit/blind_test
create table credit_test_totals (
  test_id BIGINT not null references credit_blind_tests (id),
  submission_id BIGINT not null references credit_submissions (id),
  covered BIGINT not null,                   -- cents, of the exposure asked
  top_covered BIGINT not null,               -- of the ten largest buyers
  granted_cover BIGINT not null,
  partial_cover BIGINT not null,
  granted BIGINT not null,
  partial BIGINT not null,
  refused BIGINT not null,
  pending BIGINT not null,
  other BIGINT not null,
  primary key (test_id, submission_id)
) {{clustered}};
