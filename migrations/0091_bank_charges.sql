-- Charges of the bank are booked (PCG 627): the accounts that lines may name are listed anew.
-- owner: floor/ledger
create table ledger_lines_anew (
  entry_id        BIGINT not null references ledger_entries (id),
  position        BIGINT not null,
  account         TEXT   not null check (account in ('commission_receivable', 'commission_revenue', 'vat_collected',
                                                     'vat_deductible', 'bonus_expense', 'bonus_payable', 'bank',
                                                     'bank_charges')),
  organisation_id BIGINT not null,          -- 0: our own account
  debit           BIGINT not null,          -- cents
  credit          BIGINT not null,
  primary key (entry_id, position),
  check ((debit > 0 and credit = 0) or (debit = 0 and credit > 0))
);
insert into ledger_lines_anew (entry_id, position, account, organisation_id, debit, credit)
  select entry_id, position, account, organisation_id, debit, credit from ledger_lines;
drop table ledger_lines;
alter table ledger_lines_anew rename to ledger_lines;
create index ledger_lines_of_account on ledger_lines (account, organisation_id);
create index ledger_lines_of_organisation on ledger_lines (organisation_id, entry_id);

alter table payment_lines add column currency TEXT not null default 'EUR';
-- What settling it by hand wrote in the ledger; 0: nothing.
alter table payment_lines add column entry_id BIGINT not null default 0;
create index payment_lines_of_entry on payment_lines (entry_id) where entry_id <> 0;
