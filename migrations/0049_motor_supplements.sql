-- Desk motor: more works or news of the works, with photographs, answered line by line (M25).

-- owner: desks/motor/supplement
create table motor_supplements (
  id BIGINT not null primary key,
  file_id BIGINT not null references motor_files (id),
  cabinet_id BIGINT not null references organisations (id),
  repairer_id BIGINT not null references organisations (id),
  sent_at BIGINT not null,
  sent_by BIGINT not null,                   -- account
  photos BIGINT not null check (photos >= 0),
  state TEXT not null check (state in ('sent', 'accepted', 'partly', 'refused')),
  decided_at BIGINT,
  decided_by BIGINT not null,                -- account; 0: nobody yet
  answer TEXT not null                       -- to the whole
);
create index motor_supplements_of_file on motor_supplements (file_id, id);
create index motor_supplements_to_decide on motor_supplements (cabinet_id, sent_at, id) where state = 'sent';

-- A line of the comment: one work, one part.
-- owner: desks/motor/supplement
create table motor_supplement_lines (
  supplement_id BIGINT not null references motor_supplements (id),
  position BIGINT not null check (position > 0),
  said TEXT not null,
  verdict TEXT not null check (verdict in ('none', 'accepted', 'refused')),
  answer TEXT not null,
  primary key (supplement_id, position)
) {{clustered}};
