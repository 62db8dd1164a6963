// How each channel's gateway is treated: left alone when it fails, never taken for the other's.
#include "support/outbox_scene.hpp"

namespace messages {
namespace {

class Couriers : public support::OutboxOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(Couriers);

// P5.rest
TEST_P(Couriers, LeavesAGatewayThatFailsAloneForAGrowingWhileAndSparesTheOthers) {
  const MessageId first = put(Channel::mail), second = put(Channel::mail);
  Courier courier(Channel::mail, network_);
  const auto go = [&] { return courier.send(platform(), listeners_); };
  network_.on_send = [](const Message&) { return Answer{Sent::down, Fault::unreachable, "nobody there"}; };
  EXPECT_EQ(go(), 1) << "the round stops at the first fault";
  EXPECT_EQ(get(first).fault, Fault::unreachable);
  EXPECT_EQ(get(first).fault_detail, "nobody there");
  EXPECT_EQ(get(second).attempts, 0);
  clock_.advance(base::seconds{30} - base::Duration{1});
  EXPECT_EQ(go(), 0) << "it rests";
  clock_.advance(base::Duration{1});
  EXPECT_EQ(go(), 1);
  EXPECT_EQ(get(second).attempts, 1);
  clock_.advance(base::minutes{1} - base::Duration{1});
  EXPECT_EQ(go(), 0) << "twice as long";
  clock_.advance(base::Duration{1});
  network_.on_send = nullptr;
  EXPECT_EQ(go(), 2);
  EXPECT_EQ(get(first).state, State::sent);
  EXPECT_EQ(get(first).fault, Fault::none);
  EXPECT_EQ(get(second).state, State::sent);
  put(Channel::mail);
  EXPECT_EQ(go(), 1) << "a gateway that fares well does not rest";
}

TEST_P(Couriers, AsksAGatewayAgainThatFailedWhenTheClockGoesBack) {  // P5.rest
  put(Channel::mail);
  put(Channel::mail);
  Courier courier(Channel::mail, network_);
  network_.on_send = [](const Message&) { return Answer{Sent::down, Fault::busy}; };
  EXPECT_EQ(courier.send(platform(), listeners_), 1);
  clock_.advance(-base::hours{2});
  EXPECT_EQ(courier.send(platform(), listeners_), 1);
}

// P5.no_gateway
TEST_P(Couriers, GivesWhatAChannelWithoutGatewayHoldsToTheAdministratorsAndNeverCallsItSent) {
  const MessageId mail = put(Channel::mail), sms = put(Channel::sms);
  NoGateway none;
  EXPECT_EQ(send_queued(platform(), {network_, none}, listeners_), 2);
  EXPECT_EQ(get(mail).state, State::sent);
  EXPECT_EQ(get(sms).state, State::failed);
  EXPECT_EQ(get(sms).fault, Fault::no_gateway);
  EXPECT_EQ(get(sms).sent, std::nullopt);
  EXPECT_EQ(get(sms).reported, std::nullopt);
  EXPECT_EQ(told_, (std::vector<std::string>{"sent sent", "lost sms failed"})) << "never sent is lost (P5.lost_sms)";
}

TEST_P(Couriers, KeepsAChannelsOwnWaysWhateverTheOtherHas) {  // P5.no_gateway
  const MessageId mail = put(Channel::mail), sms = put(Channel::sms);
  EXPECT_EQ(send_queued(platform(), {outbox_, network_}, listeners_), 2);
  EXPECT_EQ(get(mail).state, State::sent);
  EXPECT_EQ(get(sms).state, State::sent) << "kept here says nothing of what Kannel delivered";
}

}  // namespace
}  // namespace messages
