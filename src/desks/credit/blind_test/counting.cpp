#include "desks/credit/blind_test/counting.hpp"

#include <algorithm>
#include <unordered_map>

namespace credit::blind_test {
namespace {

constexpr Window every_line{1, INT32_MAX};

base::Day never_ends() { return base::Day::from_iso("9999-12-31").value(); }

// The first day that will change what the answers say of themselves.
void shorten(base::Day& until, const Answer& answer, base::Day today) {
  if (answer.valid_until && *answer.valid_until >= today) until = std::min(until, *answer.valid_until);
}

struct Reading {
  Part part;
  base::Day until;
};

Reading read(db::Transaction& tx, TestId test, const std::vector<Submission>& submissions, Window window,
             base::Day today) {
  Reading reading{{lines_of(tx, test, window), {}}, never_ends()};
  const auto& lines = reading.part.lines;
  std::vector<base::Money> asked;
  asked.reserve(lines.size());
  for (const TestLine& line : lines) asked.push_back(line.asked);
  std::vector<std::vector<std::optional<Answer>>> by_insurer(submissions.size(),
                                                             std::vector<std::optional<Answer>>(lines.size()));
  std::unordered_map<SubmissionId, std::size_t> place;
  for (std::size_t i = 0; i < submissions.size(); ++i) place.emplace(submissions[i].id, i);
  const int first = lines.empty() ? 1 : lines.front().line;
  each_answer(tx, test, window, [&](SubmissionId submission, int line, const Answer& answer) {
    shorten(reading.until, answer, today);
    by_insurer[place.at(submission)][static_cast<std::size_t>(line - first)] = answer;
  });
  reading.part.matrix = matrix_of(asked, by_insurer, today, static_cast<std::size_t>(first - 1));
  return reading;
}

}  // namespace

Part part_of(db::Transaction& tx, TestId test, const std::vector<Submission>& submissions, Window window,
             base::Day today) {
  return read(tx, test, submissions, window, today).part;
}

Counted counted(db::Transaction& tx, const BlindTest& test, const std::vector<Submission>& submissions,
                base::Day today) {
  if (auto kept = kept_counts(tx, test, submissions, today)) return *std::move(kept);
  Reading all = read(tx, test.id, submissions, every_line, today);
  return {std::move(all.part.matrix), all.until};
}

void keep_counted(db::Transaction& tx, const BlindTest& test, SubmissionId submission,
                  const std::vector<KeptAnswer>& answers, base::Day today) {
  if (answers.empty()) return;
  const auto submissions = submissions_of(tx, test.id);
  const auto [first, last] =
      std::minmax_element(answers.begin(), answers.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  const Window touched{first->line, last->line};
  Counted counts = counted(tx, test, submissions, today);
  const Matrix then = part_of(tx, test.id, submissions, touched, today).matrix;
  keep(tx, submission, answers);
  const Matrix now = part_of(tx, test.id, submissions, touched, today).matrix;
  for (const KeptAnswer& answer : answers) shorten(counts.until, answer, today);
  keep_counts(tx, test.id, submissions, {totals_after(std::move(counts.whole), then, now), counts.until}, today);
}

}  // namespace credit::blind_test
