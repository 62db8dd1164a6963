-- owner: floor/links
create table links (
  id           BIGINT primary key,
  purpose      TEXT   not null,
  file_kind    TEXT   not null,
  file_id      BIGINT not null,
  subject_id   BIGINT not null,
  recipient_id BIGINT not null,             -- organisation
  channel      TEXT   not null check (channel in ('sms', 'mail')),
  generation   BIGINT not null,
  revoked      BIGINT not null default 0 check (revoked in (0, 1)),
  deadline_id  BIGINT not null              -- floor/deadlines
);
create index links_of_subject on links (purpose, subject_id);

-- owner: floor/messages
create table messages (
  id              BIGINT primary key,
  channel         TEXT   not null check (channel in ('mail', 'sms', 'notice')),
  organisation_id BIGINT not null,
  account_id      BIGINT not null,
  address         TEXT   not null,
  subject         TEXT   not null,
  body            TEXT   not null,          -- holds a placeholder for its link, never a token
  link_id         BIGINT not null,          -- floor/links
  link_path       TEXT   not null,
  file_kind       TEXT   not null,
  file_id         BIGINT not null,
  state           TEXT   not null check (state in ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'unknown',
                                                   'failed')),
  created_at      BIGINT not null,
  sent_at         BIGINT,                   -- when the transport took it; known before the state says so
  reported_at     BIGINT,
  read_at         BIGINT,
  attempts        BIGINT not null default 0,   -- times it was handed to the transport
  resends         BIGINT not null default 0,   -- times it went back from unknown to queued
  not_before      BIGINT not null default 0,   -- queued, unknown: wait; sending: until when its sender may be alive
  check ((channel = 'notice') = (address = ''))
);
create index messages_to_send on messages (not_before, id) where state = 'queued';
create index messages_in_doubt on messages (not_before, id) where state in ('sending', 'unknown');
create index messages_of_file on messages (file_kind, file_id, id);
create index messages_of_organisation on messages (organisation_id, id);
create index messages_in_trouble on messages (id) where state in ('undelivered', 'unknown', 'failed');
create index messages_unread on messages (organisation_id) where channel = 'notice' and read_at is null;

-- owner: floor/messages
create table message_attachments (
  message_id  BIGINT not null references messages (id),
  position    BIGINT not null,
  document_id BIGINT not null,              -- floor/documents
  primary key (message_id, position)
);
