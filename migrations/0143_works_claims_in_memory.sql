-- The list of a broker's claims is answered from memory (ADR 15).

insert into kept_lists (list, organisation_id, changes)
select distinct 'works.broker', broker_id, 1 from works_claim_counts;

-- A broker's claims are read whole, by id, or one by one: tabs, kinds, insurers and dates are found in memory.
drop index works_claims_recent;
drop index works_claims_status;
drop index works_claims_waiting;
drop index works_claims_due;
drop index works_claims_kind;
drop index works_claims_insurer;
create index works_claims_broker on works_claims (broker_id, id);
