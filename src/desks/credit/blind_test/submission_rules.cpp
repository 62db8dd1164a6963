#include "desks/credit/blind_test/submission_rules.hpp"

#include <algorithm>

namespace credit::blind_test {
namespace {

int days_since(base::Instant then, base::Instant now) {
  return std::max(0, base::paris::day_of(now) - base::paris::day_of(then));
}

}  // namespace

Reply reply_of(const Progress& progress, base::Instant now) {
  using Quote = Progress::Quote;
  if (progress.quote == Quote::received) return {Stage::quoted};
  if (progress.quote == Quote::owed && progress.closed_at)
    return {Stage::quote_awaited, days_since(*progress.closed_at, now)};
  if (progress.declined_at) return {Stage::declined};
  if (progress.completed_at) return {Stage::complete};
  // A closed test awaits nothing more of who did not answer.
  const int silent = progress.closed_at ? 0 : days_since(progress.last_answer_at.value_or(progress.sent_at), now);
  if (progress.answered > 0) return {Stage::answering, silent};
  return {progress.seen_at ? Stage::acknowledged : Stage::sent, silent};
}

}  // namespace credit::blind_test
