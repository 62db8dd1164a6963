-- An administrator's pipeline holds the placements of all brokers: it was sorted anew for each page.
create index credit_placements_all on credit_placements (opened_at, id);
create index credit_placements_all_due on credit_placements (due_order, id);
create index credit_placements_all_step on credit_placements (step, due_order, id);
