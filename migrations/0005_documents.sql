-- Documents: which file of the store belongs to what (P3).

-- owner: floor/documents
create table documents (
  id BIGINT primary key,
  owner_id BIGINT not null references organisations (id),  -- who brought it: its folder in the store
  file_kind TEXT not null,
  file_id BIGINT not null,
  subject_kind TEXT not null,                              -- '' when it is about the file as a whole
  subject_id BIGINT not null,
  kind TEXT not null,
  filename TEXT not null check (filename <> ''),
  media_type TEXT not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
  size BIGINT not null check (size > 0),
  sha256 TEXT not null check (length(sha256) = 64),
  has_thumbnail BIGINT not null check (has_thumbnail in (0, 1)),
  received_at BIGINT not null,
  received_by BIGINT not null                              -- account; 0 when by a link or by the system
);
create index documents_of_file on documents (file_kind, file_id, id);
create index documents_by_content on documents (owner_id, sha256, id);
