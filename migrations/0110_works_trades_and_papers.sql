-- A firm declares trades at any time, holds several qualifications, and is not proposed while a required periodic paper of
-- its own has ended (W2, W3, W8).

alter table works_tradesmen add column lapsed BIGINT not null default 0 check (lapsed in (0, 1));
alter table works_declared_trades add column asked_at BIGINT;  -- declared later, and no administrator has decided; else null
alter table works_papers add column name TEXT not null default '';  -- of a qualification, as the firm calls it
drop index works_papers_kind;
create unique index works_papers_kind on works_papers (organisation_id, kind) where kind <> 'qualification';
create index works_papers_of_organisation on works_papers (organisation_id, kind, state);

-- Who had sent everything waited for nobody.
update works_applications set waiting_since = submitted_at where state = 'submitted' and waiting_since is null
  and not exists (select 1 from works_papers p where p.organisation_id = works_applications.organisation_id
    and p.state <> 'accepted')
  and (select count(*) from works_papers p where p.organisation_id = works_applications.organisation_id
    and p.kind <> 'qualification') >= case role when 'tradesman' then 6 else 4 end;

update works_tradesmen set lapsed = 1 where exists (select 1 from works_papers p
  where p.organisation_id = works_tradesmen.organisation_id and p.kind in ('liability', 'urssaf') and p.state = 'expired'
  and not exists (select 1 from works_checklist c where c.role = 'tradesman' and c.kind = p.kind and c.need <> 'required'));
