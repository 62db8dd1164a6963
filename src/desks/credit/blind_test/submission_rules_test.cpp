#include "desks/credit/blind_test/submission_rules.hpp"

#include <gtest/gtest.h>

namespace credit::blind_test {
namespace {

using Quote = Progress::Quote;

const base::Day day = base::Day::of(2026, 11, 23).value();
base::Instant at(int days) { return base::paris::at(day + days, 10, 0); }

// C6
TEST(Submission, C6_shows_each_stage_and_since_when_nothing_came) {
  EXPECT_EQ(reply_of({.sent_at = at(0)}, at(0)), (Reply{Stage::sent, 0}));
  EXPECT_EQ(reply_of({.sent_at = at(0)}, at(3)), (Reply{Stage::sent, 3}));
  EXPECT_EQ(reply_of({.sent_at = at(0), .seen_at = at(1)}, at(3)), (Reply{Stage::acknowledged, 3}));
  EXPECT_EQ(reply_of({.sent_at = at(0), .last_answer_at = at(2), .answered = 4}, at(3)), (Reply{Stage::answering, 1}));
  EXPECT_EQ(reply_of({.sent_at = at(0), .last_answer_at = at(2), .completed_at = at(2), .answered = 9}, at(7)),
            (Reply{Stage::complete, 0}));
  EXPECT_EQ(reply_of({.sent_at = at(0), .declined_at = at(1)}, at(7)), (Reply{Stage::declined, 0}));
}

TEST(Submission, C6_once_the_test_is_closed_a_quote_is_awaited_or_received_and_silence_is_over) {
  const auto closed = [](Quote quote) {
    return Progress{.sent_at = at(0), .seen_at = at(1), .answered = 0, .closed_at = at(5), .quote = quote};
  };
  EXPECT_EQ(reply_of(closed(Quote::none), at(9)), (Reply{Stage::acknowledged, 0}));
  EXPECT_EQ(reply_of(closed(Quote::owed), at(9)), (Reply{Stage::quote_awaited, 4}));
  EXPECT_EQ(reply_of(closed(Quote::received), at(9)), (Reply{Stage::quoted, 0}));
  // Asked again and declined, or silent: the offer that came before is still its word.
  EXPECT_EQ(reply_of({.sent_at = at(0), .declined_at = at(1), .quote = Quote::received}, at(9)),
            (Reply{Stage::quoted, 0}));
}

}  // namespace
}  // namespace credit::blind_test
