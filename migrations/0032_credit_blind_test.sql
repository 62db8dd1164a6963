-- The blind test (C4 to C6): the buyer list without the client's name, asked of several insurers.

-- Insurers of the French market that an administrator changed or added; the others stand in data/credit_insurers.tsv.
-- owner: desks/credit/insurer
create table credit_insurers (
  slug TEXT primary key,
  name TEXT not null,
  organisation_id BIGINT references organisations (id),  -- its underwriters' space here, when it has one
  email TEXT not null,                       -- of its underwriting desk; '' when not known
  active BIGINT not null check (active in (0, 1))
);
create index credit_insurers_organisation on credit_insurers (organisation_id);

-- owner: desks/credit/blind_test
create table credit_blind_tests (
  id BIGINT primary key,
  placement_id BIGINT not null references credit_placements (id),
  broker_id BIGINT not null references organisations (id),
  number BIGINT not null,                    -- 1, 2… of the placement
  code TEXT not null,                        -- TB-2026-000123-1: names neither client nor buyer
  anonymous BIGINT not null check (anonymous in (0, 1)),
  sent_at BIGINT not null,
  due_at BIGINT not null,
  closed_at BIGINT,
  buyers BIGINT not null,
  asked BIGINT not null,                     -- cents, of all lines
  note TEXT not null                         -- to the underwriters
);
create unique index credit_blind_tests_number on credit_blind_tests (placement_id, number);

-- The list as it was asked: later changes of the portfolio leave it alone.
-- owner: desks/credit/blind_test
create table credit_test_lines (
  test_id BIGINT not null references credit_blind_tests (id),
  line BIGINT not null,
  buyer_id BIGINT not null,
  name TEXT not null,
  country TEXT not null,
  identifier TEXT not null,
  asked BIGINT not null,
  terms_days BIGINT not null,
  primary key (test_id, line)
) {{clustered}};

-- One insurer's copy of a test.
-- owner: desks/credit/blind_test
create table credit_submissions (
  id BIGINT primary key,
  test_id BIGINT not null references credit_blind_tests (id),
  placement_id BIGINT not null references credit_placements (id),
  broker_id BIGINT not null references organisations (id),
  insurer TEXT not null,                     -- slug
  insurer_name TEXT not null,
  organisation_id BIGINT references organisations (id),  -- who may answer from a space of its own
  email TEXT not null,
  sent_at BIGINT not null,
  seen_at BIGINT,
  last_answer_at BIGINT,
  completed_at BIGINT,
  declined_at BIGINT,
  decline_reason TEXT not null default '',
  answered BIGINT not null default 0
);
create unique index credit_submissions_insurer on credit_submissions (test_id, insurer);
create index credit_submissions_organisation on credit_submissions (organisation_id, sent_at, id);
create index credit_submissions_placement on credit_submissions (placement_id, id);

-- What is answered now: the RECECO kind, the amount, its validity (C5). The state on screen is derived.
-- owner: desks/credit/blind_test
create table credit_answers (
  submission_id BIGINT not null references credit_submissions (id),
  line BIGINT not null,
  revision BIGINT not null,
  kind TEXT not null check (kind in ('approved', 'partly_approved', 'conditional', 'refused', 'increase_refused',
    'reduced', 'withdrawn', 'pending', 'pre_notice', 'partial_expiry')),
  amount BIGINT not null check (amount >= 0),
  scope TEXT not null check (scope in ('all_risks', 'insolvency_only')),
  valid_until TEXT,                          -- last day
  conditions TEXT not null,
  answered_at BIGINT not null,
  answered_by BIGINT not null,               -- account
  primary key (submission_id, line)
) {{clustered}};

-- Every answer ever given, the present one too.
-- owner: desks/credit/blind_test
create table credit_answer_history (
  submission_id BIGINT not null references credit_submissions (id),
  line BIGINT not null,
  revision BIGINT not null,
  kind TEXT not null,
  amount BIGINT not null,
  scope TEXT not null,
  valid_until TEXT,
  conditions TEXT not null,
  answered_at BIGINT not null,
  answered_by BIGINT not null,
  primary key (submission_id, line, revision)
) {{clustered}};
