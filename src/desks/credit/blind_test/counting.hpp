// The totals of a placement's matrix (C7.cover), kept beside its last test and moved by each answer, so that the matrix
// reads the rows it shows and no others (P14). They hold for as many days as no answer ends; once they do not, every
// answer is counted.
#pragma once

#include <optional>
#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/matrix_rules.hpp"

namespace credit::blind_test {

// What is compared: the placement, over all its tests, on the list as it stood when the last one left; or one earlier
// test, by what it asked and was answered alone. A matrix's columns are last_submissions(), or submissions_of().
enum class Over { placement, test };

// A part of the matrix: its lines, and a row of cells for each.
struct Part {
  std::vector<TestLine> lines;
  Matrix matrix;
};
Part part_of(db::Transaction& tx, const BlindTest& test, Over over, const std::vector<Submission>& submissions,
             Window window, base::Day today);

struct Counted {
  Totals whole;
  base::Day until;  // last day on which they hold
};
Counted counted(db::Transaction& tx, const BlindTest& test, Over over, const std::vector<Submission>& submissions,
                base::Day today);

// Keeps answers of one submission of the last test, with what they change of the totals.
void keep_counted(db::Transaction& tx, const BlindTest& test, SubmissionId submission,
                  const std::vector<KeptAnswer>& answers, base::Day today);
// Counts them anew where a change was of whole insurers: a test sent, one that declined.
void count_again(db::Transaction& tx, const BlindTest& test, base::Day today);

// Store. Totals are in the order of the submissions; null: not counted, or no longer right on that day.
std::optional<Counted> kept_counts(db::Transaction& tx, const BlindTest& test,
                                   const std::vector<Submission>& submissions, base::Day today);
void keep_counts(db::Transaction& tx, TestId test, const std::vector<Submission>& submissions, const Counted& counted,
                 base::Day today);
// Where the lines of a test stand on the list that is compared.
Window cover_window(db::Transaction& tx, const BlindTest& test, Window lines);

}  // namespace credit::blind_test
