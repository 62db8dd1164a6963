-- Desk works: firms are kept in memory, and their changes told to those who keep them (ADR 12).

-- The newest changes of whatever decides whether a firm is proposed (db/change_log.hpp).
-- owner: desks/works/tradesman
create table works_firm_changes (
  mark BIGINT not null,
  row_id BIGINT not null,                    -- organisation
  primary key (mark, row_id)
) {{clustered}};
insert into works_firm_changes (mark, row_id) values (0, 0);  -- nothing was forgotten yet

-- The rating moves with time and with the operator's weights: it is reckoned when a firm is ranked.
alter table works_tradesmen drop column rating;

drop table works_reach;
