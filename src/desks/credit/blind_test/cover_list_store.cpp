#include "db/row_batches.hpp"
#include "desks/credit/blind_test/cover_list.hpp"

namespace credit::blind_test {

void keep_cover_list(db::Transaction& tx, PlacementId placement, const std::vector<TestLine>& lines) {
  tx.execute("DELETE FROM credit_cover_lines WHERE placement_id = :placement", {{"placement", placement}});
  std::vector<db::NewRow> rows;
  rows.reserve(lines.size());
  int number = 0;
  for (const TestLine& line : lines)
    rows.push_back(db::new_row(placement, ++number, line.buyer, line.name, line.country, line.identifier, line.asked,
                               line.terms_days));
  db::execute_rows(tx,
                   "INSERT INTO credit_cover_lines (placement_id, line, buyer_id, name, country, identifier, exposure, "
                   "terms_days) VALUES {rows}",
                   rows);
}

std::vector<TestLine> cover_lines(db::Transaction& tx, PlacementId placement) {
  return cover_lines(tx, placement, every_line);
}

std::vector<TestLine> cover_lines(db::Transaction& tx, PlacementId placement, Window window) {
  return tx.rows(
      "SELECT line, buyer_id, name, country, identifier, exposure, terms_days FROM credit_cover_lines "
      "WHERE placement_id = :placement AND line >= :first AND line <= :last ORDER BY line",
      {{"placement", placement}, {"first", window.first}, {"last", window.last}}, [](const db::Row& row) {
        return TestLine{.line = row.get<int>(0),
                        .buyer = row.get<std::int64_t>(1),
                        .name = row.get<std::string>(2),
                        .country = row.get<std::string>(3),
                        .identifier = row.get<std::string>(4),
                        .asked = row.get<base::Money>(5),
                        .terms_days = row.get<int>(6)};
      });
}

// From the few tests to the lines shown, then to the asked: SQLite takes the tables in this order.
void each_asking(db::Transaction& tx, PlacementId placement, Window window, const AskingReader& read) {
  tx.each(
      "SELECT s.insurer, c.line, l.asked, s.declined_at, a.kind, a.amount, a.scope, a.valid_until, a.conditions, "
      "a.answered_at FROM credit_blind_tests t CROSS JOIN credit_cover_lines c CROSS JOIN credit_test_lines l CROSS "
      "JOIN credit_submissions s LEFT JOIN credit_answers a ON a.submission_id = s.id AND a.line = l.line WHERE "
      "t.placement_id = :placement AND c.placement_id = :placement AND c.line >= :first AND c.line <= :last AND "
      "l.test_id = t.id AND l.country = c.country AND l.identifier = c.identifier AND s.test_id = t.id "
      "ORDER BY t.number",
      {{"placement", placement}, {"first", window.first}, {"last", window.last}}, [&](const db::Row& row) {
        Asking asking{.asked = row.get<base::Money>(2),
                      .taken = row.is_null(3) ? Asking::Taken::up : Asking::Taken::declined};
        if (!row.is_null(4)) {
          asking.answer = Answer{.kind = kind_from_text(row.text(4)).value(),
                                 .amount = row.get<base::Money>(5),
                                 .scope = scope_from_text(row.text(6)).value(),
                                 .valid_until = row.get<std::optional<base::Day>>(7),
                                 .conditions = row.get<std::string>(8)};
          asking.answered_at = row.get<base::Instant>(9);
        }
        read(row.text(0), row.get<int>(1), asking);
      });
}

}  // namespace credit::blind_test
