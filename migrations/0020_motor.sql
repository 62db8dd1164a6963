-- Desk motor (Réparateurs): adjusting firms and the repairers attached to them, the files they share, documents both ways.

-- What the desk must know of an adjusting firm beyond the organisation.
-- owner: desks/motor/cabinet
create table motor_cabinets (
  organisation_id BIGINT not null primary key references organisations (id),
  code TEXT not null check (code <> ''),     -- "ATMOS": in the CABINET column and the names of its documents (M17)
  last_document BIGINT not null default 0    -- number of the last document it posted
);
create unique index motor_cabinets_code on motor_cabinets (code);

-- A repairer's establishment and a firm that works with it: the firm confirms (M4, M5, M31).
-- owner: desks/motor/attachment
create table motor_attachments (
  id BIGINT not null primary key,
  cabinet_id BIGINT not null references organisations (id),
  establishment_id BIGINT not null references establishments (id),
  repairer_id BIGINT not null references organisations (id),  -- of the establishment
  siret TEXT not null,                                        -- of the establishment
  state TEXT not null check (state in ('requested', 'confirmed', 'refused')),
  requested_at BIGINT not null,
  decided_at BIGINT,
  decided_by BIGINT not null default 0,      -- account of the firm
  reason TEXT not null default ''            -- of a refusal
);
create unique index motor_attachments_pair on motor_attachments (cabinet_id, establishment_id);
create index motor_attachments_siret on motor_attachments (cabinet_id, siret, state);
create index motor_attachments_state on motor_attachments (cabinet_id, state, requested_at, id);
create index motor_attachments_repairer on motor_attachments (repairer_id, state, id);
create index motor_attachments_establishment on motor_attachments (establishment_id, id);

-- A vehicle to inspect or inspected. Unknown texts and days are '': every column of the list sorts without a special
-- case (M10).
-- owner: desks/motor/file
create table motor_files (
  id BIGINT not null primary key,
  cabinet_id BIGINT not null references organisations (id),
  cabinet_code TEXT not null,
  reference TEXT not null check (reference <> ''),  -- the expert's
  siret TEXT not null,                       -- of the repairer, as the firm knows it; '' when none is chosen yet
  repairer_id BIGINT references organisations (id),  -- who may see it: of the confirmed attachment of that SIRET, else null
  created_at BIGINT not null,
  created_by BIGINT not null,
  claim_day TEXT not null,
  inspection_day TEXT not null,
  insured_name TEXT not null,
  insured_email TEXT not null,
  insured_phone TEXT not null,               -- E.164
  make TEXT not null,
  model TEXT not null,
  plate TEXT not null,                       -- as on the car
  vin TEXT not null,
  insurer_code TEXT not null,                -- GTA
  insurer_name TEXT not null,
  principal TEXT not null,                   -- mandant
  claim_number TEXT not null,                -- leading zeros stay (M15)
  last_amount BIGINT not null check (last_amount >= -1),  -- of the latest report; -1: none yet
  place_postal_code TEXT not null,           -- where the vehicle is inspected (M33)
  place_name TEXT not null,
  lat_e6 BIGINT,
  lon_e6 BIGINT,
  state TEXT not null check (state in ('remote_inspection', 'awaiting_appointment', 'visit_planned',
    'awaiting_documents', 'in_progress', 'awaiting_invoice', 'closed')),
  return_to TEXT not null,                   -- where awaiting_documents goes back to, else ''
  state_since BIGINT not null,
  posted BIGINT not null default 0,          -- documents received by the repairer: only grows (M14)
  last_posted_at BIGINT not null default 0,
  irreparable_on TEXT not null default '',   -- VEI: day the firm notified it (M35)
  insurer_offer_on TEXT not null default '',
  owner_answer_on TEXT not null default '',
  danger TEXT not null default '' check (danger in ('', 've', 'vge')),
  conformity_on TEXT not null default '',    -- day of the conformity report
  insured_key TEXT not null,                 -- folded, for order and search
  vehicle_key TEXT not null,
  search_key TEXT not null,
  check ((lat_e6 is null) = (lon_e6 is null)),
  check ((state = 'awaiting_documents') = (return_to <> ''))
);
create unique index motor_files_reference on motor_files (cabinet_id, reference);
create index motor_files_siret on motor_files (cabinet_id, siret, id);
create index motor_files_posted_at on motor_files (repairer_id, last_posted_at, id);
-- One index a column that sorts (M10), for each side; with the state, for the tabs.
create index motor_files_c_recent on motor_files (cabinet_id, id);
create index motor_files_c_state on motor_files (cabinet_id, state, id);
create index motor_files_c_posted on motor_files (cabinet_id, posted, id);
create index motor_files_c_claim on motor_files (cabinet_id, claim_day, id);
create index motor_files_c_inspection on motor_files (cabinet_id, inspection_day, id);
create index motor_files_c_insured on motor_files (cabinet_id, insured_key, id);
create index motor_files_c_vehicle on motor_files (cabinet_id, vehicle_key, id);
create index motor_files_c_plate on motor_files (cabinet_id, plate, id);
create index motor_files_c_insurer on motor_files (cabinet_id, insurer_code, id);
create index motor_files_c_amount on motor_files (cabinet_id, last_amount, id);
create index motor_files_r_recent on motor_files (repairer_id, id);
create index motor_files_r_state on motor_files (repairer_id, state, id);
create index motor_files_r_posted on motor_files (repairer_id, posted, id);
create index motor_files_r_claim on motor_files (repairer_id, claim_day, id);
create index motor_files_r_inspection on motor_files (repairer_id, inspection_day, id);
create index motor_files_r_reference on motor_files (repairer_id, reference, id);
create index motor_files_r_insured on motor_files (repairer_id, insured_key, id);
create index motor_files_r_vehicle on motor_files (repairer_id, vehicle_key, id);
create index motor_files_r_plate on motor_files (repairer_id, plate, id);
create index motor_files_r_insurer on motor_files (repairer_id, insurer_code, id);
create index motor_files_r_amount on motor_files (repairer_id, last_amount, id);
create index motor_files_r_siret on motor_files (repairer_id, siret, id);
create index motor_files_r_cabinet on motor_files (repairer_id, cabinet_code, id);

-- Words of a firm's files, for its search: reference, insured, plate, claim number, make and model.
-- owner: desks/motor/file
create table motor_file_words (
  cabinet_id BIGINT not null,
  word TEXT not null,
  file_id BIGINT not null references motor_files (id),
  primary key (cabinet_id, word, file_id)
) {{clustered}};
create index motor_file_words_of_file on motor_file_words (file_id);

-- How many files an organisation sees in each state: maintained with the file, never counted on a page (P14).
-- owner: desks/motor/file
create table motor_file_counts (
  side TEXT not null check (side in ('cabinet', 'repairer')),
  organisation_id BIGINT not null,
  state TEXT not null,
  files BIGINT not null,
  primary key (side, organisation_id, state)
) {{clustered}};

-- The history of the state (M11), and what else happened to the file as a whole.
-- owner: desks/motor/file
create table motor_file_events (
  id BIGINT not null primary key,
  file_id BIGINT not null references motor_files (id),
  at BIGINT not null,
  account_id BIGINT not null,                -- 0: a delay, the system
  organisation_id BIGINT not null,
  event TEXT not null,
  from_state TEXT not null,
  to_state TEXT not null,
  reason TEXT not null
);
create index motor_file_events_of_file on motor_file_events (file_id, id);

-- How many of a file's posted documents a person has seen: NEW until then, and again after a later one (M13, M14).
-- owner: desks/motor/file
create table motor_reads (
  account_id BIGINT not null references accounts (id),
  file_id BIGINT not null references motor_files (id),
  seen BIGINT not null,
  read_at BIGINT not null,
  primary key (account_id, file_id)
) {{clustered}};
create index motor_reads_of_file on motor_reads (file_id);

-- Until when a person has put the banner of new documents away (M13).
-- owner: desks/motor/file
create table motor_banners (
  account_id BIGINT not null primary key references accounts (id),
  dismissed_at BIGINT not null
);
