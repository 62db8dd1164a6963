-- What the matrix compares when insurers were asked more than once (C5, C7): the list as it stood when the last test
-- left, every buyer of it at the exposure last asked for; those without an identifier too, of whom nobody can be asked.
-- owner: desks/credit/blind_test
create table credit_cover_lines (
  placement_id BIGINT not null references credit_placements (id),
  line BIGINT not null,                      -- 1, 2…: the largest exposure first
  buyer_id BIGINT not null,
  name TEXT not null,
  country TEXT not null,
  identifier TEXT not null,                  -- '': no insurer can be asked of this buyer
  exposure BIGINT not null,
  terms_days BIGINT not null,
  primary key (placement_id, line)
) {{clustered}};
insert into credit_cover_lines (placement_id, line, buyer_id, name, country, identifier, exposure, terms_days)
select placement_id, row_number() over (partition by placement_id order by exposure desc, buyer_id), buyer_id, name,
  country, identifier, exposure, terms_days
from (
  select t.placement_id, l.buyer_id, l.name, l.country, l.identifier, l.asked as exposure, l.terms_days
  from credit_blind_tests t join credit_test_lines l on l.test_id = t.id
  where t.number = (select max(last.number) from credit_blind_tests last where last.placement_id = t.placement_id)
  union all
  select b.placement_id, b.id, b.name, b.country, b.identifier, b.exposure, b.terms_days
  from credit_buyers b
  where b.identifier = '' and exists (select 1 from credit_blind_tests t where t.placement_id = b.placement_id)
) known;

-- How many lines the list has, and their exposure: the whole that shares are of.
alter table credit_blind_tests add column listed BIGINT not null default 0;
alter table credit_blind_tests add column exposure BIGINT not null default 0;
-- Apart from `other`, which is insolvency only and expired.
alter table credit_test_totals add column not_asked BIGINT not null default 0;
alter table credit_test_totals add column declined BIGINT not null default 0;
alter table credit_test_totals add column conditional BIGINT not null default 0;  -- of granted and partial
update credit_blind_tests set counted_on = '',
  listed = (select count(*) from credit_cover_lines c where c.placement_id = credit_blind_tests.placement_id),
  exposure = (select cast(coalesce(sum(c.exposure), 0) as bigint) from credit_cover_lines c
    where c.placement_id = credit_blind_tests.placement_id);
