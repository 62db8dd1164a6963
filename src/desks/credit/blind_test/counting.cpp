#include "desks/credit/blind_test/counting.hpp"

#include <algorithm>

#include "desks/credit/blind_test/cover_list.hpp"

namespace credit::blind_test {
namespace {

base::Day never_ends() { return base::Day::from_iso("9999-12-31").value(); }

// The first day that will change what the answers say of themselves.
void shorten(base::Day& until, const Answer& answer, base::Day today) {
  if (answer.valid_until && *answer.valid_until >= today) until = std::min(until, *answer.valid_until);
}

struct Reading {
  Part part;
  base::Day until;
};

// Where each insurer stands on each of the lines, as it is told of them.
class Standings {
 public:
  Standings(const std::vector<Submission>& submissions, const std::vector<TestLine>& lines)
      : submissions_(submissions),
        first_(lines.empty() ? 1 : lines.front().line),
        of_(submissions.size(), std::vector<Standing>(lines.size())) {}

  void take(std::size_t insurer, int line, const Asking& asking) {
    follow(of_[insurer].at(static_cast<std::size_t>(line - first_)), asking);
  }
  void take(std::string_view insurer, int line, const Asking& asking) {
    const auto found = std::find_if(submissions_.begin(), submissions_.end(),
                                    [insurer](const Submission& each) { return each.insurer == insurer; });
    MANDAT_ASSERT(found != submissions_.end());
    take(static_cast<std::size_t>(found - submissions_.begin()), line, asking);
  }
  const std::vector<std::vector<Standing>>& all() const { return of_; }

 private:
  const std::vector<Submission>& submissions_;
  int first_;
  std::vector<std::vector<Standing>> of_;  // of each insurer, each line
};

void read_test(db::Transaction& tx, TestId test, const std::vector<Submission>& submissions,
               const std::vector<TestLine>& lines, Window window, Standings& standings) {
  const auto answers = answers_of(tx, test, window);
  for (std::size_t i = 0; i < submissions.size(); ++i) {
    const auto taken = submissions[i].declined_at ? Asking::Taken::declined : Asking::Taken::up;
    for (const TestLine& line : lines) standings.take(i, line.line, {.asked = line.asked, .taken = taken});
    for (const auto& [submission, answer] : answers)
      if (submission == submissions[i].id && !lines.empty())
        standings.take(i, answer.line,
                       {.asked = lines.at(static_cast<std::size_t>(answer.line - lines.front().line)).asked,
                        .taken = taken,
                        .answer = answer,
                        .answered_at = answer.at});
  }
}

Reading read(db::Transaction& tx, const BlindTest& test, Over over, const std::vector<Submission>& submissions,
             Window window, base::Day today) {
  const bool whole = over == Over::placement;
  Reading reading{{whole ? cover_lines(tx, test.placement, window) : lines_of(tx, test.id, window), {}}, never_ends()};
  const auto& lines = reading.part.lines;
  std::vector<base::Money> exposures;
  exposures.reserve(lines.size());
  for (const TestLine& line : lines) exposures.push_back(line.asked);
  Standings standings(submissions, lines);
  if (whole)
    each_asking(tx, test.placement, window, [&](std::string_view insurer, int line, const Asking& asking) {
      standings.take(insurer, line, asking);
    });
  else
    read_test(tx, test.id, submissions, lines, window, standings);
  for (const auto& of_insurer : standings.all())
    for (const Standing& standing : of_insurer)
      if (standing.answer) shorten(reading.until, *standing.answer, today);
  const std::size_t before = lines.empty() ? 0 : static_cast<std::size_t>(lines.front().line - 1);
  reading.part.matrix = matrix_of(exposures, standings.all(), today, before);
  return reading;
}

}  // namespace

Part part_of(db::Transaction& tx, const BlindTest& test, Over over, const std::vector<Submission>& submissions,
             Window window, base::Day today) {
  return read(tx, test, over, submissions, window, today).part;
}

Counted counted(db::Transaction& tx, const BlindTest& test, Over over, const std::vector<Submission>& submissions,
                base::Day today) {
  if (over == Over::placement)
    if (auto kept = kept_counts(tx, test, submissions, today)) return *std::move(kept);
  Reading all = read(tx, test, over, submissions, every_line, today);
  return {std::move(all.part.matrix), all.until};
}

void keep_counted(db::Transaction& tx, const BlindTest& test, SubmissionId submission,
                  const std::vector<KeptAnswer>& answers, base::Day today) {
  if (answers.empty()) return;
  const auto submissions = last_submissions(tx, test.placement);
  const auto [first, last] =
      std::minmax_element(answers.begin(), answers.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  const Window touched = cover_window(tx, test, {first->line, last->line});
  Counted counts = counted(tx, test, Over::placement, submissions, today);
  const Matrix then = part_of(tx, test, Over::placement, submissions, touched, today).matrix;
  keep(tx, submission, answers);
  const Matrix now = part_of(tx, test, Over::placement, submissions, touched, today).matrix;
  for (const KeptAnswer& answer : answers) shorten(counts.until, answer, today);
  keep_counts(tx, test.id, submissions, {totals_after(std::move(counts.whole), then, now), counts.until}, today);
}

void count_again(db::Transaction& tx, const BlindTest& test, base::Day today) {
  const auto submissions = last_submissions(tx, test.placement);
  Reading all = read(tx, test, Over::placement, submissions, every_line, today);
  keep_counts(tx, test.id, submissions, {std::move(all.part.matrix), all.until}, today);
}

}  // namespace credit::blind_test
