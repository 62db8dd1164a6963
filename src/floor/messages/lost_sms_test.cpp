// An SMS that becomes a dead letter is told to its fact's desk (P5.lost_sms).
#include "floor/messages/dead_letters.hpp"
#include "support/outbox_scene.hpp"

namespace messages {
namespace {

class LostSms : public support::OutboxOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(LostSms);

// P5.lost_sms
TEST_P(LostSms, IsToldAtOnceWhenItIsRefusedAndAgainWhenItIsRefusedAgain) {
  const MessageId id = put(Channel::sms);
  network_.on_send = [](const Message&) { return Answer{Sent::refused, Fault::content}; };
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(told_, std::vector<std::string>{"lost sms failed"});
  act([&](platform::Act& act) { EXPECT_TRUE(send_again(act, id)); });
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(told_, (std::vector<std::string>{"lost sms failed", "lost sms failed"}));
  act([&](platform::Act& act) { EXPECT_TRUE(send_again(act, id)); });
  network_.on_send = nullptr;
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(told_.back(), "sent sent");
}

TEST_P(LostSms, IsToldWhereThereIsNoGatewayAndAMailIsNot) {  // P5.lost_sms, P5.no_gateway
  NoGateway none;
  put(Channel::mail);
  put(Channel::sms);
  EXPECT_EQ(send_queued(platform(), none, listeners_), 2);
  EXPECT_EQ(told_, std::vector<std::string>{"lost sms failed"});
}

TEST_P(LostSms, IsToldWhenItIsGivenUpAfterItsAttempts) {  // P5.lost_sms
  put(Channel::sms);
  network_.on_send = [](const Message&) -> Answer { throw std::runtime_error("no route"); };
  for (int attempt = 1; attempt <= 20; ++attempt) {
    EXPECT_TRUE(told_.empty()) << attempt;
    ASSERT_EQ(send(), 1);
    clock_.advance(base::hours{1});
  }
  EXPECT_EQ(told_, std::vector<std::string>{"lost sms failed"});
}

TEST_P(LostSms, IsToldWhenItsReportNeverCame) {  // P5.lost_sms
  put(Channel::sms);
  network_.on_send = [](const Message&) { return Sent::unknown; };
  for (int time = 1; time <= 2; ++time) {
    EXPECT_EQ(send(), 1);
    EXPECT_TRUE(told_.empty());
    clock_.advance(base::minutes{15});
    EXPECT_EQ(recover(platform(), network_, listeners_), 1);
  }
  EXPECT_EQ(told_, std::vector<std::string>{"lost sms failed"});
}

TEST_P(LostSms, KeepsNoOtherWaitingWhenWhoListensFails) {  // P5.lost_sms
  const MessageId first = put(Channel::sms), second = put(Channel::sms);
  network_.on_send = [](const Message&) { return Sent::unknown; };
  for (int time = 1; time <= 2; ++time) {
    while (send() > 0) {
    }
    clock_.advance(base::minutes{15});
    if (time == 1) EXPECT_EQ(recover(platform(), network_, listeners_), 2);
  }
  on_tell_ = [this, times = 0]() mutable {
    if (++times == 1) throw std::runtime_error("no");
  };
  EXPECT_EQ(recover(platform(), network_, listeners_), 1);
  EXPECT_EQ(get(first).state, State::unknown);
  EXPECT_EQ(get(second).state, State::failed);
  EXPECT_EQ(recover(platform(), network_, listeners_), 1);
  EXPECT_EQ(get(first).state, State::failed);
}

}  // namespace
}  // namespace messages
