-- What a firm finds its jobs by (W13, W14): `open_key` at any time, `held_key` only while it holds the job, or did it.
alter table works_mandates add column open_key TEXT not null default '';  -- folded reference, trades, commune
alter table works_mandates add column held_key TEXT not null default '';  -- folded name, phone and address of the insured…

update works_mandates set
  open_key = (select lower(replace(c.reference, '-', ' ')) from works_claims c where c.id = works_mandates.claim_id),
  held_key = (select c.search_key from works_claims c where c.id = works_mandates.claim_id);
