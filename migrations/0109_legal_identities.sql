-- Who the house is on its bills and mandates, beside its name, its SIREN and its address; and the commissions that wait
-- until both sides of their invoice have said who they are (P9.identity).

-- owner: floor/identity
create table legal_identities (
  organisation_id BIGINT not null primary key references organisations (id),
  legal_form TEXT not null,                  -- "SAS au capital de 10 000 €"
  vat_number TEXT not null
);

-- owner: desks/works/commission
create table works_held_commissions (
  mandate_id BIGINT not null primary key references works_mandates (id),
  organisation_id BIGINT not null references organisations (id),
  claim_id BIGINT not null,
  job TEXT not null,
  reference TEXT not null,
  entry_id BIGINT not null,
  net BIGINT not null,
  vat BIGINT not null,
  rate BIGINT not null,
  closed_on TEXT not null,
  reversed BIGINT not null check (reversed in (0, 1))  -- by an administrator: nothing to invoice unless that is reversed
);
create index works_held_commissions_of_organisation on works_held_commissions (organisation_id, mandate_id);
create unique index works_held_commissions_entry on works_held_commissions (entry_id);
