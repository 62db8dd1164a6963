-- One broker's bonuses and statements, newest first, as he takes them away (P13).
create index works_bonus_items_of_broker on works_bonus_items (broker_id, id);
create index works_bonus_statements_of_broker on works_bonus_statements (broker_id, bill_id);
-- Statements whose transfer has not been booked, of whatever quarter (W29).
create index works_bonus_statements_open on works_bonus_statements (bill_id) where state <> 'paid';
create index works_bonus_statements_unpaid on works_bonus_statements (broker_id, bill_id) where state = 'unpaid';
