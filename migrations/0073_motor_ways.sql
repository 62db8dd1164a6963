-- Desk motor: by which ways the rows of the filtered list are found (P14, M9, M10). Along the newest, in a tab or in
-- all of them, each filter is tested within the index; a name of an insurer is a range of its own.
drop index motor_files_r_recent;
create index motor_files_r_recent on motor_files
  (repairer_id, id, posted, claim_day, inspection_day, last_amount, insurer_code, insurer_key, siret, cabinet_code);
drop index motor_files_c_recent;
create index motor_files_c_recent on motor_files
  (cabinet_id, id, posted, claim_day, inspection_day, last_amount, insurer_code, insurer_key, siret, cabinet_code);
drop index motor_files_r_state;
create index motor_files_r_state on motor_files
  (repairer_id, state, id, posted, claim_day, inspection_day, last_amount, insurer_code, insurer_key, siret, cabinet_code);
drop index motor_files_c_state;
create index motor_files_c_state on motor_files
  (cabinet_id, state, id, posted, claim_day, inspection_day, last_amount, insurer_code, insurer_key, siret, cabinet_code);
drop index motor_files_r_insurer;
create index motor_files_r_insurer on motor_files (repairer_id, insurer_code, id);
drop index motor_files_c_insurer;
create index motor_files_c_insurer on motor_files (cabinet_id, insurer_code, id);
create index motor_files_r_insurer_name on motor_files (repairer_id, insurer_key, id);
create index motor_files_c_insurer_name on motor_files (cabinet_id, insurer_key, id);
create index motor_files_c_cabinet on motor_files (cabinet_id, cabinet_code, id);
