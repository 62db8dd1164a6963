#include <algorithm>

#include "floor/messages/returned_addresses.hpp"
#include "floor/worker/growing_wait.hpp"
#include "support/outbox_scene.hpp"

namespace messages {
namespace {

class Outbox : public support::OutboxOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(Outbox);

// P5.outbox
TEST_P(Outbox, HandsEachMessageOverOnceAndTellsWhoListens) {
  const MessageId mail = put(Channel::mail), sms = put(Channel::sms);
  clock_.advance(base::seconds{1});
  EXPECT_EQ(send(), 2);
  EXPECT_EQ(send(), 0);
  EXPECT_EQ(network_.sent, (std::map<MessageId, int>{{mail, 1}, {sms, 1}}));
  EXPECT_EQ(get(mail).state, State::sent);
  EXPECT_EQ(get(mail).sent, clock_.now());
  EXPECT_EQ(get(mail).attempts, 1);
  EXPECT_EQ(network_.last_body, "Bonjour.");
  EXPECT_EQ(told_, (std::vector<std::string>{"sent sent", "sent sent"}));
}

TEST_P(Outbox, HoldsAMessageSendingBeforeItLeaves) {
  const MessageId id = put(Channel::mail);
  network_.on_send = [&](const Message&) {
    EXPECT_EQ(get(id).state, State::sending);
    return Sent::accepted;
  };
  EXPECT_EQ(send(), 1);
}

// P5.retry
TEST_P(Outbox, TriesAgainAfterAFaultWithGrowingWaits) {
  const MessageId id = put(Channel::sms);
  network_.on_send = [](const Message&) -> Answer { throw std::runtime_error("gateway busy"); };
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(get(id).state, State::queued);
  clock_.advance(base::seconds{30} - base::Duration{1});
  EXPECT_EQ(send(), 0);
  clock_.advance(base::Duration{1});
  EXPECT_EQ(send(), 1);
  clock_.advance(base::seconds{59});
  EXPECT_EQ(send(), 0);
  clock_.advance(base::seconds{1});
  network_.on_send = nullptr;
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(get(id).state, State::sent);
  EXPECT_EQ(get(id).attempts, 3);
  EXPECT_EQ(told_.size(), 1U);
}

TEST(GrowingWait, DoublesUpToTheLongest) {
  EXPECT_EQ(worker::growing_wait(base::seconds{30}, base::hours{1}, 1), base::seconds{30});
  EXPECT_EQ(worker::growing_wait(base::seconds{30}, base::hours{1}, 7), base::minutes{32});
  EXPECT_EQ(worker::growing_wait(base::seconds{30}, base::hours{1}, 8), base::hours{1});
  EXPECT_EQ(worker::growing_wait(base::seconds{30}, base::hours{1}, 2'000'000'000), base::hours{1});
}

// P5.dead_letter
TEST_P(Outbox, GivesUpAfterTwentyAttempts) {
  const MessageId id = put(Channel::mail);
  network_.on_send = [](const Message&) -> Answer { throw std::runtime_error("no route"); };
  for (int attempt = 1; attempt < 20; ++attempt) {
    ASSERT_EQ(send(), 1);
    ASSERT_EQ(get(id).state, State::queued) << attempt;
    clock_.advance(base::hours{1});
  }
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(get(id).state, State::failed);
  EXPECT_EQ(get(id).attempts, 20);
}

TEST_P(Outbox, PutsWhatTheTransportRefusesAmongTheDeadLetters) {
  const MessageId id = put(Channel::mail);
  network_.on_send = [](const Message&) { return Sent::refused; };
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(get(id).state, State::failed);
  EXPECT_TRUE(told_.empty());
}

// P5.report
TEST_P(Outbox, KeepsTheFirstReportWhateverComesLater) {
  const MessageId id = put(Channel::sms);
  send();
  clock_.advance(base::minutes{1});
  EXPECT_TRUE(report(id, Report::delivered));
  EXPECT_EQ(get(id).reported, clock_.now());
  clock_.advance(base::minutes{1});
  EXPECT_FALSE(report(id, Report::delivered));
  EXPECT_FALSE(report(id, Report::undelivered));
  EXPECT_EQ(get(id).state, State::delivered);
  EXPECT_EQ(told_, (std::vector<std::string>{"sent sent", "report delivered"}));
  EXPECT_FALSE(report(MessageId{404}, Report::delivered));
}

TEST_P(Outbox, TakesAReportThatComesBeforeTheTransportAnswered) {
  const MessageId id = put(Channel::sms);
  network_.on_send = [&](const Message&) {
    EXPECT_TRUE(report(id, Report::undelivered));
    return Sent::accepted;
  };
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(get(id).state, State::undelivered);
  EXPECT_EQ(get(id).sent, clock_.now());
  EXPECT_EQ(told_, (std::vector<std::string>{"sent undelivered", "report undelivered"}));
}

TEST_P(Outbox, SendsNoSmsAgainWhoseReportCameInBetween) {
  const MessageId id = put(Channel::sms);
  network_.on_send = [](const Message&) -> Answer { throw std::runtime_error("cut off"); };
  send();
  EXPECT_EQ(get(id).state, State::queued);
  EXPECT_TRUE(report(id, Report::delivered));
  clock_.advance(base::hours{1});
  EXPECT_EQ(send(), 0);
  EXPECT_EQ(network_.sent[id], 1);
}

TEST_P(Outbox, BelievesALateReportOfAMessageGivenUp) {
  const MessageId id = put(Channel::sms);
  network_.on_send = [](const Message&) { return Sent::refused; };
  send();
  EXPECT_FALSE(report(id, Report::undelivered));
  EXPECT_TRUE(report(id, Report::delivered));
  EXPECT_EQ(get(id).state, State::delivered);
}

// P5.report: the operator has it, which says nothing of the phone.
TEST_P(Outbox, SettlesAnSmsInDoubtByTheOperatorsWordAndStillTakesItsFinalReport) {
  const MessageId id = put(Channel::sms);
  network_.on_send = [](const Message&) { return Answer{Sent::unknown, Fault::cut_off}; };
  send();
  EXPECT_EQ(get(id).state, State::unknown);
  EXPECT_EQ(get(id).fault, Fault::cut_off);
  clock_.advance(base::minutes{1});
  EXPECT_TRUE(report(id, Report::accepted));
  EXPECT_EQ(get(id).state, State::sent);
  EXPECT_EQ(get(id).sent, clock_.now());
  EXPECT_EQ(get(id).reported, std::nullopt);
  EXPECT_EQ(get(id).fault, Fault::none);
  EXPECT_FALSE(report(id, Report::accepted)) << "repeated";
  clock_.advance(base::hours{1});
  EXPECT_EQ(recover(platform(), network_), 0);
  EXPECT_EQ(send(), 0);
  EXPECT_TRUE(report(id, Report::rejected));
  EXPECT_EQ(get(id).state, State::undelivered);
  EXPECT_EQ(get(id).fault, Fault::rejected);
  EXPECT_EQ(told_, (std::vector<std::string>{"sent sent", "report undelivered"}));
}

// P5.returned, P5.returns_policy
TEST_P(Outbox, MarksTheAddressOfAMailThatCameBackUnlessAPolicySentItBack) {
  const MessageId gone = put(Channel::mail), unwelcome = put(Channel::mail);
  EXPECT_EQ(send(), 2);
  const auto marked = [&, address = get(gone).to.address] {
    return read([&](db::Transaction& tx) { return returned(tx, address).has_value(); });
  };
  EXPECT_TRUE(record_report(platform(), {}, unwelcome, Report::unwelcome, "550 5.7.1 not welcome"));
  EXPECT_EQ(get(unwelcome).state, State::undelivered);
  EXPECT_EQ(get(unwelcome).fault, Fault::unwelcome);
  EXPECT_EQ(get(unwelcome).fault_detail, "550 5.7.1 not welcome");
  EXPECT_FALSE(marked());
  EXPECT_TRUE(record_report(platform(), {}, gone, Report::returned, "550 5.1.1 nobody"));
  EXPECT_EQ(get(gone).fault, Fault::returned);
  EXPECT_TRUE(marked());
  EXPECT_FALSE(record_report(platform(), {}, gone, Report::unwelcome)) << "the first is the last word";
}

// P5.report
TEST_P(Outbox, EndsAlikeInWhateverOrderReportsCome) {
  std::vector<Report> order{Report::accepted, Report::accepted, Report::delivered};
  do {
    told_.clear();
    const MessageId id = put(Channel::sms);
    send();
    for (const Report said : order) report(id, said);
    EXPECT_EQ(get(id).state, State::delivered);
    EXPECT_EQ(told_, (std::vector<std::string>{"sent sent", "report delivered"}));
  } while (std::next_permutation(order.begin(), order.end()));
}

// P5.unknown
TEST_P(Outbox, SendsAMailAgainThatACrashLeftInDoubt) {
  const MessageId id = put(Channel::mail);
  die_sending(id);
  EXPECT_EQ(recover(platform(), network_), 0) << "another server may still be at it";
  clock_.advance(base::minutes{2});
  EXPECT_EQ(recover(platform(), network_), 1);
  EXPECT_EQ(get(id).state, State::queued);
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(get(id).state, State::sent);
  EXPECT_EQ(told_, std::vector<std::string>{"sent sent"});
}

TEST_P(Outbox, WaitsForTheReportOfAnSmsInDoubtThenSendsItOnceMore) {
  const MessageId id = put(Channel::sms);
  die_sending(id);
  clock_.advance(base::minutes{2});
  EXPECT_EQ(recover(platform(), network_), 1);
  EXPECT_EQ(get(id).state, State::unknown);
  EXPECT_EQ(send(), 0);
  clock_.advance(base::minutes{15} - base::Duration{1});
  EXPECT_EQ(recover(platform(), network_), 0);
  clock_.advance(base::Duration{1});
  EXPECT_EQ(recover(platform(), network_), 1);
  EXPECT_EQ(get(id).state, State::queued);

  network_.on_send = [](const Message&) { return Sent::unknown; };
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(get(id).state, State::unknown);
  clock_.advance(base::minutes{15});
  EXPECT_EQ(recover(platform(), network_), 1);
  EXPECT_EQ(get(id).state, State::failed) << "once more is once";
  EXPECT_EQ(network_.sent[id], 2);
}

TEST_P(Outbox, BelievesTheReportOfAnSmsInDoubt) {
  const MessageId id = put(Channel::sms);
  network_.on_send = [](const Message&) { return Sent::unknown; };
  send();
  EXPECT_TRUE(report(id, Report::delivered));
  clock_.advance(base::hours{1});
  EXPECT_EQ(recover(platform(), network_), 0);
  EXPECT_EQ(send(), 0);
  EXPECT_EQ(told_, (std::vector<std::string>{"sent delivered", "report delivered"}));
}

TEST_P(Outbox, GivesUpAMailThatKillsEveryServerThatSendsIt) {
  const MessageId id = put(Channel::mail);
  for (int attempt = 1; attempt <= 20; ++attempt) {
    die_sending(id);
    clock_.advance(base::minutes{2});
    EXPECT_EQ(recover(platform(), network_), 1);
  }
  EXPECT_EQ(get(id).state, State::failed);
}

TEST_P(Outbox, SendsOnceAndTellsAgainWhenWhoListensFails) {
  const MessageId id = put(Channel::mail);
  on_tell_ = [] { throw std::runtime_error("no"); };
  const base::Instant handed = clock_.now();
  EXPECT_EQ(send(), 1);
  EXPECT_EQ(get(id).state, State::sending);
  clock_.advance(base::minutes{10});
  EXPECT_EQ(recover(platform(), network_), 0) << "nobody doubts that it went";
  EXPECT_EQ(send(), 0);
  on_tell_ = nullptr;
  clock_.advance(base::minutes{10});
  EXPECT_EQ(send(), 0);
  EXPECT_EQ(get(id).state, State::sent);
  EXPECT_EQ(get(id).sent, handed);
  EXPECT_EQ(network_.sent[id], 1);
  EXPECT_EQ(told_.size(), 3U);
}

// P5.local
TEST_P(Outbox, KeptHereReportsAnSmsAtOnceAndLeavesAMailSent) {
  const MessageId mail = put(Channel::mail), sms = put(Channel::sms);
  EXPECT_EQ(send_queued(platform(), outbox_, listeners_), 2);
  EXPECT_EQ(get(mail).state, State::sent);
  EXPECT_EQ(get(sms).state, State::delivered);
  EXPECT_EQ(told_, (std::vector<std::string>{"sent sent", "sent sent", "report delivered"}));
}

TEST_P(Outbox, KeptHereLosesAndRepeatsNothingHoweverOftenServersDie) {
  base::SeededRandom chance(20261123);
  support::CrashingDatabase dying(database(), chance);
  support::TestPlatform server(dying, clock_, 7);
  std::map<MessageId, int> sent, reported;  // told in transactions that were kept
  Listeners listeners;
  listeners.on_sent.push_back([&](platform::Act& act, const Message& message) {
    act.tx.after_commit([&sent, id = message.id] { ++sent[id]; });
  });
  listeners.on_report.push_back([&](platform::Act& act, const Message& message) {
    act.tx.after_commit([&reported, id = message.id] { ++reported[id]; });
  });
  std::vector<MessageId> written;
  for (int i = 0; i < 40; ++i) written.push_back(put(i % 2 == 0 ? Channel::sms : Channel::mail));

  dying.crash_one_in(12);
  int crashes = 0;
  for (bool done = false; !done;) {
    try {
      recover(*server, outbox_);
      done = send_queued(*server, outbox_, listeners, 5) == 0;
    } catch (const support::Crash&) {
      ++crashes;
    }
  }
  EXPECT_GT(crashes, 5);
  for (std::size_t i = 0; i < written.size(); ++i) {
    EXPECT_EQ(get(written[i]).state, i % 2 == 0 ? State::delivered : State::sent);
    EXPECT_EQ(sent[written[i]], 1);
    EXPECT_EQ(reported[written[i]], i % 2 == 0 ? 1 : 0);
  }
}

TEST(MessageStates, KnowEveryEventOfTheOutbox) {
  const auto next = [](State from, Event event) { return transitions.next(from, event); };
  EXPECT_EQ(next(State::queued, Event::take), State::sending);
  EXPECT_EQ(next(State::queued, Event::report_undelivered), State::undelivered);
  EXPECT_EQ(next(State::sending, Event::report_delivered), State::delivered);
  EXPECT_EQ(next(State::unknown, Event::report_undelivered), State::undelivered);
  EXPECT_EQ(next(State::sent, Event::report_undelivered), State::undelivered);
  EXPECT_EQ(next(State::sent, Event::take), std::nullopt);
  EXPECT_EQ(next(State::delivered, Event::report_undelivered), std::nullopt);
  for (const State state : {State::queued, State::sending, State::sent, State::delivered, State::undelivered,
                            State::unknown, State::failed}) {
    EXPECT_EQ(state_from_text(to_text(state)), state);
    EXPECT_FALSE(label(state).empty());
  }
}

}  // namespace
}  // namespace messages
