#include "floor/gateways/kannel_rules.hpp"

#include <gtest/gtest.h>

namespace gateways {
namespace {

using messages::Fault;
using messages::Report;
using messages::Sent;
using Request = KannelTalk::Request;

// P5.kannel
TEST(KannelAnswers, tell_a_bad_request_from_a_gateway_that_fails) {
  struct Row {
    int status;
    Sent sent;
    Fault fault;
  };
  const Row rows[] = {
      {200, Sent::accepted, Fault::none},       {202, Sent::accepted, Fault::none},
      {299, Sent::accepted, Fault::none},       {400, Sent::refused, Fault::content},
      {406, Sent::refused, Fault::content},     {413, Sent::refused, Fault::content},
      {401, Sent::down, Fault::credentials},    {403, Sent::down, Fault::credentials},
      {302, Sent::down, Fault::strange_answer}, {404, Sent::down, Fault::strange_answer},
      {500, Sent::down, Fault::busy},           {503, Sent::down, Fault::busy},
  };
  for (const Row& row : rows) {
    const auto answer = judge_kannel({.request = Request::left, .status = row.status});
    EXPECT_EQ(answer.sent, row.sent) << row.status;
    EXPECT_EQ(to_text(answer.fault), to_text(row.fault)) << row.status;
  }
}

TEST(KannelAnswers, leave_an_sms_unknown_only_when_its_request_has_left) {  // P5.kannel
  EXPECT_EQ(judge_kannel({.request = Request::left}).sent, Sent::unknown);
  EXPECT_EQ(judge_kannel({.request = Request::not_sent}).sent, Sent::down);
  EXPECT_EQ(judge_kannel({.request = Request::not_sent}).fault, Fault::unreachable);
  EXPECT_EQ(judge_kannel({.trouble = KannelTalk::Trouble::encryption}).fault, Fault::encryption);
}

TEST(KannelReports, are_read_by_their_code) {  // P5.report_codes
  EXPECT_EQ(report_of("1"), Report::delivered);
  EXPECT_EQ(report_of("2"), Report::undelivered);
  EXPECT_EQ(report_of("4"), Report::accepted);
  EXPECT_EQ(report_of("8"), Report::accepted);
  EXPECT_EQ(report_of("16"), Report::rejected);
  for (const std::string_view other : {"", "0", "3", "32", "%d", " 1", "01"})
    EXPECT_EQ(report_of(other), std::nullopt) << other;
  EXPECT_EQ(every_report, 31);
}

}  // namespace
}  // namespace gateways
