#include <set>

#include "base/text.hpp"
#include "base/words.hpp"
#include "db/id_batches.hpp"
#include "desks/motor/file/file.hpp"
#include "desks/motor/file/file_shelf_store.hpp"
#include "desks/motor/file/file_words.hpp"
#include "desks/motor/stored_day.hpp"

namespace motor::file {
namespace {

#define FILE_COLUMNS                                                                                                  \
  "id, cabinet_id, cabinet_code, reference, siret, repairer_id, created_at, created_by, claim_day, inspection_day, "  \
  "insured_name, insured_email, insured_phone, make, model, plate, vin, insurer_code, insurer_name, principal, "      \
  "claim_number, last_amount, place_postal_code, place_name, lat_e6, lon_e6, state, return_to, state_since, posted, " \
  "last_posted_at, last_posted_kind, irreparable_on, insurer_offer_on, owner_answer_on, danger, conformity_on"

constexpr base::Word<Danger> dangers[] = {
    {Danger::none, "", ""},
    {Danger::damaged, "ve", "VE"},
    {Danger::gravely_damaged, "vge", "VGE"},
};

std::optional<places::Point> point(const db::Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return places::Point{row.get<std::int32_t>(column), row.get<std::int32_t>(column + 1)};
}

State state(const db::Row& row, int column) {
  const auto known = state_from_text(row.text(column));
  MANDAT_ASSERT(known);
  return *known;
}

File read(const db::Row& row) {
  File file{};
  file.id = row.get<FileId>(0);
  file.cabinet = row.get<identity::OrganisationId>(1);
  file.cabinet_code = row.text(2);
  file.reference = row.text(3);
  file.siret = row.text(4);
  file.repairer = row.get<std::optional<identity::OrganisationId>>(5).value_or(identity::OrganisationId{});
  file.created = row.get<base::Instant>(6);
  file.created_by = row.get<identity::AccountId>(7);
  file.claim_day = stored_day(row, 8);
  file.inspection_day = stored_day(row, 9);
  file.insured = {row.get<std::string>(10), row.get<std::string>(11), row.get<std::string>(12)};
  file.vehicle = {row.get<std::string>(13), row.get<std::string>(14), row.get<std::string>(15),
                  row.get<std::string>(16)};
  file.insurer = {row.get<std::string>(17), row.get<std::string>(18)};
  file.principal = row.text(19);
  file.claim_number = row.text(20);
  if (row.integer(21) >= 0) file.last_amount = row.get<base::Money>(21);
  file.place = {row.get<std::string>(22), row.get<std::string>(23), point(row, 24)};
  file.position.state = state(row, 26);
  if (!row.text(27).empty()) file.position.return_to = state(row, 27);
  file.state_since = row.get<base::Instant>(28);
  file.posted = row.integer(29);
  if (row.integer(30) != 0) file.last_posted = row.get<base::Instant>(30);
  file.last_posted_kind = row.text(31);
  file.flags = {stored_day(row, 32), stored_day(row, 33), stored_day(row, 34),
                danger_from_text(row.text(35)).value_or(Danger::none), stored_day(row, 36)};
  return file;
}

std::optional<std::int64_t> latitude(const File& file) {
  return file.place.point ? std::optional<std::int64_t>(file.place.point->lat_e6) : std::nullopt;
}
std::optional<std::int64_t> longitude(const File& file) {
  return file.place.point ? std::optional<std::int64_t>(file.place.point->lon_e6) : std::nullopt;
}

std::vector<db::Param> params_of(const File& file) {
  return {{"id", file.id},
          {"cabinet", file.cabinet},
          {"cabinet_code", file.cabinet_code},
          {"reference", file.reference},
          {"siret", file.siret},
          {"repairer", file.repairer ? std::optional(file.repairer) : std::nullopt},
          {"created_at", file.created},
          {"created_by", file.created_by},
          {"claim_day", stored_text(file.claim_day)},
          {"inspection_day", stored_text(file.inspection_day)},
          {"insured_name", file.insured.name},
          {"insured_email", file.insured.email},
          {"insured_phone", file.insured.phone},
          {"make", file.vehicle.make},
          {"model", file.vehicle.model},
          {"plate", file.vehicle.plate},
          {"vin", file.vehicle.vin},
          {"insurer_code", file.insurer.code},
          {"insurer_name", file.insurer.name},
          {"principal", file.principal},
          {"claim_number", file.claim_number},
          {"last_amount", file.last_amount ? file.last_amount->cents : std::int64_t{-1}},
          {"postal_code", file.place.postal_code},
          {"place_name", file.place.name},
          {"lat", latitude(file)},
          {"lon", longitude(file)},
          {"state", to_text(file.position.state)},
          {"return_to", file.position.return_to ? to_text(*file.position.return_to) : std::string_view()},
          {"state_since", file.state_since},
          {"posted", file.posted},
          {"last_posted_at", file.last_posted.value_or(base::Instant{0})},
          {"last_posted_kind", file.last_posted_kind},
          {"irreparable_on", stored_text(file.flags.irreparable_on)},
          {"insurer_offer_on", stored_text(file.flags.insurer_offer_on)},
          {"owner_answer_on", stored_text(file.flags.owner_answer_on)},
          {"danger", to_text(file.flags.danger)},
          {"conformity_on", stored_text(file.flags.conformity_on)},
          {"insured_key", base::fold(file.insured.name)},
          {"vehicle_key", base::fold(file.vehicle_name())},
          {"insurer_key", base::fold(file.insurer.name)},
          {"search_key", search_key(file)}};
}

void count(db::Transaction& tx, std::string_view side, identity::OrganisationId organisation, State state,
           std::int64_t change) {
  tx.execute(
      "INSERT INTO motor_file_counts (side, organisation_id, state, files) "
      "VALUES (:side, :organisation, :state, :change) ON CONFLICT (side, organisation_id, state) "
      "DO UPDATE SET files = motor_file_counts.files + excluded.files",
      {{"side", side}, {"organisation", organisation}, {"state", to_text(state)}, {"change", change}});
}

void count_file(db::Transaction& tx, const File& file, std::int64_t change) {
  count(tx, "cabinet", file.cabinet, file.position.state, change);
  if (file.repairer) count(tx, "repairer", file.repairer, file.position.state, change);
}

}  // namespace

std::string_view to_text(Danger danger) { return base::word_of(dangers, danger).text; }
std::optional<Danger> danger_from_text(std::string_view text) { return base::value_of(dangers, text); }
std::string_view label(Danger danger) { return base::word_of(dangers, danger).label; }

void insert(db::Transaction& tx, const File& file) {
  tx.execute(
      "INSERT INTO motor_files (" FILE_COLUMNS
      ", insured_key, vehicle_key, insurer_key, search_key) VALUES (:id, :cabinet, "
      ":cabinet_code, :reference, :siret, :repairer, :created_at, :created_by, :claim_day, :inspection_day, "
      ":insured_name, :insured_email, :insured_phone, :make, :model, :plate, :vin, :insurer_code, :insurer_name, "
      ":principal, :claim_number, :last_amount, :postal_code, :place_name, :lat, :lon, :state, :return_to, "
      ":state_since, :posted, :last_posted_at, :last_posted_kind, :irreparable_on, :insurer_offer_on, "
      ":owner_answer_on, :danger, "
      ":conformity_on, :insured_key, :vehicle_key, :insurer_key, :search_key)",
      params_of(file));
  count_file(tx, file, 1);
  note_change(tx, {Side::cabinet, file.cabinet}, file.id);
  if (file.repairer) note_change(tx, {Side::repairer, file.repairer}, file.id);
}

void save(db::Transaction& tx, const File& file) {
  const auto before = find(tx, file.id);
  // What was posted is counted for who has the file: less only when it changes hands.
  MANDAT_ASSERT(before && before->cabinet == file.cabinet &&
                (before->posted <= file.posted || before->siret != file.siret));
  tx.execute(
      "UPDATE motor_files SET siret = :siret, repairer_id = :repairer, claim_day = :claim_day, "
      "inspection_day = :inspection_day, insured_name = :insured_name, insured_email = :insured_email, "
      "insured_phone = :insured_phone, make = :make, model = :model, plate = :plate, vin = :vin, "
      "insurer_code = :insurer_code, insurer_name = :insurer_name, principal = :principal, "
      "claim_number = :claim_number, last_amount = :last_amount, place_postal_code = :postal_code, "
      "place_name = :place_name, lat_e6 = :lat, lon_e6 = :lon, state = :state, return_to = :return_to, "
      "state_since = :state_since, posted = :posted, last_posted_at = :last_posted_at, "
      "last_posted_kind = :last_posted_kind, "
      "irreparable_on = :irreparable_on, insurer_offer_on = :insurer_offer_on, owner_answer_on = :owner_answer_on, "
      "danger = :danger, conformity_on = :conformity_on, insured_key = :insured_key, vehicle_key = :vehicle_key, "
      "insurer_key = :insurer_key, "
      "search_key = :search_key WHERE id = :id",
      params_of(file));
  const bool moved = before->repairer != file.repairer;
  note_change(tx, {Side::cabinet, file.cabinet}, file.id);
  if (before->repairer) note_change(tx, {Side::repairer, before->repairer}, file.id);
  if (moved && file.repairer) note_change(tx, {Side::repairer, file.repairer}, file.id);
  if (before->position.state == file.position.state && !moved) return;
  count_file(tx, *before, -1);
  count_file(tx, file, 1);
}

std::optional<File> find(db::Transaction& tx, FileId id) {
  return tx.row("SELECT " FILE_COLUMNS " FROM motor_files WHERE id = :id", {{"id", id}}, read);
}

std::optional<File> find(db::Transaction& tx, FileId id, const identity::Actor& actor) {
  auto file = find(tx, id);
  return file && sees(actor, *file) ? file : std::nullopt;
}

std::unordered_set<FileId> seen_by(db::Transaction& tx, const identity::Actor& actor,
                                   const std::vector<FileId>& files) {
  std::unordered_set<FileId> seen;
  db::each_of(tx, "SELECT " FILE_COLUMNS " FROM motor_files WHERE id IN ({ids})", files, {}, [&](const db::Row& row) {
    const File file = read(row);
    if (sees(actor, file)) seen.insert(file.id);
  });
  return seen;
}

std::optional<FileId> find_by_reference(db::Transaction& tx, identity::OrganisationId cabinet,
                                        std::string_view reference) {
  return tx.value<FileId>("SELECT id FROM motor_files WHERE cabinet_id = :cabinet AND reference = :reference",
                          {{"cabinet", cabinet}, {"reference", reference}});
}

std::int64_t give_to(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view siret,
                     identity::OrganisationId repairer) {
  struct Held {
    identity::OrganisationId holder;
    State state;
    std::int64_t files;
  };
  const auto held = tx.rows(
      "SELECT coalesce(repairer_id, 0), state, count(*) FROM motor_files WHERE cabinet_id = :cabinet AND "
      "siret = :siret AND coalesce(repairer_id, 0) <> :repairer GROUP BY repairer_id, state",
      {{"cabinet", cabinet}, {"siret", siret}, {"repairer", repairer}}, [](const db::Row& row) {
        return Held{row.get<identity::OrganisationId>(0), state(row, 1), row.integer(2)};
      });
  for (const Held& some : held) {
    if (some.holder) count(tx, "repairer", some.holder, some.state, -some.files);
    if (repairer) count(tx, "repairer", repairer, some.state, some.files);
  }
  std::set<identity::OrganisationId> lists;
  for (const Held& some : held)
    if (some.holder) lists.insert(some.holder);
  if (repairer && !held.empty()) lists.insert(repairer);
  for (const auto list : lists) note_change(tx, {Side::repairer, list}, {});
  return tx.execute(
      "UPDATE motor_files SET repairer_id = :owner WHERE cabinet_id = :cabinet AND siret = :siret AND "
      "coalesce(repairer_id, 0) <> :repairer",
      {{"cabinet", cabinet},
       {"siret", siret},
       {"repairer", repairer},
       {"owner", repairer ? std::optional(repairer) : std::nullopt}});
}

}  // namespace motor::file
