-- The day of the expert's visit, beside the sub-label that tells of it (W23).
alter table works_claims add column expert_visit_on TEXT;
update works_claims set expert_visit_on =
  (select max(q.expert_visit_on) from works_quotes q where q.claim_id = works_claims.id and q.state = 'at_insurer')
  where detail = 'visit_planned';
