-- Organisations, the persons who work there, their sessions (P1, P6).

-- owner: floor/identity
create table organisations (
  id BIGINT primary key,
  siren TEXT,
  name TEXT not null,
  name_folded TEXT not null,
  phone TEXT,
  email TEXT,
  status TEXT not null check (status in ('active', 'suspended', 'closed')),
  created_at BIGINT not null
);
create unique index organisations_siren on organisations (siren);
create index organisations_by_name on organisations (name_folded, id);

-- owner: floor/identity
create table organisation_kinds (
  organisation_id BIGINT not null references organisations (id),
  kind TEXT not null check (kind in ('administrator', 'broker', 'tradesman', 'repairer', 'adjusting_firm', 'insurer',
                                     'insured_company', 'factor')),
  primary key (organisation_id, kind)
) {{clustered}};
-- One operating organisation per database (P1).
create unique index one_operating_organisation on organisation_kinds (kind) where kind = 'administrator';

-- owner: floor/identity
create table establishments (
  id BIGINT primary key,
  organisation_id BIGINT not null references organisations (id),
  siret TEXT,
  street TEXT not null,
  postal_code TEXT not null,
  city TEXT not null,
  insee TEXT not null,                         -- code of the commune; empty when unknown
  lat_e6 BIGINT,
  lon_e6 BIGINT,
  created_at BIGINT not null,
  check ((lat_e6 is null) = (lon_e6 is null))
);
create unique index establishments_siret on establishments (siret);
create index establishments_of_organisation on establishments (organisation_id, id);

-- owner: floor/identity
create table accounts (
  id BIGINT primary key,
  email TEXT not null,                         -- lower case
  name TEXT not null,
  name_folded TEXT not null,
  phone TEXT,                                  -- E.164
  password_hash TEXT not null,
  status TEXT not null check (status in ('active', 'suspended')),
  created_at BIGINT not null,
  last_sign_in_at BIGINT
);
create unique index accounts_email on accounts (email);
create index accounts_by_name on accounts (name_folded, id);

-- owner: floor/identity
create table memberships (
  account_id BIGINT not null references accounts (id),
  organisation_id BIGINT not null references organisations (id),
  role TEXT not null check (role in ('manager', 'member', 'reader')),
  created_at BIGINT not null,
  primary key (account_id, organisation_id)
) {{clustered}};
create index memberships_of_organisation on memberships (organisation_id, account_id);

-- owner: floor/identity
create table sessions (
  id TEXT primary key,                         -- SHA-256 of the cookie's secret
  account_id BIGINT not null,
  organisation_id BIGINT not null,
  created_at BIGINT not null,
  last_seen_at BIGINT not null,
  expires_at BIGINT not null,
  address TEXT not null,
  user_agent TEXT not null,
  revoked BIGINT not null default 0 check (revoked in (0, 1)),
  foreign key (account_id, organisation_id) references memberships (account_id, organisation_id)
);
create index sessions_of_account on sessions (account_id, created_at);

-- owner: floor/identity
create table sign_in_throttles (
  subject TEXT primary key,                    -- keyed hash of an account or of a network address
  failures BIGINT not null,
  last_failure_at BIGINT not null
);
create index sign_in_throttles_by_age on sign_in_throttles (last_failure_at);
