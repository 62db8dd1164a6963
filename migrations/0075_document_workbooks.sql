-- Workbooks that the house makes and sends with a message (C4, P13): documents as the others, in a table of their own
-- since what strangers bring is never kept as one.

-- owner: floor/documents
create table document_workbooks (
  id BIGINT primary key,
  owner_id BIGINT not null references organisations (id),  -- who sends it: its folder in the store
  file_kind TEXT not null,
  file_id BIGINT not null,
  subject_kind TEXT not null,
  subject_id BIGINT not null,
  kind TEXT not null,
  filename TEXT not null check (filename <> ''),
  size BIGINT not null check (size > 0),
  sha256 TEXT not null check (length(sha256) = 64),
  received_at BIGINT not null,
  received_by BIGINT not null
);
create index document_workbooks_of_file on document_workbooks (file_kind, file_id, id);
create index document_workbooks_by_content on document_workbooks (owner_id, sha256, id);
