#include "floor/payments/payment_states.hpp"

#include <gtest/gtest.h>

#include <array>

namespace payments {
namespace {

using enum State;

constexpr std::array states{planned, batched, released, booked, rejected, returned, unknown, cancelled};

TEST(PaymentStates, a_batch_takes_gives_back_and_sends_an_order) {  // P8.batch, P8.two_persons
  EXPECT_EQ(transitions.next(planned, Event::gather), batched);
  EXPECT_EQ(transitions.next(batched, Event::put_back), planned);
  EXPECT_EQ(transitions.next(batched, Event::release), released);
  EXPECT_EQ(transitions.next(planned, Event::release), std::nullopt);
}

TEST(PaymentStates, an_order_is_cancelled_until_it_is_sent) {  // P8.cancelled
  EXPECT_EQ(transitions.next(planned, Event::cancel), cancelled);
  EXPECT_EQ(transitions.next(batched, Event::cancel), cancelled);
  for (const State state : {released, booked, rejected, returned, unknown, cancelled})
    EXPECT_EQ(transitions.next(state, Event::cancel), std::nullopt) << to_text(state);
}

TEST(PaymentStates, the_bank_books_rejects_or_gives_back_what_was_sent) {  // P8.booked, P8.rejected, P8.returned
  EXPECT_EQ(transitions.next(released, Event::book), booked);
  EXPECT_EQ(transitions.next(released, Event::reject), rejected);
  EXPECT_EQ(transitions.next(released, Event::give_back), returned);
  EXPECT_EQ(transitions.next(booked, Event::give_back), returned);
  EXPECT_EQ(transitions.next(booked, Event::reject), std::nullopt);
  EXPECT_EQ(transitions.next(planned, Event::book), std::nullopt);
}

TEST(PaymentStates, what_is_unknown_is_settled_by_the_bank_and_never_sent_again) {  // P8.unknown
  EXPECT_EQ(transitions.next(released, Event::lose), unknown);
  EXPECT_EQ(transitions.next(unknown, Event::book), booked);
  EXPECT_EQ(transitions.next(unknown, Event::reject), rejected);
  EXPECT_EQ(transitions.next(unknown, Event::give_back), returned);
  for (const Event event : {Event::gather, Event::release, Event::put_back})
    EXPECT_EQ(transitions.next(unknown, event), std::nullopt);
}

TEST(PaymentStates, each_has_its_word_and_its_label) {
  for (const State state : states) {
    EXPECT_EQ(state_from_text(to_text(state)), state);
    EXPECT_FALSE(label(state).empty());
  }
  EXPECT_EQ(with_the_bank(released), true);
  EXPECT_EQ(with_the_bank(unknown), true);
  EXPECT_EQ(with_the_bank(booked), false);
}

}  // namespace
}  // namespace payments
