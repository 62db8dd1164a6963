-- The broker's list, filtered (P14): what a kind or an insurer leaves is found, counted and sorted within its index; a
-- tab sorted by due date is tested along the sorting index, without opening the rows it passes over.
create index works_claims_kind on works_claims
  (broker_id, kind, status, waiting_for, insurer, declared_at, due_order, id);
create index works_claims_insurer on works_claims
  (broker_id, insurer, status, waiting_for, kind, declared_at, due_order, id);
drop index works_claims_due;
create index works_claims_due on works_claims (broker_id, due_order, id, status, waiting_for);
