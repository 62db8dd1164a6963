-- When the approved platform had the bill (P9.platform); 0: not yet, or none is opened.
alter table works_bills add column deposited_at BIGINT not null default 0;
create index works_bills_to_deposit on works_bills (issued_on, id) where deposited_at = 0;
