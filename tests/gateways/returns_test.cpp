// Mail that comes back, through a real server's box: run by tests/gateways/run, which puts there what a mail server
// that took it would report, and looks at what is left.
#include "floor/gateways/returns_box.hpp"

#include <set>

#include "floor/messages/returned_addresses.hpp"
#include "gateways/mail_scene.hpp"

namespace {

using messages::Fault;
using messages::State;
using scene::asked;

class Returns : public scene::Mails {
 protected:
  gateways::ReturnsBoxSettings box() const {
    const auto [user, password] = scene::parted("MANDAT_TEST_POP3_ACCOUNT");
    return {.url = "pop3s://" + asked("MANDAT_TEST_POP3"),
            .user = user,
            .password = password,
            .ca_file = asked("MANDAT_TEST_SMTP_CERTIFICATE"),
            .server_key = server_key(),
            .timeout = std::chrono::seconds{5}};
  }
  bool marked(const std::string& who) {
    return read([&](db::Transaction& tx) { return messages::returned(tx, address(who)).has_value(); });
  }
};
MANDAT_ON_BOTH_ENGINES(Returns);

TEST_P(Returns, reports_about_our_mails_are_taken_and_everything_else_stays) {  // P5.returns_box, P5.returns_policy
  gateways::SmtpTransport smtp(settings());
  const auto gone = put("gone"), policy = put("policy"), slow = put("slow"), answered = put("answer");
  EXPECT_EQ(send(smtp), 4);
  for (const auto id : {gone, policy, slow, answered}) ASSERT_EQ(get(id).state, State::sent);

  gateways::ReturnsBox returns(box());
  auto found = returns.read(platform(), {});
  EXPECT_EQ(found.reports, 3);
  EXPECT_GE(found.left, 1) << "what a person wrote, and what is about the other house's mails";

  EXPECT_EQ(get(gone).state, State::undelivered);
  EXPECT_EQ(get(gone).fault, Fault::returned);
  EXPECT_EQ(get(gone).fault_detail, "550 5.1.1 <" + address("gone") + ">: Recipient address rejected");
  EXPECT_TRUE(marked("gone"));
  EXPECT_EQ(get(policy).state, State::undelivered);
  EXPECT_EQ(get(policy).fault, Fault::unwelcome);
  EXPECT_FALSE(marked("policy"));
  EXPECT_EQ(get(slow).state, State::sent) << "a delay is no end";
  EXPECT_EQ(get(answered).state, State::sent);

  found = returns.read(platform(), {});
  EXPECT_EQ(found.reports, 0) << "removed";
  EXPECT_EQ(found.left, 0) << "what stays is not read again";
  gateways::ReturnsBox started_again(box());
  EXPECT_EQ(started_again.read(platform(), {}).reports, 0);
}

TEST_P(Returns, a_report_under_another_servers_key_is_nobodys) {
  gateways::SmtpTransport smtp(settings());
  const auto id = put("gone.forged");
  EXPECT_EQ(send(smtp), 1);
  auto other = box();
  other.server_key = std::string(32, 'x');
  EXPECT_EQ(gateways::ReturnsBox(other).read(platform(), {}).reports, 0);
  EXPECT_EQ(get(id).state, State::sent);
  EXPECT_EQ(gateways::ReturnsBox(box()).read(platform(), {}).reports, 1);
  EXPECT_EQ(get(id).state, State::undelivered);
}

TEST_P(Returns, a_report_whose_reader_fails_is_read_again_and_holds_up_no_other) {
  gateways::SmtpTransport smtp(settings());
  const auto first = put("gone.first"), second = put("gone.second");
  EXPECT_EQ(send(smtp), 2);
  messages::Listeners listeners;
  listeners.on_lost.push_back([&](platform::Act&, const messages::Message& message) {
    if (message.id == first) throw std::runtime_error("not now");
  });
  gateways::ReturnsBox returns(box());
  EXPECT_EQ(returns.read(platform(), listeners).reports, 1);
  EXPECT_EQ(get(first).state, State::sent) << "nothing of it is kept";
  EXPECT_EQ(get(second).state, State::undelivered);
  EXPECT_EQ(returns.read(platform(), {}).reports, 1);
  EXPECT_EQ(get(first).state, State::undelivered);
}

TEST_P(Returns, a_mail_that_the_server_cannot_give_stays_and_holds_up_no_other) {
  gateways::SmtpTransport smtp(settings());
  const auto readable = put("gone.before");
  put("broken");
  const auto later = put("gone.after");
  EXPECT_EQ(send(smtp), 3);
  gateways::ReturnsBox returns(box());
  while (returns.read(platform(), {}).more) continue;
  EXPECT_EQ(get(readable).state, State::undelivered);
  EXPECT_EQ(get(later).state, State::undelivered);
  EXPECT_EQ(returns.read(platform(), {}).left, 0);
}

TEST_P(Returns, a_long_box_is_read_some_mails_at_a_time_the_newest_first) {
  gateways::SmtpTransport smtp(settings());
  const auto oldest = put("gone.oldest");
  constexpr int letters = 60;
  for (int i = 0; i < letters; ++i) put("answer." + std::to_string(i));
  const auto newest = put("gone.newest");
  while (send(smtp) > 0) continue;
  gateways::ReturnsBox returns(box());
  EXPECT_TRUE(returns.read(platform(), {}).more);
  EXPECT_EQ(get(newest).state, State::undelivered);
  EXPECT_EQ(get(oldest).state, State::sent);
  while (returns.read(platform(), {}).more) continue;
  EXPECT_EQ(get(oldest).state, State::undelivered);
}

TEST_P(Returns, a_box_that_cannot_be_read_says_why) {
  auto wrong = box();
  wrong.password = "wrong";
  EXPECT_THROW(gateways::ReturnsBox(wrong).read(platform(), {}), std::runtime_error);
  auto distrustful = box();
  distrustful.ca_file.clear();
  EXPECT_THROW(gateways::ReturnsBox(distrustful).read(platform(), {}), std::runtime_error)
      << "the certificate is nobody's";
  auto nowhere = box();
  nowhere.url = "pop3s://127.0.0.1:" + std::to_string(scene::closed_port());
  EXPECT_THROW(gateways::ReturnsBox(nowhere).read(platform(), {}), std::runtime_error);
}

}  // namespace
