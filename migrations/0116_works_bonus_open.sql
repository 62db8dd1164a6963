-- Statements whose transfer has not been booked, of whatever quarter (W29).
create index works_bonus_statements_open on works_bonus_statements (bill_id) where state <> 'paid';
create index works_bonus_statements_unpaid on works_bonus_statements (broker_id, bill_id) where state = 'unpaid';
