-- The policy issued on an accepted offer, its signature, what follows it (C10 to C12, C17).

-- owner: desks/credit/policy
create table credit_policies (
  id BIGINT primary key,
  placement_id BIGINT not null references credit_placements (id),
  broker_id BIGINT not null references organisations (id),
  offer_id BIGINT not null,
  insurer_name TEXT not null,
  number TEXT not null,                      -- of the insurer
  origin TEXT not null check (origin in ('drawn', 'filed')),
  state TEXT not null check (state in ('issued', 'sent', 'signed', 'refused')),
  document_id BIGINT not null,               -- what is to be signed
  document_hash TEXT not null,               -- its SHA-256
  issued_at BIGINT not null,
  signed_at BIGINT,
  effect_on TEXT,
  signed_way TEXT not null default '' check (signed_way in ('', 'code', 'external')),
  signed_document_id BIGINT,
  evidence_document_id BIGINT,
  refusal_reason TEXT not null default ''
);
create index credit_policies_placement on credit_policies (placement_id, id);

-- Who signs, and how far he came; one row a sending.
-- owner: desks/credit/policy
create table credit_signatures (
  id BIGINT primary key,
  policy_id BIGINT not null references credit_policies (id),
  name TEXT not null,
  email TEXT not null,
  phone TEXT not null,                       -- E.164; '' when the code goes by mail
  sent_at BIGINT not null,
  opened_at BIGINT,
  code_link_id BIGINT,                       -- what the code is made of: it is stored nowhere
  code_sent_at BIGINT,
  code_tries BIGINT not null default 0,
  codes_sent BIGINT not null default 0,
  code_verified_at BIGINT,
  read_at BIGINT,                            -- the policy was downloaded
  signed_at BIGINT,
  consent TEXT not null default '',          -- what he ticked, to the letter
  signed_from TEXT not null default '',      -- network address
  ended_at BIGINT                            -- signed, refused, expired, or sent anew
);
create index credit_signatures_policy on credit_signatures (policy_id, id);

-- owner: desks/credit/policy
create table credit_onboarding (
  policy_id BIGINT not null references credit_policies (id),
  item TEXT not null check (item in ('portal', 'limits', 'prospects', 'declarations', 'claims')),
  due_on TEXT not null,
  note TEXT not null default '',             -- the portal's address, who was shown…
  done_on TEXT,
  done_by BIGINT references accounts (id),
  primary key (policy_id, item)
) {{clustered}};
