-- The certificate that covers a job on the day its works begin, kept with the job (W8).

alter table works_coverages add column document_id BIGINT not null default 0;  -- the certificate itself; 0: not kept here

-- owner: desks/works/certificate
create table works_job_starts (
  mandate_id BIGINT not null primary key references works_mandates (id),
  starts_on  TEXT   not null,
  said       TEXT   not null check (said in ('assumed', 'firm')),  -- assumed: the day of acceptance
  uncovered  TEXT   not null,                -- slugs of trades without certificate that day, separated by spaces
  task_id    BIGINT not null                 -- what the administrators' task about them is known by; 0: none
);
create index works_job_starts_uncovered on works_job_starts (mandate_id) where uncovered <> '';

-- owner: desks/works/certificate
create table works_job_certificates (
  mandate_id  BIGINT not null references works_mandates (id),
  position    BIGINT not null,
  certificate TEXT   not null,               -- insurer and policy number, as on it
  valid_from  TEXT   not null,
  valid_until TEXT   not null,
  trades      TEXT   not null,               -- slugs, separated by spaces
  document_id BIGINT not null,               -- in the claim's file; 0: the certificate is not kept here
  primary key (mandate_id, position)
) {{clustered}};
