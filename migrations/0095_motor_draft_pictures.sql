-- An invoice that waits for its total keeps the picture of its first page, for the list of documents (P3, M19).
alter table motor_invoice_drafts add column has_thumbnail BIGINT not null default 0 check (has_thumbnail in (0, 1));
