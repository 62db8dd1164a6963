-- Desks that an administrator closed to an organisation; all that its kind has are open otherwise (P2).

-- owner: floor/identity
create table closed_desks (
  organisation_id BIGINT not null references organisations (id),
  desk TEXT not null,                          -- first part of its addresses: "travaux", "credit"
  closed_at BIGINT not null,
  primary key (organisation_id, desk)
) {{clustered}};
