#include "desks/works/debit_mandate/debit_mandate_rules.hpp"

#include <gmock/gmock.h>

#include "desks/works/debit_mandate/debit_mandate_states.hpp"

namespace works::debit_mandate {
namespace {

using testing::HasSubstr;
using testing::Not;

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

TEST(DebitMandateRules, W27_mandate_says_who_whom_which_account_and_when) {  // W27.mandate
  const Terms terms{"MDT-7-1",
                    "Mandat Réseau\n75001 Paris",
                    *base::CreditorId::parse("FR72ZZZ123456"),
                    "Plomberie du Parc",
                    *base::Iban::parse("FR1420041010050500013M02606"),
                    day(2026, 11, 26)};
  const std::string words = text(terms);
  for (const auto* part :
       {"MDT-7-1", "Mandat Réseau", "FR72ZZZ123456", "Plomberie du Parc", "26 nov. 2026", "8 semaines"})
    EXPECT_THAT(words, HasSubstr(part));
  EXPECT_THAT(words, Not(HasSubstr("20041010"))) << "the account is masked";
  EXPECT_THAT(words, HasSubstr("2606"));
}

TEST(DebitMandateRules, W27_mandate_amended_has_a_number_of_its_own_that_sepa_can_write) {  // W27.mandate_amended
  EXPECT_NE(reference("7zk", 0), reference("7zk", 1));
  EXPECT_THAT(reference("7zk", 0), testing::MatchesRegex("[A-Z0-9-]+"));
  EXPECT_LE(reference("0123456789abc", 99).size(), 35U) << "the longest RUM";
  EXPECT_EQ(transitions.next(State::active, Event::replace), State::replaced);
}

TEST(DebitMandateRules, W27_mandate_lapses_after_36_months_without_a_debit) {  // W27.mandate_lapse
  EXPECT_EQ(last_day(day(2026, 11, 26)), day(2029, 11, 26));
  EXPECT_EQ(last_day(day(2028, 2, 29)), day(2031, 2, 28)) << "no such day three years later";
  EXPECT_EQ(lapse_months.value(), 36);
  EXPECT_EQ(transitions.next(State::active, Event::lapse), State::lapsed);
  EXPECT_EQ(transitions.next(State::active, Event::revoke), State::revoked);  // W27.mandate
}

}  // namespace
}  // namespace works::debit_mandate
