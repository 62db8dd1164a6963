// How far an insurer's copy of a blind test has come, up to its quote (C6). Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace credit::blind_test {

inline constexpr base::Rule submission_rules[] = {
    MANDAT_RULE("C6",
                "Each submission shows sent, acknowledged, answering, complete, quoted or declined, and for how many "
                "days nothing has come while an answer, or then a quote, is awaited"),
};

enum class Stage { sent, acknowledged, answering, complete, quote_awaited, quoted, declined };

// What is known of it.
struct Progress {
  base::Instant sent_at;
  std::optional<base::Instant> seen_at = {}, last_answer_at = {}, completed_at = {}, declined_at = {};
  std::int64_t answered = 0;
  std::optional<base::Instant> closed_at = {};  // the test
  enum class Quote { none, owed, received } quote = Quote::none;
};
struct Reply {
  Stage stage;
  int silent_days =
      0;  // since the last thing that came, or since the quote may be expected; 0 where nothing is awaited

  friend bool operator==(const Reply&, const Reply&) = default;
};
Reply reply_of(const Progress& progress, base::Instant now);

}  // namespace credit::blind_test
