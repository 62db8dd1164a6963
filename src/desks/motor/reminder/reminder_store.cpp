#include "desks/motor/reminder/reminder.hpp"

#include "desks/motor/stored_day.hpp"

namespace motor::reminder {

Standing standing(db::Transaction& tx, FileId file) {
  return tx
      .row("SELECT quiet_until, announced, sent, last_at, since_at FROM motor_reminders WHERE file_id = :file",
           {{"file", file}},
           [](const db::Row& row) {
             const auto last = row.get<base::Instant>(3), since = row.get<base::Instant>(4);
             return Standing{.quiet_until = stored_day(row, 0),
                             .announced = stored_day(row, 1),
                             .sent = row.integer(2),
                             .last = last.micros == 0 ? std::nullopt : std::optional(last),
                             .since = since.micros == 0 ? std::nullopt : std::optional(since)};
           })
      .value_or(Standing{});
}

void save(db::Transaction& tx, FileId file, const Standing& standing) {
  tx.execute(
      "INSERT INTO motor_reminders (file_id, quiet_until, announced, sent, last_at, since_at) "
      "VALUES (:file, :quiet_until, :announced, :sent, :last_at, :since_at) ON CONFLICT (file_id) DO UPDATE SET "
      "quiet_until = excluded.quiet_until, announced = excluded.announced, sent = excluded.sent, "
      "last_at = excluded.last_at, since_at = excluded.since_at",
      {{"file", file},
       {"quiet_until", stored_text(standing.quiet_until)},
       {"announced", stored_text(standing.announced)},
       {"sent", standing.sent},
       {"last_at", standing.last.value_or(base::Instant{0})},
       {"since_at", standing.since.value_or(base::Instant{0})}});
}

Pace pace_of(db::Transaction& tx, identity::OrganisationId cabinet) {
  return tx
      .row(
          "SELECT cap_days, documents_days, invoice_days, again_days, most FROM motor_reminder_paces "
          "WHERE cabinet_id = :cabinet",
          {{"cabinet", cabinet}},
          [](const db::Row& row) {
            return Pace{.cap_days = row.get<int>(0),
                        .documents_days = row.get<int>(1),
                        .invoice_days = row.get<int>(2),
                        .again_days = row.get<int>(3),
                        .most = row.get<int>(4)};
          })
      .value_or(Pace{});
}

void save_pace(platform::Act& act, identity::OrganisationId cabinet, const Pace& pace) {
  act.tx.execute(
      "INSERT INTO motor_reminder_paces (cabinet_id, cap_days, documents_days, invoice_days, again_days, most) "
      "VALUES (:cabinet, :cap, :documents, :invoice, :again, :most) ON CONFLICT (cabinet_id) DO UPDATE SET "
      "cap_days = excluded.cap_days, documents_days = excluded.documents_days, invoice_days = excluded.invoice_days, "
      "again_days = excluded.again_days, most = excluded.most",
      {{"cabinet", cabinet},
       {"cap", pace.cap_days},
       {"documents", pace.documents_days},
       {"invoice", pace.invoice_days},
       {"again", pace.again_days},
       {"most", pace.most}});
}

}  // namespace motor::reminder
