-- Among thousands of buyers one is found by a word of its name or by its identifier, and those that lack theirs stand
-- apart (C2.unidentified). The key is folded as base::fold does; of the rows that are there, as near as SQL comes to it
-- until they are saved again.
alter table credit_buyers add column search_key TEXT not null default '';

update credit_buyers set search_key = lower(trim(name || ' ' || identifier));
update credit_buyers set search_key = replace(replace(replace(replace(replace(replace(search_key,
  'é', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'à', 'a'), 'â', 'a');
update credit_buyers set search_key = replace(replace(replace(replace(replace(replace(search_key,
  'î', 'i'), 'ï', 'i'), 'ô', 'o'), 'ö', 'o'), 'û', 'u'), 'ù', 'u');
update credit_buyers set search_key = replace(replace(replace(replace(replace(replace(search_key,
  'ü', 'u'), 'ç', 'c'), 'œ', 'oe'), 'ä', 'a'), 'É', 'e'), 'È', 'e');
update credit_buyers set search_key = replace(replace(replace(replace(replace(replace(search_key,
  'Ê', 'e'), 'À', 'a'), 'Â', 'a'), 'Î', 'i'), 'Ô', 'o'), 'Ç', 'c');

create index credit_buyers_unidentified on credit_buyers (placement_id, exposure, id) where identifier = '';
