-- The second step of a sign-in: codes of an application, recovery codes (P6).

-- owner: floor/identity
create table second_factors (
  account_id BIGINT not null primary key references accounts (id),
  secret TEXT not null,                        -- of RFC 6238, sealed with the server's key
  confirmed_at BIGINT,                         -- null: being set up, asked for nowhere
  last_step BIGINT not null                    -- of the last code that served: none of it or before serves again
);

-- owner: floor/identity
create table recovery_codes (
  account_id BIGINT not null references accounts (id),
  digest TEXT not null,                        -- HMAC under the server's key
  primary key (account_id, digest)
) {{clustered}};

-- Who gave the password and not yet the code.
-- owner: floor/identity
create table half_sessions (
  id TEXT primary key,                         -- SHA-256 of the cookie's secret
  account_id BIGINT not null references accounts (id),
  expires_at BIGINT not null
);
create index half_sessions_by_age on half_sessions (expires_at);
create index half_sessions_of_account on half_sessions (account_id);

-- Accounts of which an administrator asks a second factor.
-- owner: floor/identity
create table required_second_factors (
  account_id BIGINT not null primary key references accounts (id),
  required_at BIGINT not null
);
