-- Desk works: what administrators' statistics are reckoned from, written with each act (W15, W19, W25).

-- One row for each trade of a request. Nobody's data: a trade, a department, how long things took.
-- owner: desks/works/statistics
create table works_measures (
  mandate_id BIGINT not null references works_mandates (id),
  trade TEXT not null,
  main BIGINT not null check (main in (0, 1)),  -- one row of the request: where each is counted once
  department TEXT not null,
  asked_at BIGINT not null,
  outcome TEXT not null check (outcome in ('waiting', 'answered', 'silent', 'uncounted')),
  answer_minutes BIGINT,                     -- from the emission of the SMS, all three
  quote_minutes BIGINT,
  closure_minutes BIGINT,
  primary key (mandate_id, trade)
) {{clustered}};
create index works_measures_asked on works_measures (asked_at, mandate_id, trade);

insert into works_measures (mandate_id, trade, main, department, asked_at, outcome, answer_minutes, quote_minutes,
    closure_minutes)
  select m.id, t.trade,
    case when t.trade = (select min(x.trade) from works_lot_trades x where x.lot_id = m.lot_id) then 1 else 0 end,
    case when substr(c.place_insee, 1, 2) in ('97', '98') then substr(c.place_insee, 1, 3)
      else substr(c.place_insee, 1, 2) end,
    m.asked_at,
    case when m.answered_at is not null then 'answered'
      when m.state = 'expired' and m.sms_undelivered = 0 then 'silent'
      when m.state = 'asked' then 'waiting'
      else 'uncounted' end,
    (m.answered_at - coalesce(m.sms_sent_at, m.asked_at)) / 60000000,
    ((select min(q.uploaded_at) from works_quotes q where q.mandate_id = m.id)
      - coalesce(m.sms_sent_at, m.asked_at)) / 60000000,
    (i.closed_at - coalesce(m.sms_sent_at, m.asked_at)) / 60000000
  from works_mandates m
    join works_lot_trades t on t.lot_id = m.lot_id
    join works_claims c on c.id = m.claim_id
    left join works_invoices i on i.mandate_id = m.id;
