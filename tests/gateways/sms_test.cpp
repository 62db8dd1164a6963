// SMS through a real Kannel and an operator's SMPP: run by tests/gateways/run. The number's last digits say what the
// operator does with it (smsc.py).
#include <thread>

#include "floor/gateways/report_address.hpp"
#include "floor/gateways/routes.hpp"
#include "floor/visit/dispatcher.hpp"
#include "gateways/gateway_scene.hpp"
#include "support/served.hpp"

namespace {

using messages::Fault;
using messages::State;
using scene::asked;

class Sms : public scene::Gateways {
 protected:
  void SetUp() override {
    scene::Gateways::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    listeners_.on_sent.push_back([this](platform::Act& act, const messages::Message& message) {
      act.tx.after_commit([this, id = message.id] { note("sent", id); });
    });
    listeners_.on_report.push_back([this](platform::Act& act, const messages::Message& message) {
      act.tx.after_commit([this, id = message.id] { note("report", id); });
    });
    site_.listeners = &listeners_;
    const auto rows = gateways::routes();
    dispatcher_.emplace(platform(), site_, std::vector<visit::Route>(rows.begin(), rows.end()),
                        [](const visit::Served&) {});
    network_.emplace([this](web::Request& request) { return dispatcher_->handle(request); });
  }
  void TearDown() override {
    network_.reset();
    scene::Gateways::TearDown();
  }

  gateways::KannelSettings settings(const std::string& address = "MANDAT_TEST_KANNEL") const {
    const auto [user, password] = scene::parted("MANDAT_TEST_KANNEL_ACCOUNT");
    return {.url = asked(address),
            .user = user,
            .password = password,
            .sender = "Mandat",
            .report_url = "http://127.0.0.1:" + std::to_string(network_->port()),
            .server_key = platform_key(),
            .timeout = std::chrono::seconds{5}};
  }
  std::string platform_key() const { return const_cast<Sms*>(this)->platform().settings.server_key; }

  messages::MessageId put(const std::string& number, std::string text = "Mandat : devis validé",
                          messages::SmsAlphabet alphabet = messages::SmsAlphabet::gsm7) {
    return act([&](platform::Act& act) {
      return messages::enqueue(act, {.channel = messages::Channel::sms,
                                     .to = {.organisation = {5}, .address = "+336123456" + number},
                                     .body = std::move(text),
                                     .alphabet = alphabet});
    });
  }
  int send(messages::Transport& transport) { return messages::send_queued(platform(), transport, listeners_); }
  bool soon(const std::function<bool()>& holds) {
    for (int i = 0; i < 500; ++i) {
      if (holds()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return false;
  }
  bool becomes(messages::MessageId id, State state) {
    return soon([&] { return get(id).state == state; });
  }
  int heard(const std::string& what, messages::MessageId id) {
    const std::lock_guard lock(mutex_);
    return told_[{what, id}];
  }

 private:
  void note(const std::string& what, messages::MessageId id) {
    const std::lock_guard lock(mutex_);
    ++told_[{what, id}];
  }

  messages::Listeners listeners_;
  visit::Site site_;
  std::optional<visit::Dispatcher> dispatcher_;
  std::optional<support::Served> network_;
  std::mutex mutex_;  // guards told_
  std::map<std::pair<std::string, messages::MessageId>, int> told_;
};
MANDAT_ON_BOTH_ENGINES(Sms);

TEST_P(Sms, is_delivered_when_the_operator_says_so_and_its_desk_hears_it_once) {  // P5.kannel, P5.report
  gateways::KannelTransport kannel(settings());
  const auto id = put("01");
  EXPECT_EQ(send(kannel), 1);
  EXPECT_TRUE(becomes(id, State::delivered)) << label(get(id).state);
  EXPECT_EQ(get(id).fault, Fault::none);
  EXPECT_EQ(heard("sent", id), 1);
  EXPECT_EQ(heard("report", id), 1);
}

TEST_P(Sms, that_keeps_its_letters_leaves_in_ucs2_and_one_that_cannot_be_handed_over_says_so) {  // P5.report_codes
  gateways::KannelTransport kannel(settings());
  const auto id = put("02", asked("MANDAT_TEST_GREEK"), messages::SmsAlphabet::as_written);
  EXPECT_EQ(send(kannel), 1);
  EXPECT_TRUE(becomes(id, State::undelivered)) << label(get(id).state);
  EXPECT_EQ(get(id).fault, Fault::undelivered);
  EXPECT_EQ(heard("report", id), 1);
}

TEST_P(Sms, that_the_operator_rejects_is_undelivered) {  // P5.report_codes
  gateways::KannelTransport kannel(settings());
  const auto id = put("03");
  EXPECT_EQ(send(kannel), 1);
  EXPECT_TRUE(becomes(id, State::undelivered)) << label(get(id).state);
  EXPECT_EQ(get(id).fault, Fault::rejected);
}

// The line breaks once Kannel has taken the SMS: nobody knows, until the operator says that he has it.
TEST_P(Sms, in_doubt_is_settled_by_the_operators_word_and_never_sent_twice) {  // P5.unknown, P5.report
  gateways::KannelTransport cut(settings("MANDAT_TEST_KANNEL_CUT"));
  const auto id = put("05");
  EXPECT_EQ(send(cut), 1);
  EXPECT_TRUE(becomes(id, State::sent)) << label(get(id).state);
  EXPECT_EQ(heard("sent", id), 1);
  EXPECT_EQ(heard("report", id), 0) << "that he has it is not that he delivered it";
  clock_.advance(base::hours{1});
  EXPECT_EQ(messages::recover(platform(), cut), 0);
  EXPECT_EQ(send(cut), 0);
}

TEST_P(Sms, waits_while_kannel_does_not_let_us_in_or_is_not_there) {  // P5.rest
  const auto first = put("01"), second = put("01");
  auto wrong = settings();
  wrong.password = "wrong";
  gateways::KannelTransport refused(wrong);
  EXPECT_EQ(send(refused), 1);
  EXPECT_EQ(get(first).fault, Fault::credentials);
  EXPECT_EQ(get(second).attempts, 0);
  clock_.advance(base::minutes{1});
  auto nowhere = settings();
  nowhere.url = "http://127.0.0.1:" + std::to_string(scene::closed_port()) + "/cgi-bin/sendsms";
  gateways::KannelTransport unreachable(nowhere);
  EXPECT_EQ(send(unreachable), 1);
  EXPECT_EQ(get(second).fault, Fault::unreachable) << "the one that has waited longest is tried";
  clock_.advance(base::minutes{5});
  gateways::KannelTransport kannel(settings());
  EXPECT_EQ(send(kannel), 2);
  EXPECT_TRUE(becomes(first, State::delivered));
  EXPECT_TRUE(becomes(second, State::delivered));
}

}  // namespace
