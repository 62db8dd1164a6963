#include "desks/motor/document/turn.hpp"

#include <gtest/gtest.h>

#include "support/paper_acts.hpp"

namespace motor::document {
namespace {

class Turns : public PaperActs {};
MANDAT_ON_BOTH_ENGINES(Turns);

// M11.return M11.answered
TEST_P(Turns, M11_answered_the_file_returns_once_all_that_came_since_the_request_is_compliant) {
  scene::bring_to(house(), firm_, id_, State::visit_planned);
  const auto old = scene::send(house(), garage_, id_, Kind::quote);
  scene::bring_to(house(), firm_, id_, State::awaiting_documents);
  ASSERT_TRUE(judged(old, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::awaiting_documents) << "it was there before it was asked for";
  const auto one = scene::send(house(), garage_, id_, Kind::roadworthiness);
  const auto two = scene::send(house(), garage_, id_, Kind::other);
  ASSERT_TRUE(judged(one, Verdict::non_compliant, "Illisible").ok());
  ASSERT_TRUE(judged(two, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::awaiting_documents) << "the first one is missing";
  const auto again = scene::send(house(), garage_, id_, Kind::roadworthiness);
  ASSERT_TRUE(judged(again, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::visit_planned);
}

TEST_P(Turns, M11_answered_the_last_verdict_may_be_an_invoices) {  // M11.answered
  scene::bring_to(house(), firm_, id_, State::visit_planned);
  scene::bring_to(house(), firm_, id_, State::awaiting_documents);
  const auto other = scene::send(house(), garage_, id_, Kind::other);
  const auto invoice = scene::send(house(), garage_, id_, Kind::invoice, Money::euros(80));
  ASSERT_TRUE(judged(other, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::awaiting_documents);
  ASSERT_TRUE(judged(invoice, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::visit_planned);
}

TEST_P(Turns, M11_answered_what_a_former_repairer_sent_neither_counts_nor_blocks) {  // M11.answered M31.moved
  scene::bring_to(house(), firm_, id_, State::in_progress);
  const auto before = scene::send(house(), garage_, id_, Kind::quote);
  const Person second = move_on();
  scene::bring_to(house(), firm_, id_, State::awaiting_documents);
  const auto asked = scene::send(house(), second, id_, Kind::roadworthiness);
  ASSERT_TRUE(judged(asked, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::in_progress) << "though the first one's quote was never judged";
  const auto invoice = scene::send(house(), second, id_, Kind::invoice, Money::euros(900));
  ASSERT_TRUE(judged(before, Verdict::non_compliant, "Dossier déplacé").ok());
  EXPECT_EQ(state(), State::awaiting_invoice);
  ASSERT_TRUE(judged(invoice, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::closed);
}

TEST_P(Turns, M33_queue_holds_what_waits_for_a_verdict_until_the_file_closes_or_moves) {  // M33.queue
  const auto waiting = [&] {
    return read([&](db::Transaction& tx) { return count_to_judge(tx, firm_.actor.organisation); });
  };
  const auto one = scene::send(house(), garage_, id_, Kind::quote);
  scene::send(house(), garage_, id_, Kind::other);
  EXPECT_EQ(waiting(), 2);
  ASSERT_TRUE(judged(one, Verdict::compliant).ok());
  EXPECT_EQ(waiting(), 1);
  scene::happen(house(), firm_, id_, Event::closed, "Sans suite");
  EXPECT_EQ(waiting(), 0);
  scene::happen(house(), firm_, id_, Event::reopened, "Erreur");
  EXPECT_EQ(waiting(), 1);
  move_on();
  EXPECT_EQ(waiting(), 0);
  const Person other = scene::new_cabinet(house());
  EXPECT_EQ(read([&](db::Transaction& tx) { return to_judge(tx, other.actor.organisation, {}, 10).size(); }), 0U);
}

}  // namespace
}  // namespace motor::document
