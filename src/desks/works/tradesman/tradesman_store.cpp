#include "desks/works/tradesman/tradesman.hpp"

#include <unordered_map>

#include "db/id_batches.hpp"

namespace works::tradesman {
namespace {

#define TRADESMAN_COLUMNS                                                                                      \
  "organisation_id, state, base_postal_code, base_name, lat_e6, lon_e6, radius_m, weekdays, asked, answered, " \
  "answer_minutes, accepted, closed, live, silences, last_asked_at, lapsed"

Tradesman read(const db::Row& row) {
  const auto state = state_from_text(row.text(1));
  MANDAT_ASSERT(state);
  return {
      .organisation = row.get<identity::OrganisationId>(0),
      .state = *state,
      .base_postal_code = row.get<std::string>(2),
      .base_name = row.get<std::string>(3),
      .lat_e6 = row.get<std::int32_t>(4),
      .lon_e6 = row.get<std::int32_t>(5),
      .radius_m = row.get<int>(6),
      .weekdays = row.get<std::string>(7),
      .record = {.asked = row.get<int>(8),
                 .answered = row.get<int>(9),
                 .answer_minutes = row.get<std::int64_t>(10),
                 .accepted = row.get<int>(11),
                 .closed = row.get<int>(12),
                 .live = row.get<int>(13),
                 .silences = row.get<int>(14),
                 .last_asked_at = row.get<std::optional<base::Instant>>(15)},
      .lapsed = row.get<bool>(16),
  };
}

// `first` is the column of the trade.
Coverage read_coverage(const db::Row& row, int first) {
  return {row.get<std::string>(first), row.get<base::Day>(first + 1), row.get<base::Day>(first + 2),
          row.get<std::string>(first + 3), row.get<documents::DocumentId>(first + 4)};
}
Absence read_absence(const db::Row& row, int first) {
  return {row.integer(first), row.get<base::Day>(first + 1), row.get<base::Day>(first + 2)};
}

void check(const Tradesman& tradesman) {
  MANDAT_ASSERT(radius_allowed(tradesman.radius_m) && weekdays_well_formed(tradesman.weekdays));
}

void insert_coverages(db::Transaction& tx, identity::OrganisationId organisation,
                      const std::vector<Coverage>& coverages) {
  for (const auto& coverage : coverages)
    tx.execute(
        "INSERT INTO works_coverages (organisation_id, trade, valid_from, valid_until, certificate, document_id) "
        "VALUES (:id, :trade, :from, :until, :certificate, :document)",
        {{"id", organisation},
         {"trade", coverage.trade},
         {"from", coverage.valid_from},
         {"until", coverage.valid_until},
         {"certificate", coverage.certificate},
         {"document", coverage.document}});
}

}  // namespace

void insert(db::Transaction& tx, const Tradesman& tradesman, const std::vector<Coverage>& coverages) {
  check(tradesman);
  tx.execute(
      "INSERT INTO works_tradesmen (" TRADESMAN_COLUMNS
      ") VALUES (:id, :state, :postal_code, :commune, :lat, :lon, :radius, :weekdays, :asked, :answered, :minutes, "
      ":accepted, :closed, :live, :silences, :last_asked_at, :lapsed)",
      {{"id", tradesman.organisation},
       {"state", to_text(tradesman.state)},
       {"postal_code", tradesman.base_postal_code},
       {"commune", tradesman.base_name},
       {"lat", tradesman.lat_e6},
       {"lon", tradesman.lon_e6},
       {"radius", tradesman.radius_m},
       {"weekdays", tradesman.weekdays},
       {"asked", tradesman.record.asked},
       {"answered", tradesman.record.answered},
       {"minutes", tradesman.record.answer_minutes},
       {"accepted", tradesman.record.accepted},
       {"closed", tradesman.record.closed},
       {"live", tradesman.record.live},
       {"silences", tradesman.record.silences},
       {"last_asked_at", tradesman.record.last_asked_at},
       {"lapsed", tradesman.lapsed}});
  insert_coverages(tx, tradesman.organisation, coverages);
  note_change(tx, tradesman.organisation);
}

void save(db::Transaction& tx, const Tradesman& tradesman) {
  check(tradesman);
  const auto changed = tx.execute(
      "UPDATE works_tradesmen SET state = :state, base_postal_code = :postal_code, base_name = :commune, "
      "lat_e6 = :lat, lon_e6 = :lon, radius_m = :radius, weekdays = :weekdays WHERE organisation_id = :id",
      {{"id", tradesman.organisation},
       {"state", to_text(tradesman.state)},
       {"postal_code", tradesman.base_postal_code},
       {"commune", tradesman.base_name},
       {"lat", tradesman.lat_e6},
       {"lon", tradesman.lon_e6},
       {"radius", tradesman.radius_m},
       {"weekdays", tradesman.weekdays}});
  MANDAT_ASSERT(changed == 1);
  save_record(tx, tradesman);
}

void set_lapsed(db::Transaction& tx, identity::OrganisationId organisation, bool lapsed) {
  tx.execute("UPDATE works_tradesmen SET lapsed = :lapsed WHERE organisation_id = :id",
             {{"id", organisation}, {"lapsed", lapsed}});
  note_change(tx, organisation);
}

void save_record(db::Transaction& tx, const Tradesman& tradesman) {
  const Record& record = tradesman.record;
  const auto changed = tx.execute(
      "UPDATE works_tradesmen SET asked = :asked, answered = :answered, answer_minutes = :minutes, "
      "accepted = :accepted, closed = :closed, live = :live, silences = :silences, last_asked_at = :last_asked_at "
      "WHERE organisation_id = :id",
      {{"asked", record.asked},
       {"answered", record.answered},
       {"minutes", record.answer_minutes},
       {"accepted", record.accepted},
       {"closed", record.closed},
       {"live", record.live},
       {"silences", record.silences},
       {"last_asked_at", record.last_asked_at},
       {"id", tradesman.organisation}});
  MANDAT_ASSERT(changed == 1);
  note_change(tx, tradesman.organisation);
}

std::optional<Tradesman> find(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.row("SELECT " TRADESMAN_COLUMNS " FROM works_tradesmen WHERE organisation_id = :id", {{"id", organisation}},
                read);
}

std::vector<Tradesman> all(db::Transaction& tx, identity::OrganisationId after, int limit) {
  return tx.rows("SELECT " TRADESMAN_COLUMNS
                 " FROM works_tradesmen WHERE organisation_id > :after ORDER BY organisation_id LIMIT :limit",
                 {{"after", after}, {"limit", limit}}, read);
}

std::vector<identity::OrganisationId> suspended_among(db::Transaction& tx,
                                                      const std::vector<identity::OrganisationId>& firms) {
  std::vector<identity::OrganisationId> found;
  db::each_of(tx,
              "SELECT organisation_id FROM works_tradesmen WHERE state = 'suspended' AND organisation_id IN ({ids}) "
              "ORDER BY organisation_id",
              firms, {}, [&](const db::Row& row) { found.push_back(row.get<identity::OrganisationId>(0)); });
  return found;
}

std::vector<Coverage> coverages_of(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.rows(
      "SELECT trade, valid_from, valid_until, certificate, document_id FROM works_coverages "
      "WHERE organisation_id = :id ORDER BY trade, valid_from",
      {{"id", organisation}}, [](const db::Row& row) { return read_coverage(row, 0); });
}

void replace_coverages(db::Transaction& tx, identity::OrganisationId organisation,
                       const std::vector<Coverage>& coverages) {
  tx.execute("DELETE FROM works_coverages WHERE organisation_id = :id", {{"id", organisation}});
  insert_coverages(tx, organisation, coverages);
  note_change(tx, organisation);
}

std::vector<Absence> absences_of(db::Transaction& tx, identity::OrganisationId organisation, base::Day from) {
  return tx.rows(
      "SELECT id, first_day, last_day FROM works_absences WHERE organisation_id = :id AND last_day >= :from "
      "ORDER BY first_day, id",
      {{"id", organisation}, {"from", from}}, [](const db::Row& row) { return read_absence(row, 0); });
}

void add_absence(platform::Act& act, identity::OrganisationId organisation, base::Day first, base::Day last) {
  act.tx.execute(
      "INSERT INTO works_absences (id, organisation_id, first_day, last_day) VALUES (:id, :firm, :first, :last)",
      {{"id", act.ids.next()}, {"firm", organisation}, {"first", first}, {"last", last}});
  note_change(act.tx, organisation);
}

void remove_absence(platform::Act& act, identity::OrganisationId organisation, std::int64_t absence) {
  const auto removed = act.tx.execute("DELETE FROM works_absences WHERE id = :id AND organisation_id = :firm",
                                      {{"id", absence}, {"firm", organisation}});
  if (removed > 0) note_change(act.tx, organisation);
}

std::vector<Profile> profiles(db::Transaction& tx, const std::vector<identity::OrganisationId>& firms,
                              const std::vector<std::string>& trades, const Period& period) {
  std::vector<Profile> all(firms.size());
  std::unordered_map<identity::OrganisationId, Profile*> of;
  for (std::size_t i = 0; i < firms.size(); ++i) of[firms[i]] = &all[i];
  const auto profile = [&](const db::Row& row) { return of.at(row.get<identity::OrganisationId>(0)); };

  db::each_of(tx, "SELECT " TRADESMAN_COLUMNS " FROM works_tradesmen WHERE organisation_id IN ({ids})", firms, {},
              [&](const db::Row& row) { profile(row)->firm = read(row); });
  for (const auto& trade : trades)
    db::each_of(tx,
                "SELECT organisation_id, trade, valid_from, valid_until, certificate, document_id FROM works_coverages "
                "WHERE organisation_id IN ({ids}) AND trade = :trade AND valid_from <= :day AND valid_until >= :day "
                "ORDER BY organisation_id, valid_from",
                firms, {{"trade", trade}, {"day", period.first}},
                [&](const db::Row& row) { profile(row)->coverages.push_back(read_coverage(row, 1)); });
  db::each_of(tx,
              "SELECT organisation_id, id, first_day, last_day FROM works_absences "
              "WHERE organisation_id IN ({ids}) AND last_day >= :first AND first_day <= :last "
              "ORDER BY organisation_id, first_day, id",
              firms, {{"first", period.first}, {"last", period.last()}},
              [&](const db::Row& row) { profile(row)->absences.push_back(read_absence(row, 1)); });
  return all;
}

}  // namespace works::tradesman
