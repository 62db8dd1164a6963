-- The files that one person of the broker's follows (C1.handled).
create index credit_placements_handler on credit_placements (broker_id, handled_by, opened_at, id);
