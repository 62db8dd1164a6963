#include "desks/motor/supplement/supplement.hpp"

#include <algorithm>

namespace motor::supplement {

const std::string_view to_decide_sql =
    "SELECT count(*) FROM motor_supplements WHERE cabinet_id = :organisation AND state = 'sent'";
namespace {

#define SUPPLEMENT_COLUMNS \
  "id, file_id, cabinet_id, repairer_id, sent_at, sent_by, photos, state, decided_at, decided_by, answer"

Supplement read(const db::Row& row) {
  const auto state = state_from_text(row.text(7));
  MANDAT_ASSERT(state);
  return {.id = row.get<SupplementId>(0),
          .file = row.get<FileId>(1),
          .cabinet = row.get<identity::OrganisationId>(2),
          .repairer = row.get<identity::OrganisationId>(3),
          .sent_at = row.get<base::Instant>(4),
          .sent_by = row.get<identity::AccountId>(5),
          .photos = row.integer(6),
          .state = *state,
          .decided_at = row.get<std::optional<base::Instant>>(8),
          .decided_by = row.get<identity::AccountId>(9),
          .answer = row.get<std::string>(10)};
}

Line line(const db::Row& row, int column) {
  return {.said = row.get<std::string>(column),
          .verdict = verdict_from_text(row.text(column + 1)).value_or(Verdict::none),
          .answer = row.get<std::string>(column + 2)};
}

}  // namespace

void insert(db::Transaction& tx, const Supplement& supplement) {
  tx.execute("INSERT INTO motor_supplements (" SUPPLEMENT_COLUMNS
             ") VALUES (:id, :file, :cabinet, :repairer, :sent_at, :sent_by, :photos, :state, NULL, 0, '')",
             {{"id", supplement.id},
              {"file", supplement.file},
              {"cabinet", supplement.cabinet},
              {"repairer", supplement.repairer},
              {"sent_at", supplement.sent_at},
              {"sent_by", supplement.sent_by},
              {"photos", supplement.photos},
              {"state", to_text(supplement.state)}});
  int position = 0;
  for (const Line& line : supplement.lines)
    tx.execute(
        "INSERT INTO motor_supplement_lines (supplement_id, position, said, verdict, answer) "
        "VALUES (:supplement, :position, :said, 'none', '')",
        {{"supplement", supplement.id}, {"position", ++position}, {"said", line.said}});
}

void save(db::Transaction& tx, const Supplement& supplement) {
  tx.execute(
      "UPDATE motor_supplements SET state = :state, decided_at = :decided_at, decided_by = :decided_by, "
      "answer = :answer WHERE id = :id",
      {{"id", supplement.id},
       {"state", to_text(supplement.state)},
       {"decided_at", supplement.decided_at},
       {"decided_by", supplement.decided_by},
       {"answer", supplement.answer}});
  int position = 0;
  for (const Line& line : supplement.lines)
    tx.execute(
        "UPDATE motor_supplement_lines SET verdict = :verdict, answer = :answer "
        "WHERE supplement_id = :supplement AND position = :position",
        {{"supplement", supplement.id},
         {"position", ++position},
         {"verdict", to_text(line.verdict)},
         {"answer", line.answer}});
}

std::vector<Supplement> of_file(db::Transaction& tx, const file::File& file, const identity::Actor& reader) {
  auto all = tx.rows("SELECT " SUPPLEMENT_COLUMNS " FROM motor_supplements WHERE file_id = :file ORDER BY id",
                     {{"file", file.id}}, read);
  if (reader.organisation != file.cabinet)
    std::erase_if(all, [&](const Supplement& one) { return one.repairer != reader.organisation; });
  if (all.empty()) return all;
  tx.each(
      "SELECT l.supplement_id, l.said, l.verdict, l.answer FROM motor_supplements s "
      "JOIN motor_supplement_lines l ON l.supplement_id = s.id WHERE s.file_id = :file "
      "ORDER BY l.supplement_id, l.position",
      {{"file", file.id}}, [&](const db::Row& row) {
        const auto of = row.get<SupplementId>(0);
        const auto found = std::find_if(all.begin(), all.end(), [of](const Supplement& one) { return one.id == of; });
        if (found != all.end()) found->lines.push_back(line(row, 1));
      });
  return all;
}

std::optional<Supplement> find(db::Transaction& tx, SupplementId id) {
  auto found = tx.row("SELECT " SUPPLEMENT_COLUMNS " FROM motor_supplements WHERE id = :id", {{"id", id}}, read);
  if (found)
    found->lines =
        tx.rows("SELECT said, verdict, answer FROM motor_supplement_lines WHERE supplement_id = :id ORDER BY position",
                {{"id", id}}, [](const db::Row& row) { return line(row, 0); });
  return found;
}

std::optional<Supplement> find(db::Transaction& tx, SupplementId id, const identity::Actor& reader) {
  auto found = find(tx, id);
  if (!found || !file::find(tx, found->file, reader)) return std::nullopt;
  if (found->cabinet != reader.organisation && found->repairer != reader.organisation) return std::nullopt;
  return found;
}

std::vector<Supplement> to_decide(db::Transaction& tx, identity::OrganisationId cabinet, const After& after,
                                  int limit) {
  return tx.rows("SELECT " SUPPLEMENT_COLUMNS
                 " FROM motor_supplements WHERE cabinet_id = :cabinet AND state = 'sent' AND "
                 "(sent_at, id) > (:at, :after) ORDER BY sent_at, id LIMIT :limit",
                 {{"cabinet", cabinet}, {"at", after.at}, {"after", after.id}, {"limit", limit}}, read);
}

std::int64_t count_to_decide(db::Transaction& tx, identity::OrganisationId cabinet) {
  return tx.value<std::int64_t>(to_decide_sql, {{"organisation", cabinet}}).value();
}

}  // namespace motor::supplement
