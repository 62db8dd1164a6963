#include "desks/motor/document/turn_rules.hpp"

#include <gtest/gtest.h>

namespace motor::document {
namespace {

using enum Verdict;

TEST(TurnRules, M11_answered_documents_have_come_when_the_latest_of_each_kind_is_compliant) {  // M11.answered
  EXPECT_EQ(turn_of_documents({}), Turn::repairer) << "nothing was sent since they were asked for";
  EXPECT_EQ(turn_of_documents({{Kind::quote, none}}), Turn::firm);
  EXPECT_EQ(turn_of_documents({{Kind::quote, compliant}}), Turn::settled);
  EXPECT_EQ(turn_of_documents({{Kind::quote, non_compliant}, {Kind::other, compliant}}), Turn::repairer)
      << "one is still missing";
  EXPECT_EQ(turn_of_documents({{Kind::quote, non_compliant}, {Kind::other, compliant}, {Kind::quote, none}}),
            Turn::firm)
      << "what was refused came again";
  EXPECT_EQ(turn_of_documents({{Kind::quote, non_compliant}, {Kind::other, compliant}, {Kind::quote, compliant}}),
            Turn::settled);
  EXPECT_EQ(turn_of_documents({{Kind::quote, compliant}, {Kind::quote, non_compliant}}), Turn::repairer)
      << "the latest counts, not the best";
  EXPECT_EQ(turn_of_documents({{Kind::invoice, none}}), Turn::firm) << "an invoice is a document too";
}

TEST(TurnRules, M34_sent_an_invoice_is_the_firms_until_it_is_judged) {  // M34.sent
  EXPECT_EQ(turn_of_invoice({}), Turn::repairer);
  EXPECT_EQ(turn_of_invoice({{Kind::quote, none}}), Turn::repairer) << "another document is no invoice";
  EXPECT_EQ(turn_of_invoice({{Kind::invoice, none}}), Turn::firm);
  EXPECT_EQ(turn_of_invoice({{Kind::invoice, none}, {Kind::quote, non_compliant}}), Turn::firm);
  EXPECT_EQ(turn_of_invoice({{Kind::invoice, non_compliant}}), Turn::repairer);
  EXPECT_EQ(turn_of_invoice({{Kind::invoice, non_compliant}, {Kind::invoice, none}}), Turn::firm);
}

}  // namespace
}  // namespace motor::document
