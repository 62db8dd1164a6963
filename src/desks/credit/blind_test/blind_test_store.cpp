#include "db/row_batches.hpp"
#include "desks/credit/blind_test/blind_test.hpp"

namespace credit::blind_test {
namespace {

#define TEST_COLUMNS                                                                                                \
  "id, placement_id, broker_id, number, code, anonymous, sent_at, due_at, closed_at, buyers, asked, note, listed, " \
  "exposure, version"

BlindTest read_test(const db::Row& row) {
  return {.id = row.get<TestId>(0),
          .placement = row.get<PlacementId>(1),
          .broker = row.get<identity::OrganisationId>(2),
          .number = row.get<int>(3),
          .code = row.get<std::string>(4),
          .naming = row.get<bool>(5) ? Naming::anonymous : Naming::named,
          .sent_at = row.get<base::Instant>(6),
          .due_at = row.get<base::Instant>(7),
          .closed_at = row.get<std::optional<base::Instant>>(8),
          .buyers = row.get<std::int64_t>(9),
          .asked = row.get<base::Money>(10),
          .note = row.get<std::string>(11),
          .listed = row.get<std::int64_t>(12),
          .exposure = row.get<base::Money>(13),
          .version = row.get<std::int64_t>(14)};
}

TestLine read_line(const db::Row& row) {
  return {.line = row.get<int>(0),
          .buyer = row.get<std::int64_t>(1),
          .name = row.get<std::string>(2),
          .country = row.get<std::string>(3),
          .identifier = row.get<std::string>(4),
          .asked = row.get<base::Money>(5),
          .terms_days = row.get<int>(6)};
}

}  // namespace

void insert(db::Transaction& tx, const BlindTest& test, const std::vector<TestLine>& lines) {
  tx.execute(
      "INSERT INTO credit_blind_tests (id, placement_id, broker_id, number, code, anonymous, sent_at, due_at, buyers, "
      "asked, note, listed, exposure) VALUES (:id, :placement, :broker, :number, :code, :anonymous, :sent, :due, "
      ":buyers, :asked, :note, :listed, :exposure)",
      {{"id", test.id},
       {"placement", test.placement},
       {"broker", test.broker},
       {"number", test.number},
       {"code", test.code},
       {"anonymous", test.naming == Naming::anonymous},
       {"sent", test.sent_at},
       {"due", test.due_at},
       {"buyers", test.buyers},
       {"asked", test.asked},
       {"note", test.note},
       {"listed", test.listed},
       {"exposure", test.exposure}});
  std::vector<db::NewRow> rows;
  rows.reserve(lines.size());
  for (const TestLine& line : lines)
    rows.push_back(db::new_row(test.id, line.line, line.buyer, line.name, line.country, line.identifier, line.asked,
                               line.terms_days));
  db::execute_rows(tx,
                   "INSERT INTO credit_test_lines (test_id, line, buyer_id, name, country, identifier, asked, "
                   "terms_days) VALUES {rows}",
                   rows);
}

void close(db::Transaction& tx, TestId test, base::Instant now) {
  tx.execute("UPDATE credit_blind_tests SET closed_at = :now WHERE id = :id AND closed_at IS NULL",
             {{"id", test}, {"now", now}});
}

void note_change(db::Transaction& tx, PlacementId placement) {
  tx.execute("UPDATE credit_blind_tests SET version = version + 1 WHERE placement_id = :placement",
             {{"placement", placement}});
}

std::optional<BlindTest> find(db::Transaction& tx, TestId id) {
  return tx.row("SELECT " TEST_COLUMNS " FROM credit_blind_tests WHERE id = :id", {{"id", id}}, read_test);
}

std::optional<BlindTest> latest_of(db::Transaction& tx, PlacementId placement) {
  return tx.row("SELECT " TEST_COLUMNS
                " FROM credit_blind_tests WHERE placement_id = :placement ORDER BY number DESC LIMIT 1",
                {{"placement", placement}}, read_test);
}

std::optional<BlindTest> find(db::Transaction& tx, PlacementId placement, int number) {
  return tx.row("SELECT " TEST_COLUMNS " FROM credit_blind_tests WHERE placement_id = :placement AND number = :number",
                {{"placement", placement}, {"number", number}}, read_test);
}

std::vector<BlindTest> tests_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows("SELECT " TEST_COLUMNS " FROM credit_blind_tests WHERE placement_id = :placement ORDER BY number DESC",
                 {{"placement", placement}}, read_test);
}

std::vector<TestLine> lines_of(db::Transaction& tx, TestId test) { return lines_of(tx, test, every_line); }

std::vector<TestLine> lines_of(db::Transaction& tx, TestId test, Window window) {
  return tx.rows(
      "SELECT line, buyer_id, name, country, identifier, asked, terms_days FROM credit_test_lines "
      "WHERE test_id = :test AND line >= :first AND line <= :last ORDER BY line",
      {{"test", test}, {"first", window.first}, {"last", window.last}}, read_line);
}

}  // namespace credit::blind_test
