-- The list of files, filtered (P14, M9, M10): what a filter tests stands in the index that is read for it, so that the
-- rows it passes over are not opened; a plate is found by its beginning however it is written.
drop index motor_files_r_recent;
create index motor_files_r_recent on motor_files (repairer_id, id, posted);
drop index motor_files_c_recent;
create index motor_files_c_recent on motor_files (cabinet_id, id, posted);
drop index motor_files_r_insurer;
create index motor_files_r_insurer on motor_files (repairer_id, insurer_code, id, insurer_key);
drop index motor_files_c_insurer;
create index motor_files_c_insurer on motor_files (cabinet_id, insurer_code, id, insurer_key);
drop index motor_files_posted_at;
create index motor_files_posted_at on motor_files (repairer_id, last_posted_at, id, posted);
create index motor_files_r_plate_key on motor_files
  (repairer_id, (replace(replace(lower(plate), '-', ''), ' ', '')), id);
create index motor_files_c_plate_key on motor_files
  (cabinet_id, (replace(replace(lower(plate), '-', ''), ' ', '')), id);
