// Mail through a real server: run by tests/gateways/run, which reads what arrived.
#include "floor/documents/documents.hpp"
#include "gateways/mail_scene.hpp"

namespace {

using messages::Fault;
using messages::State;
using scene::asked;

using Mail = scene::Mails;
MANDAT_ON_BOTH_ENGINES(Mail);

TEST_P(Mail, arrives_whole_with_its_attachment) {  // P5.smtp
  gateways::SmtpTransport smtp(settings());
  const auto id = put("whole", {attach()});
  EXPECT_EQ(send(smtp), 1);
  EXPECT_EQ(get(id).state, State::sent) << get(id).fault_detail;
}

TEST_P(Mail, that_the_server_asks_to_send_later_goes_after_a_wait) {  // P5.retry
  gateways::SmtpTransport smtp(settings());
  const auto id = put("later"), other = put("whole", {attach()});
  EXPECT_EQ(send(smtp), 2) << "one that waits holds up no other";
  EXPECT_EQ(get(id).state, State::queued);
  EXPECT_EQ(get(id).fault, Fault::recipient_later);
  EXPECT_EQ(get(id).fault_detail, "450 4.2.0 greylisted, try again later");
  EXPECT_EQ(get(other).state, State::sent);
  clock_.advance(base::seconds{30});
  EXPECT_EQ(send(smtp), 1);
  EXPECT_EQ(get(id).state, State::sent);
  EXPECT_EQ(get(id).fault, Fault::none);
}

TEST_P(Mail, to_nobody_or_refused_once_read_is_a_dead_letter) {  // P5.dead_letter
  gateways::SmtpTransport smtp(settings());
  const auto nobody = put("nobody"), spam = put("spam");
  EXPECT_EQ(send(smtp), 2);
  EXPECT_EQ(get(nobody).state, State::failed);
  EXPECT_EQ(get(nobody).fault, Fault::recipient);
  EXPECT_EQ(get(nobody).fault_detail, "550 5.1.1 <" + address("nobody") + ">: nobody here");
  EXPECT_EQ(get(spam).state, State::failed);
  EXPECT_EQ(get(spam).fault, Fault::content);
}

// What arrived twice bears one Message-ID: tests/gateways/run looks.
TEST_P(Mail, whose_answer_is_lost_goes_again_under_its_own_id) {  // P5.unknown
  gateways::SmtpTransport smtp(settings());
  const auto id = put("cut");
  EXPECT_EQ(send(smtp), 1);
  EXPECT_EQ(get(id).state, State::queued);
  EXPECT_EQ(get(id).fault, Fault::cut_off);
  EXPECT_EQ(send(smtp), 1);
  EXPECT_EQ(get(id).state, State::sent) << get(id).fault_detail;
}

TEST_P(Mail, stops_at_the_first_fault_of_the_gateway_itself) {  // P5.rest
  const auto first = put("whole", {attach()}), second = put("whole", {attach()});
  auto wrong = settings();
  wrong.password = "wrong";
  gateways::SmtpTransport refused(wrong);
  EXPECT_EQ(send(refused), 1);
  EXPECT_EQ(get(first).fault, Fault::credentials);
  EXPECT_EQ(get(first).state, State::queued);
  EXPECT_EQ(get(second).attempts, 0);

  clock_.advance(base::minutes{1});
  auto distrustful = settings();
  distrustful.ca_file.clear();
  gateways::SmtpTransport unknown(distrustful);
  EXPECT_EQ(send(unknown), 1);
  EXPECT_EQ(get(second).fault, Fault::encryption) << "the certificate is nobody's";

  clock_.advance(base::minutes{5});
  auto nowhere = settings();
  nowhere.port = scene::closed_port();
  gateways::SmtpTransport unreachable(nowhere);
  EXPECT_EQ(send(unreachable), 1);
  EXPECT_EQ(get(first).fault, Fault::unreachable);
  EXPECT_EQ(get(first).state, State::queued);

  clock_.advance(base::minutes{5});
  gateways::SmtpTransport smtp(settings());
  EXPECT_EQ(send(smtp), 2);
  EXPECT_EQ(get(first).state, State::sent);
  EXPECT_EQ(get(second).state, State::sent);
}

TEST_P(Mail, whose_attachment_is_gone_waits) {
  gateways::SmtpTransport smtp(settings());
  const auto id = put("whole", {attach()});
  std::filesystem::remove_all(platform().documents.root());
  EXPECT_EQ(send(smtp), 1);
  EXPECT_EQ(get(id).state, State::queued);
  EXPECT_EQ(get(id).fault, Fault::attachment);
}

}  // namespace
