-- What the client was given each time an offer was proposed to him: the papers as they were then, each named by its
-- hash, and his receipt of the advice (C36).
-- owner: desks/credit/offer
create table credit_proposals (
  id BIGINT primary key,
  placement_id BIGINT not null references credit_placements (id),
  offer_id BIGINT not null references credit_offers (id),
  proposed_at BIGINT not null,
  advice_document_id BIGINT not null,
  advice_hash TEXT not null,                 -- SHA-256, hex
  comparison_document_id BIGINT not null,
  comparison_hash TEXT not null,
  acknowledged_at BIGINT,
  acknowledged_by TEXT not null default ''
);
create index credit_proposals_offer on credit_proposals (offer_id, id);
create index credit_proposals_placement on credit_proposals (placement_id, id);

-- The placement mandate itself, as it was signed; 0: not kept here.
alter table credit_advice add column mandate_document_id BIGINT not null default 0;
-- Who answered for the client in its space; 0: behind his link, or by e-mail.
alter table credit_offers add column decided_account_id BIGINT not null default 0;
-- Why a sending for signature was recalled; empty: it was not.
alter table credit_signatures add column recall_reason TEXT not null default '';
