#include "floor/gateways/returned_mail_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace gateways {
namespace {

using Fate = MailReport::Fate;

// A report with the head of the mail it is about, its lines ended as the network ends them.
std::string report(const std::string& fields, const std::string& mail_head,
                   const std::string& type = "multipart/report; report-type=delivery-status;\n\tboundary=\"b1\"") {
  const std::string text =
      "From: MAILER-DAEMON@mx.example.org\nMessage-ID: <its.own@mx.example.org>\nContent-Type: " + type +
      "\n\n--b1\nContent-Type: text/plain\n\nThe mail could not be delivered.\n\n--b1\n"
      "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n" +
      fields + "\n--b1\nContent-Type: text/rfc822-headers\n\n" + mail_head + "\n\n--b1--\n";
  std::string lines;
  for (const char c : text) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return lines;
}
const std::string head = "From: Mandat <mandat@example.fr>\nMessage-ID: <mandat.1.abc@example.fr>\nSubject: Devis";

// P5.returns_box
TEST(ReturnedMail, P5_returns_box_a_failed_delivery_names_the_mail_and_what_was_said) {
  const auto read =
      read_mail_report(report("Final-Recipient: rfc822; nobody@example.org\nAction: failed\nStatus: 5.1.1\n"
                              "Diagnostic-Code: smtp; 550 5.1.1 <nobody@example.org>:\n    no such mailbox\n",
                              head));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->message_id, "mandat.1.abc@example.fr");
  EXPECT_EQ(read->fate, Fate::returned);
  EXPECT_EQ(read->words, "550 5.1.1 <nobody@example.org>:    no such mailbox");
}

// P5.returns_policy
TEST(ReturnedMail, P5_returns_policy_tells_a_policy_and_a_delay_from_a_lost_mail) {
  const auto fate = [](const std::string& fields) { return read_mail_report(report(fields, head)).value().fate; };
  EXPECT_EQ(fate("Action: failed\nStatus: 5.7.1\n"), Fate::unwelcome);
  EXPECT_EQ(fate("Action: failed\nStatus: 5.2.2\n"), Fate::returned);
  EXPECT_EQ(fate("Action: failed\nStatus: 4.4.7\n"), Fate::returned) << "tried for days, then given up";
  EXPECT_EQ(fate("Action: failed\nStatus: 5.0.0\n"), Fate::returned);
  for (const std::string status : {"5.2.3", "5.3.4", "5.4.6", "5.6.1", "4.7.0", ""})
    EXPECT_EQ(fate("Action: failed\nStatus: " + status + "\n"), Fate::unwelcome) << status;
  EXPECT_EQ(fate("Action: delayed\nStatus: 4.4.1\n"), Fate::on_its_way);
  EXPECT_EQ(fate("Action: delivered\nStatus: 2.0.0\n"), Fate::on_its_way);
  EXPECT_EQ(fate("ACTION:Failed (bad destination)\nSTATUS: 5.1.1 (mailbox)\n"), Fate::returned) << "however written";
}

TEST(ReturnedMail, P5_returns_box_of_several_recipients_the_first_who_was_not_reached_counts) {
  const std::string reached = "Final-Recipient: rfc822; a@example.org\nAction: relayed\nStatus: 2.0.0\n",
                    refused = "Final-Recipient: rfc822; b@example.org\nAction: failed\nStatus: 5.1.1\n",
                    policy = "Final-Recipient: rfc822; c@example.org\nAction: failed\nStatus: 5.7.1\n";
  const auto read = [](const std::string& fields) { return read_mail_report(report(fields, head)).value(); };
  EXPECT_EQ(read(reached + "\n" + refused + "\n" + policy).fate, Fate::returned);
  EXPECT_EQ(read(reached + "\n" + refused + "\n" + policy).words, "5.1.1");
  EXPECT_EQ(read(refused + "\n" + reached).fate, Fate::returned);
  EXPECT_EQ(read(reached + "\n" + reached).fate, Fate::on_its_way);
}

TEST(ReturnedMail, P5_returns_box_without_a_diagnostic_the_status_is_told) {
  EXPECT_EQ(read_mail_report(report("Action: failed\nStatus: 5.1.10\n", head))->words, "5.1.10");
}

TEST(ReturnedMail, P5_returns_box_what_is_no_report_or_names_no_mail_is_left) {
  const std::string failed = "Action: failed\nStatus: 5.1.1\n";
  EXPECT_FALSE(read_mail_report(""));
  EXPECT_FALSE(read_mail_report("Subject: Re: Devis\nIn-Reply-To: <mandat.1.abc@example.fr>\n\nMerci\n"));
  EXPECT_FALSE(read_mail_report(report(failed, head, "multipart/mixed; boundary=b1")));
  EXPECT_FALSE(read_mail_report(report(failed, "Subject: Devis")));
  EXPECT_FALSE(read_mail_report(report(failed, "Message-ID: none")));
  EXPECT_FALSE(read_mail_report(report(failed, "Message-ID: <>")));
  EXPECT_FALSE(read_mail_report(report(failed, "Message-ID: <mandat.1.abc\n @example.fr>")));
  EXPECT_FALSE(read_mail_report(report("Status: 5.1.1\n", head))) << "it says of no mail what became of it";
  EXPECT_FALSE(read_mail_report("Content-Type: multipart/report\n\nMessage-ID: <mandat.1.abc@example.fr>\n"));
}

// Whatever a stranger sends is read to its end, and never as a report about what it does not name.
RC_GTEST_PROP(ReturnedMail, P5_returns_box_any_text_is_read, ()) {
  const std::string whole = report("Action: failed\nStatus: 5.1.1\n", head);
  const auto cut = *rc::gen::inRange<std::size_t>(0, whole.size());
  std::string mail = whole.substr(0, cut) + *rc::gen::string<std::string>();
  if (const auto read = read_mail_report(mail)) RC_ASSERT(mail.find(read->message_id) != std::string::npos);
}

}  // namespace
}  // namespace gateways
