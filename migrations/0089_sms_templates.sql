-- The SMS texts that an administrator has changed; the others are the desks' own.
-- owner: floor/sms_templates
create table sms_templates (
  id         BIGINT primary key,
  template   TEXT   not null,            -- "works.request"
  wording    TEXT   not null,
  alphabet   TEXT   not null check (alphabet in ('gsm7', 'as_written')),
  changed_at BIGINT not null,
  changed_by BIGINT not null             -- floor/identity
);
create unique index sms_templates_template on sms_templates (template);
