-- Desk works: files of which one closure holds and the other does not (W26), found for administrators.
create index works_claims_one_closure on works_claims (declared_at, id)
  where detail in ('job_closed', 'broker_closed');
