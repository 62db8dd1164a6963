#include "desks/credit/blind_test/known_answers.hpp"

namespace credit::blind_test {
namespace {

#define ANSWERS_ON                                                                                                   \
  "SELECT s.insurer, s.insurer_name, a.kind, a.amount, a.scope, a.valid_until, a.conditions, l.asked, "              \
  "a.answered_at FROM credit_test_lines l JOIN credit_submissions s ON s.test_id = l.test_id JOIN credit_answers a " \
  "ON a.submission_id = s.id AND a.line = l.line WHERE l.country = :country AND l.identifier = :identifier AND "
#define NEWEST_FIRST " ORDER BY a.answered_at DESC, s.id DESC LIMIT 200"

AnswerOn read(const db::Row& row) {
  return {row.get<std::string>(0),
          row.get<std::string>(1),
          {.kind = kind_from_text(row.text(2)).value_or(Kind::pending),
           .amount = row.get<base::Money>(3),
           .scope = scope_from_text(row.text(4)).value_or(Scope::all_risks),
           .valid_until = row.get<std::optional<base::Day>>(5),
           .conditions = row.get<std::string>(6)},
          row.get<base::Money>(7),
          row.get<base::Instant>(8)};
}

}  // namespace

std::vector<AnswerOn> answers_on(db::Transaction& tx, identity::OrganisationId broker, std::string_view country,
                                 std::string_view identifier) {
  return tx.rows(ANSWERS_ON "s.broker_id = :broker" NEWEST_FIRST,
                 {{"country", country}, {"identifier", identifier}, {"broker", broker}}, read);
}

std::vector<AnswerOn> answers_on(db::Transaction& tx, PlacementId placement, std::string_view country,
                                 std::string_view identifier) {
  return tx.rows(ANSWERS_ON "s.placement_id = :placement" NEWEST_FIRST,
                 {{"country", country}, {"identifier", identifier}, {"placement", placement}}, read);
}

}  // namespace credit::blind_test
