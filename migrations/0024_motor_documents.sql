-- What the ASSURANCE column is filtered by: the insurer's name, folded (M10).
alter table motor_files add column insurer_key TEXT not null default '';

-- Desk motor: documents both ways, acceptances to pay.

-- Documents both ways (M16, M17, M18): what the floor's row does not know.
-- owner: desks/motor/document
create table motor_documents (
  id BIGINT not null primary key,
  file_id BIGINT not null references motor_files (id),
  document_id BIGINT not null references documents (id),
  way TEXT not null check (way in ('sent', 'posted')),  -- by the repairer, by the firm
  kind TEXT not null check (kind in ('quote', 'invoice', 'wheel_alignment', 'roadworthiness', 'part_invoice', 'other',
    'provisional_report', 'report', 'payment_agreement', 'conformity_report', 'debt_assignment')),
  name TEXT not null,                        -- as shown
  author_id BIGINT not null references organisations (id),
  at BIGINT not null,
  amount BIGINT check (amount >= 0),         -- total TTC of a report, a quote or an invoice
  verdict TEXT not null check (verdict in ('none', 'compliant', 'non_compliant')),  -- of the firm on what was sent
  verdict_reason TEXT not null,
  verdict_at BIGINT,
  agreement TEXT not null check (agreement in ('none', 'agreed', 'disagreed')),     -- of the repairer on a report
  agreement_reason TEXT not null,
  agreement_at BIGINT,
  agreement_by BIGINT not null               -- account
);
create index motor_documents_of_file on motor_documents (file_id, id);
create index motor_documents_document on motor_documents (document_id);

-- The insurer's acceptance to pay (M20); the latest of a file holds.
-- owner: desks/motor/document
create table motor_payment_agreements (
  id BIGINT not null primary key,
  file_id BIGINT not null references motor_files (id),
  document_id BIGINT not null references documents (id),
  amount BIGINT not null check (amount >= 0),
  excess BIGINT not null check (excess >= 0),
  vat_left BIGINT not null check (vat_left >= 0),  -- VAT the customer pays
  valid_until TEXT not null,
  posted_at BIGINT not null
);
create index motor_payment_agreements_of_file on motor_payment_agreements (file_id, id);

-- An invoice that waits for its author to confirm its total (M19); the file itself is kept a day by the store.
-- owner: desks/motor/document
create table motor_invoice_drafts (
  id BIGINT not null primary key,
  file_id BIGINT not null references motor_files (id),
  author_id BIGINT not null references organisations (id),
  sha256 TEXT not null,
  size BIGINT not null,
  filename TEXT not null,
  amount BIGINT,                             -- read in the text of the PDF, when it could be
  at BIGINT not null
);
create index motor_invoice_drafts_by_age on motor_invoice_drafts (at);
create index motor_invoice_drafts_of_file on motor_invoice_drafts (file_id);
