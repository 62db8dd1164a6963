#include "db/id_batches.hpp"
#include "desks/motor/file/file_briefs.hpp"

namespace motor::file {
namespace {

Brief read(const db::Row& row) {
  const auto state = state_from_text(row.text(12));
  MANDAT_ASSERT(state);
  Brief brief{.id = row.get<FileId>(0),
              .reference = row.get<std::string>(1),
              .cabinet = row.get<identity::OrganisationId>(2),
              .repairer = row.get<std::optional<identity::OrganisationId>>(3).value_or(identity::OrganisationId{}),
              .vehicle = row.get<std::string>(4),
              .plate = row.get<std::string>(6),
              .insured = row.get<std::string>(7),
              .place = {row.get<std::string>(8), row.get<std::string>(9)},
              .state = *state};
  const auto model = row.text(5);
  if (!model.empty()) brief.vehicle += " " + std::string(model);
  if (!row.is_null(10)) brief.place.point = places::Point{row.get<std::int32_t>(10), row.get<std::int32_t>(11)};
  return brief;
}

}  // namespace

Briefs::Briefs(db::Transaction& tx, std::vector<FileId> files) {
  db::each_of(tx,
              "SELECT id, reference, cabinet_id, repairer_id, make, model, plate, insured_name, place_postal_code, "
              "place_name, lat_e6, lon_e6, state FROM motor_files WHERE id IN ({ids})",
              files, {}, [&](const db::Row& row) {
                Brief brief = read(row);
                briefs_.emplace(brief.id, std::move(brief));
              });
}

const Brief* Briefs::of(FileId id) const {
  const auto found = briefs_.find(id);
  return found == briefs_.end() ? nullptr : &found->second;
}

std::vector<identity::OrganisationId> Briefs::organisations() const {
  std::vector<identity::OrganisationId> all;
  for (const auto& [id, brief] : briefs_) {
    all.push_back(brief.cabinet);
    all.push_back(brief.repairer);
  }
  return all;
}

}  // namespace motor::file
