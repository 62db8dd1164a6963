#include <algorithm>

#include "db/row_batches.hpp"
#include "desks/credit/blind_test/counting.hpp"

namespace credit::blind_test {
namespace {

InsurerTotals read(const db::Row& row) {
  InsurerTotals totals;
  totals.covered = row.get<base::Money>(1);
  totals.top_covered = row.get<base::Money>(2);
  totals.granted_cover = row.get<base::Money>(3);
  totals.partial_cover = row.get<base::Money>(4);
  totals.granted = row.integer(5);
  totals.partial = row.integer(6);
  totals.refused = row.integer(7);
  totals.pending = row.integer(8);
  totals.other = row.integer(9);
  totals.not_asked = row.integer(10);
  totals.declined = row.integer(11);
  totals.conditional = row.integer(12);
  return totals;
}

}  // namespace

std::optional<Counted> kept_counts(db::Transaction& tx, const BlindTest& test,
                                   const std::vector<Submission>& submissions, base::Day today) {
  std::map<SubmissionId, InsurerTotals> of;
  Counted counted{{}, today};
  tx.each(
      "SELECT c.submission_id, c.covered, c.top_covered, c.granted_cover, c.partial_cover, c.granted, c.partial, "
      "c.refused, c.pending, c.other, c.not_asked, c.declined, c.conditional, t.counted_until, t.top_asked, "
      "t.best_covered FROM credit_blind_tests t JOIN "
      "credit_test_totals c ON c.test_id = t.id WHERE t.id = :test AND t.counted_on <= :today AND "
      "t.counted_until >= :today AND t.counted_on <> ''",
      {{"test", test.id}, {"today", today}}, [&](const db::Row& row) {
        of.emplace(row.get<SubmissionId>(0), read(row));
        counted.until = row.get<base::Day>(13);
        counted.whole.top_asked = row.get<base::Money>(14);
        counted.whole.best_of_all = row.get<base::Money>(15);
      });
  const auto known = [&](const Submission& submission) { return of.contains(submission.id); };
  if (of.empty() || !std::all_of(submissions.begin(), submissions.end(), known)) return std::nullopt;
  for (const Submission& submission : submissions) counted.whole.totals.push_back(of.at(submission.id));
  counted.whole.asked = test.exposure;
  counted.whole.share();
  return counted;
}

void keep_counts(db::Transaction& tx, TestId test, const std::vector<Submission>& submissions, const Counted& counted,
                 base::Day today) {
  tx.execute(
      "UPDATE credit_blind_tests SET counted_on = :today, counted_until = :until, top_asked = :top, best_covered = "
      ":best, version = version + 1 WHERE id = :id",
      {{"id", test},
       {"today", today},
       {"until", counted.until},
       {"top", counted.whole.top_asked},
       {"best", counted.whole.best_of_all}});
  std::vector<db::NewRow> rows;
  for (std::size_t i = 0; i < submissions.size(); ++i) {
    const InsurerTotals& of = counted.whole.totals[i];
    rows.push_back(db::new_row(test, submissions[i].id, of.covered, of.top_covered, of.granted_cover, of.partial_cover,
                               of.granted, of.partial, of.refused, of.pending, of.other, of.not_asked, of.declined,
                               of.conditional));
  }
  db::execute_rows(tx,
                   "INSERT INTO credit_test_totals (test_id, submission_id, covered, top_covered, granted_cover, "
                   "partial_cover, granted, partial, refused, pending, other, not_asked, declined, conditional) "
                   "VALUES {rows} ON CONFLICT (test_id, "
                   "submission_id) DO UPDATE SET covered = excluded.covered, top_covered = excluded.top_covered, "
                   "granted_cover = excluded.granted_cover, partial_cover = excluded.partial_cover, granted = "
                   "excluded.granted, partial = excluded.partial, refused = excluded.refused, pending = "
                   "excluded.pending, other = excluded.other, not_asked = excluded.not_asked, declined = "
                   "excluded.declined, conditional = excluded.conditional",
                   rows);
}

Window cover_window(db::Transaction& tx, const BlindTest& test, Window lines) {
  return tx
      .row(
          "SELECT min(c.line), max(c.line) FROM credit_test_lines l JOIN credit_cover_lines c ON c.identifier = "
          "l.identifier AND c.country = l.country AND c.placement_id = :placement WHERE l.test_id = :test AND "
          "l.line >= :first AND l.line <= :last",
          {{"placement", test.placement}, {"test", test.id}, {"first", lines.first}, {"last", lines.last}},
          [](const db::Row& row) {
            return Window{row.is_null(0) ? 1 : row.get<int>(0), row.is_null(1) ? 0 : row.get<int>(1)};
          })
      .value();
}

}  // namespace credit::blind_test
