-- Grows with whatever the matrix shows of a test, so that what was drawn of it is known to hold still (P14).
alter table credit_blind_tests add column version BIGINT not null default 0;
