// What the index in memory is filled from, all firms at once or those that have changed.
#include "db/id_batches.hpp"
#include "desks/works/tradesman/tradesman.hpp"

namespace works::tradesman {
namespace {

using identity::OrganisationId;

// Of all rows, or of those of the firms.
void read(db::Transaction& tx, const std::string& sql, const std::string& of_firms,
          const std::vector<OrganisationId>* firms, db::Params params, const db::RowReader& reader) {
  if (firms == nullptr)
    tx.each(sql, params, reader);
  else
    db::each_of(tx, sql + of_firms, *firms, params, reader);
}

void read_standings(db::Transaction& tx, const std::vector<OrganisationId>* firms, base::Day from,
                    const StandingReader& reader) {
  read(tx,
       "SELECT organisation_id, state, lat_e6, lon_e6, radius_m, weekdays, asked, answered, answer_minutes, accepted, "
       "closed, live, silences, last_asked_at, lapsed FROM works_tradesmen",
       " WHERE organisation_id IN ({ids})", firms, {}, [&](const db::Row& row) {
         const auto state = state_from_text(row.text(1));
         MANDAT_ASSERT(state);
         reader.firm({.organisation = row.get<OrganisationId>(0),
                      .state = *state,
                      .lapsed = row.get<bool>(14),
                      .base = {row.get<std::int32_t>(2), row.get<std::int32_t>(3)},
                      .radius_m = row.get<int>(4),
                      .weekdays = row.text(5),
                      .record = {.asked = row.get<int>(6),
                                 .answered = row.get<int>(7),
                                 .answer_minutes = row.get<std::int64_t>(8),
                                 .accepted = row.get<int>(9),
                                 .closed = row.get<int>(10),
                                 .live = row.get<int>(11),
                                 .silences = row.get<int>(12),
                                 .last_asked_at = row.get<std::optional<base::Instant>>(13)}});
       });
  read(tx, "SELECT organisation_id, trade, valid_from, valid_until FROM works_coverages",
       " WHERE organisation_id IN ({ids})", firms, {}, [&](const db::Row& row) {
         reader.covers(row.get<OrganisationId>(0), row.text(1), row.get<base::Day>(2), row.get<base::Day>(3));
       });
  read(tx, "SELECT organisation_id, first_day, last_day FROM works_absences WHERE last_day >= :from",
       " AND organisation_id IN ({ids})", firms, {{"from", from}}, [&](const db::Row& row) {
         reader.absent(row.get<OrganisationId>(0), row.get<base::Day>(1), row.get<base::Day>(2));
       });
}

}  // namespace

void read_standings(db::Transaction& tx, base::Day from, const StandingReader& reader) {
  read_standings(tx, nullptr, from, reader);
}

void read_standings(db::Transaction& tx, const std::vector<OrganisationId>& firms, base::Day from,
                    const StandingReader& reader) {
  read_standings(tx, &firms, from, reader);
}

const db::ChangeLog& changes() {
  static const db::ChangeLog log("works_firm_changes");
  return log;
}

void note_change(db::Transaction& tx, identity::OrganisationId organisation) { changes().note(tx, organisation.value); }

}  // namespace works::tradesman
