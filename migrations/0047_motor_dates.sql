-- Desk motor: dates of a file, suggested, decided, in force (M21–M23).

-- owner: desks/motor/schedule
create table motor_dates (
  id BIGINT not null primary key,
  file_id BIGINT not null references motor_files (id),
  cabinet_id BIGINT not null references organisations (id),
  repairer_id BIGINT not null,               -- who had the file when the date was asked for; 0: nobody yet
  kind TEXT not null check (kind in ('visit', 'repair', 'remote', 'delivery')),
  author TEXT not null check (author in ('repairer', 'cabinet')),
  asked_day TEXT not null,                   -- as first asked for
  asked_time TEXT not null,                  -- Paris, HH:MM; '': the day alone
  day TEXT not null,                         -- what is on the table: the firm's own once it counter-proposed
  time TEXT not null,
  comment TEXT not null,                     -- of who asked
  state TEXT not null check (state in ('suggested', 'countered', 'validated', 'refused', 'withdrawn')),
  in_force BIGINT not null check (in_force in (0, 1)),
  asked_at BIGINT not null,
  asked_by BIGINT not null,                  -- account
  counter_reason TEXT not null,
  decided_at BIGINT,                         -- last answer of either side
  decided_by BIGINT not null,                -- account; 0: nobody yet, or a rule
  reason TEXT not null,                      -- of a refusal, a withdrawal
  version BIGINT not null,                   -- grows with each answer: an answer to what was on the screen only
  check (in_force = 0 or state = 'validated')
);
create unique index motor_dates_open on motor_dates (file_id, kind) where state in ('suggested', 'countered');
create unique index motor_dates_in_force on motor_dates (file_id, kind) where in_force = 1;
create index motor_dates_of_file on motor_dates (file_id, id);
create index motor_dates_to_decide on motor_dates (cabinet_id, asked_at, id) where state = 'suggested';
create index motor_dates_to_answer on motor_dates (repairer_id, asked_at, id) where state = 'countered';
create index motor_dates_of_cabinet on motor_dates (cabinet_id, day, id);
create index motor_dates_of_repairer on motor_dates (repairer_id, day, id);
