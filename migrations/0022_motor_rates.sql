-- Rates of the repairers (M26, M27): each sending is a version that nothing changes afterwards.

-- owner: desks/motor/rates
create table motor_rate_versions (
  id BIGINT not null primary key,
  repairer_id BIGINT not null references organisations (id),
  establishment_id BIGINT references establishments (id),  -- null: all his places
  make TEXT not null,                        -- as typed; '': all makes
  effective_on TEXT not null,
  sent_at BIGINT not null,
  sent_by BIGINT not null references accounts (id)
);
create index motor_rate_versions_repairer on motor_rate_versions (repairer_id, id);
create index motor_rate_versions_establishment on motor_rate_versions (establishment_id, id);

-- owner: desks/motor/rates
create table motor_rate_lines (
  version_id BIGINT not null references motor_rate_versions (id),
  position BIGINT not null,
  company TEXT not null,
  agreement TEXT not null check (agreement in ('', 'yes', 'no')),
  primary key (version_id, position)
) {{clustered}};

-- A cell that was left empty has no row: empty is not 0.
-- owner: desks/motor/rates
create table motor_rate_cells (
  version_id BIGINT not null references motor_rate_versions (id),
  position BIGINT not null,
  column_key TEXT not null,
  hundredths BIGINT not null check (hundredths >= 0),  -- cents, or hundredths of a percent
  primary key (version_id, position, column_key)
) {{clustered}};

-- The firms that receive a version: those of his confirmed attachments that it concerns, and when each acknowledged it.
-- owner: desks/motor/rates
create table motor_rate_receipts (
  version_id BIGINT not null references motor_rate_versions (id),
  cabinet_id BIGINT not null references organisations (id),
  attached BIGINT not null check (attached in (0, 1)),  -- 0: works with them no longer, and sees it no more
  acknowledged_at BIGINT,
  acknowledged_by BIGINT references accounts (id),
  primary key (version_id, cabinet_id)
) {{clustered}};
create index motor_rate_receipts_cabinet on motor_rate_receipts (cabinet_id, attached, version_id);
create index motor_rate_receipts_open on motor_rate_receipts (cabinet_id, version_id)
  where acknowledged_at is null and attached = 1;
