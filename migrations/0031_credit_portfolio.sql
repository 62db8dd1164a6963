-- The risk photograph of a placement (C2, C3): the questionnaire as typed, the buyers, the losses of three years.

-- What was typed, right or wrong, so that nothing is lost between two sittings.
-- owner: desks/credit/portfolio
create table credit_questionnaire (
  placement_id BIGINT not null references credit_placements (id),
  field TEXT not null,
  typed TEXT not null,
  saved_at BIGINT not null,
  primary key (placement_id, field)
) {{clustered}};

-- owner: desks/credit/portfolio
create table credit_buyers (
  id BIGINT primary key,
  placement_id BIGINT not null references credit_placements (id),
  name TEXT not null,
  country TEXT not null,                     -- ISO 3166-1 alpha-2
  identifier TEXT not null,                  -- SIREN, or the foreign register's number; '' when not known yet
  exposure BIGINT not null check (exposure >= 0),  -- cents, the highest owed at one time
  terms_days BIGINT not null check (terms_days >= 0),
  sector TEXT not null,
  group_name TEXT not null,
  added_at BIGINT not null
);
-- Never two rows for one company; a name alone says nothing (C3).
create unique index credit_buyers_identifier on credit_buyers (placement_id, country, identifier)
  where identifier <> '';
create index credit_buyers_exposure on credit_buyers (placement_id, exposure, id);

-- owner: desks/credit/portfolio
create table credit_losses (
  id BIGINT primary key,
  placement_id BIGINT not null references credit_placements (id),
  buyer_name TEXT not null,
  amount BIGINT not null check (amount > 0),
  due_on TEXT not null,
  cause TEXT not null check (cause in ('insolvency', 'protracted_default', 'dispute', 'political'))
);
create index credit_losses_placement on credit_losses (placement_id, due_on, id);
