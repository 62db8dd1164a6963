-- Insurers' offers on a placement, and their rounds (C6 to C9).

-- owner: desks/credit/offer
create table credit_offers (
  id BIGINT primary key,
  placement_id BIGINT not null references credit_placements (id),
  broker_id BIGINT not null references organisations (id),
  insurer TEXT not null,                     -- slug
  insurer_name TEXT not null,
  state TEXT not null check (state in ('open', 'recommended', 'accepted', 'declined', 'withdrawn')),
  round BIGINT not null,                     -- the last one
  issued_on TEXT not null,                   -- of the last round
  last_day TEXT,                             -- as the insurer says
  received_at BIGINT not null,
  confirmed_at BIGINT,                       -- by the insurer, after it had expired
  confirmed_until TEXT,                      -- last day
  decided_at BIGINT,
  decided_by TEXT not null default '',       -- name of who answered for the client
  decided_way TEXT not null default '' check (decided_way in ('', 'link', 'email')),
  decided_words TEXT not null default '',    -- of the e-mail, or why not
  limits_stale BIGINT not null default 0 check (limits_stale in (0, 1))
);
create unique index credit_offers_insurer on credit_offers (placement_id, insurer);

-- owner: desks/credit/offer
create table credit_offer_rounds (
  offer_id BIGINT not null references credit_offers (id),
  round BIGINT not null,
  issued_on TEXT not null,
  last_day TEXT,
  quote TEXT not null,                       -- JSON, as `mandat calc regularisation` reads it
  note TEXT not null,                        -- what was asked, what was obtained
  entered_at BIGINT not null,
  entered_by BIGINT not null references accounts (id),
  primary key (offer_id, round)
) {{clustered}};

-- Calls with the insurer's underwriters where one limit decides (C9).
-- owner: desks/credit/offer
create table credit_underwriter_calls (
  id BIGINT primary key,
  offer_id BIGINT not null references credit_offers (id),
  booked_for BIGINT not null,
  underwriter TEXT not null,
  subject TEXT not null,
  outcome TEXT not null default '',
  noted_at BIGINT
);
create index credit_underwriter_calls_offer on credit_underwriter_calls (offer_id, booked_for, id);
