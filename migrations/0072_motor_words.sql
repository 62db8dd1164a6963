-- Desk motor: the words of a file for whoever lists it, its firm and its repairer, each with the column it stands in
-- (M9, M10): a search, and the filters of ASSURÉ and VÉHICULE, find a word's files instead of reading every file.

-- owner: desks/motor/file
create table motor_words (
  organisation_id BIGINT not null,           -- the firm, or who has the file as a repairer
  word TEXT not null,
  field TEXT not null check (field in ('i', 'v', 'o')),  -- of the insured, the vehicle; other than these
  file_id BIGINT not null references motor_files (id),
  primary key (organisation_id, word, field, file_id)
) {{clustered}};

insert into motor_words (organisation_id, word, field, file_id)
select w.cabinet_id, w.word, 'i', w.file_id from motor_file_words w join motor_files f on f.id = w.file_id
where ' ' || f.insured_key || ' ' like '% ' || w.word || ' %';
insert into motor_words (organisation_id, word, field, file_id)
select w.cabinet_id, w.word, 'v', w.file_id from motor_file_words w join motor_files f on f.id = w.file_id
where ' ' || f.vehicle_key || ' ' like '% ' || w.word || ' %';
insert into motor_words (organisation_id, word, field, file_id)
select w.cabinet_id, w.word, 'o', w.file_id from motor_file_words w join motor_files f on f.id = w.file_id
where ' ' || f.insured_key || ' ' || f.vehicle_key || ' ' not like '% ' || w.word || ' %';

insert into motor_words (organisation_id, word, field, file_id)
select f.repairer_id, w.word, w.field, w.file_id from motor_words w join motor_files f on f.id = w.file_id
where f.repairer_id is not null and f.repairer_id <> f.cabinet_id;

drop table motor_file_words;
