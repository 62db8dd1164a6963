-- Joining: sign-up by anybody, validation by the desk, forgotten passwords (P6, P7).

-- An account that exists but may not sign in yet, or not again: its desk has not validated it, or refused it.
-- owner: floor/identity
create table held_accounts (
  account_id BIGINT not null primary key references accounts (id),
  state TEXT not null check (state in ('pending', 'refused')),
  since BIGINT not null,
  reason TEXT not null                       -- of a refusal
);

-- What somebody asked for without being signed in, until his address is confirmed or the delay is over.
-- owner: floor/joining
create table joining_requests (
  id BIGINT not null primary key,
  kind TEXT not null,                        -- slug of the sign-up; 'mot-de-passe'
  state TEXT not null check (state in ('asked', 'mailed', 'confirmed', 'void')),
  email TEXT not null,                       -- lower case; '' once it is over
  password_hash TEXT not null,               -- of a sign-up; '' once it is over
  account_id BIGINT not null,                -- of a forgotten password; 0
  proven BIGINT not null check (proven in (0, 1)),  -- the page's script solved its challenge: a link may be mailed
  tries BIGINT not null,                     -- wrong codes
  asked_at BIGINT not null
);

-- The form as it was typed, without the password.
-- owner: floor/joining
create table joining_fields (
  request_id BIGINT not null references joining_requests (id),
  position BIGINT not null,
  name TEXT not null,
  value TEXT not null,
  primary key (request_id, position)
) {{clustered}};

-- How often a network, or an address, asked within the hour. No address stands here (P11).
-- owner: floor/joining
create table joining_quotas (
  subject TEXT not null primary key,         -- keyed hash
  used BIGINT not null,
  since BIGINT not null
);
create index joining_quotas_by_age on joining_quotas (since);

-- Challenges that were solved and used: each serves once.
-- owner: floor/joining
create table joining_spent_challenges (
  digest TEXT not null primary key,
  expires_at BIGINT not null
);
create index joining_spent_challenges_by_age on joining_spent_challenges (expires_at);
