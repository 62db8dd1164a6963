-- Desk motor: the photographs of a remote inspection (EAD), one row a photograph (M11).

-- owner: desks/motor/photos
create table motor_photos (
  id BIGINT not null primary key,
  file_id BIGINT not null references motor_files (id),
  document_id BIGINT not null references documents (id),
  slot TEXT not null check (slot in ('front_left', 'front_right', 'rear_left', 'rear_right', 'plate', 'odometer',
    'damage')),
  author_id BIGINT not null references organisations (id),
  at BIGINT not null,
  standing TEXT not null check (standing in ('kept', 'replaced', 'retake')),
  reason TEXT not null default ''            -- why it is to be taken again
);
create index motor_photos_of_file on motor_photos (file_id, id);
create index motor_photos_document on motor_photos (document_id);
