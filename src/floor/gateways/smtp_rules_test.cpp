#include "floor/gateways/smtp_rules.hpp"

#include <gtest/gtest.h>

namespace gateways {
namespace {

using messages::Fault;
using messages::Sent;
using enum SmtpStage;

struct Row {
  SmtpStage stage;
  int reply;
  Sent sent;
  Fault fault;
};

// P5.smtp
TEST(SmtpAnswers, refuse_for_good_what_is_said_of_the_recipient_or_the_content_and_stop_for_the_rest) {
  const Row rows[] = {
      {opening, 0, Sent::down, Fault::unreachable},
      {opening, 220, Sent::down, Fault::unreachable},
      {opening, 421, Sent::down, Fault::busy},
      {opening, 554, Sent::down, Fault::busy},
      {sign_in, 535, Sent::down, Fault::credentials},
      {sign_in, 454, Sent::down, Fault::busy},
      {sender, 550, Sent::down, Fault::sender},
      {sender, 530, Sent::down, Fault::credentials},
      {sender, 451, Sent::down, Fault::busy},
      {sender, 552, Sent::refused, Fault::too_large},
      {sender, 452, Sent::delayed, Fault::recipient_later},
      {recipient, 550, Sent::refused, Fault::recipient},
      {recipient, 599, Sent::refused, Fault::recipient},
      {recipient, 500, Sent::refused, Fault::recipient},
      {recipient, 450, Sent::delayed, Fault::recipient_later},
      {recipient, 400, Sent::delayed, Fault::recipient_later},
      {recipient, 421, Sent::down, Fault::busy},
      {recipient, 250, Sent::down, Fault::unreachable},
      {content, 554, Sent::refused, Fault::content},
      {content, 552, Sent::refused, Fault::too_large},
      {content, 451, Sent::delayed, Fault::recipient_later},
      {content, 421, Sent::down, Fault::busy},
      {content, 354, Sent::unknown, Fault::cut_off},
      {content, 0, Sent::unknown, Fault::cut_off},
  };
  for (const Row& row : rows) {
    const auto answer = judge_smtp({.stage = row.stage, .reply = row.reply, .words = "5.1.1 nobody"});
    EXPECT_EQ(answer.sent, row.sent) << static_cast<int>(row.stage) << ' ' << row.reply;
    EXPECT_EQ(to_text(answer.fault), to_text(row.fault)) << static_cast<int>(row.stage) << ' ' << row.reply;
  }
}

TEST(SmtpAnswers, keep_the_words_of_the_server) {
  EXPECT_EQ(judge_smtp({.stage = recipient, .reply = 550, .words = "550 5.1.1 nobody here"}).detail,
            "550 5.1.1 nobody here");
}

TEST(SmtpAnswers, do_not_hold_a_policy_against_the_address) {  // P5.smtp_policy
  const auto said = [](std::string words) { return judge_smtp({.stage = recipient, .reply = 550, .words = words}); };
  EXPECT_EQ(said("550 5.7.1 blocked by our list").fault, Fault::unwelcome);
  EXPECT_EQ(said("550-5.7.26 not authenticated").fault, Fault::unwelcome);
  EXPECT_EQ(said("550 5.7.1 blocked").sent, Sent::refused);
  EXPECT_EQ(said("550 5.1.1 5.7.1 is no code here").fault, Fault::recipient);
  EXPECT_EQ(said("550").fault, Fault::recipient);
}

TEST(SmtpAnswers, say_what_the_client_saw_by_itself) {  // P5.smtp
  EXPECT_EQ(judge_smtp({.reply = 220, .trouble = SmtpTrouble::encryption}).fault, Fault::encryption);
  EXPECT_EQ(judge_smtp({.reply = 250, .trouble = SmtpTrouble::sign_in}).fault, Fault::credentials);
  EXPECT_EQ(judge_smtp({.reply = 250, .trouble = SmtpTrouble::sign_in}).sent, Sent::down);
}

}  // namespace
}  // namespace gateways
