-- The turnover that the insured declares, period by period and line by line of its premium (C15).

-- owner: desks/credit/policy
create table credit_declarations (
  policy_id BIGINT not null references credit_policies (id),
  starts_on TEXT not null,                   -- first day of the period
  line BIGINT not null check (line >= 0),    -- of the policy's premium, from 0
  turnover BIGINT not null check (turnover >= 0),  -- cents, HT
  declared_at BIGINT not null,
  declared_by BIGINT not null,               -- account
  primary key (policy_id, starts_on, line)
) {{clustered}};
