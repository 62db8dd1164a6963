#include "floor/payments/matching_rules.hpp"

#include <gtest/gtest.h>

#include <array>

namespace payments {
namespace {

BankLine credit(std::int64_t cents, std::string reference = "MANDAT-O1") {
  BankLine line;
  line.end_to_end_id = std::move(reference);
  line.amount = {cents};
  line.currency = "EUR";
  return line;
}
BankLine debit(std::int64_t cents, bool is_return) {
  BankLine line = credit(cents);
  line.direction = Direction::debit;
  line.is_return = is_return;
  return line;
}
OrderFacts order(State state, Kind kind = Kind::direct_debit) { return {kind, state, {12'000}}; }

TEST(Matching, books_what_fits_in_reference_amount_currency_and_direction) {  // P8.matching
  EXPECT_EQ(match(credit(12'000), order(State::released), Seen::no), Match::book);
  EXPECT_EQ(match(credit(12'000), order(State::unknown), Seen::no), Match::book);
  EXPECT_EQ(match(debit(12'000, false), order(State::released, Kind::credit_transfer), Seen::no), Match::book);
  EXPECT_EQ(match(debit(12'000, true), order(State::booked), Seen::no), Match::give_back);
  EXPECT_EQ(match(debit(12'000, true), order(State::released), Seen::no), Match::give_back);
}

TEST(Matching, leaves_to_a_person_what_does_not_fit) {  // P8.matching
  BankLine dollars = credit(12'000);
  dollars.currency = "USD";
  EXPECT_EQ(match(dollars, order(State::released), Seen::no), Match::wrong_currency);
  EXPECT_EQ(match(credit(11'999), order(State::released), Seen::no), Match::wrong_amount);
  EXPECT_EQ(match(credit(12'000, ""), order(State::released), Seen::no), Match::no_reference);
  EXPECT_EQ(match(credit(12'000), std::nullopt, Seen::no), Match::unknown_reference);
  EXPECT_EQ(match(debit(12'000, false), order(State::booked), Seen::no), Match::wrong_direction)
      << "money that goes without being called a return";
  BankLine odd = credit(12'000);
  odd.is_return = true;
  EXPECT_EQ(match(odd, order(State::released), Seen::no), Match::wrong_direction);
  for (const State state : {State::planned, State::batched, State::cancelled, State::rejected})
    EXPECT_EQ(match(credit(12'000), order(state), Seen::no), Match::wrong_state) << to_text(state);
  EXPECT_EQ(match(debit(12'000, true), order(State::rejected), Seen::no), Match::wrong_state);
  EXPECT_TRUE(left_open(Match::wrong_state) && left_open(Match::no_reference) && left_open(Match::second_time));
  EXPECT_FALSE(left_open(Match::nothing_new) || left_open(Match::book) || left_open(Match::reject));
}

TEST(Matching, takes_a_movement_repeated_by_another_report_for_known) {  // P8.repeated
  EXPECT_EQ(match(credit(12'000), order(State::booked), Seen::no), Match::nothing_new);
  EXPECT_EQ(match(credit(12'000), order(State::returned), Seen::no), Match::nothing_new);
  EXPECT_EQ(match(debit(12'000, true), order(State::returned), Seen::no), Match::nothing_new);
  EXPECT_EQ(match(credit(12'000), order(State::booked), Seen::yes), Match::second_time);
  EXPECT_EQ(match(debit(12'000, true), order(State::returned), Seen::yes), Match::second_time);
}

TEST(Matching, books_a_whole_group_by_its_exact_total) {  // P8.global_entry
  const std::array orders{order(State::released), order(State::rejected), order(State::unknown), order(State::booked)};
  EXPECT_EQ(match_group(credit(36'000, ""), orders), Match::book) << "the rejected one is left out";
  EXPECT_EQ(match_group(credit(48'000, ""), orders), Match::wrong_amount);
  EXPECT_EQ(match_group(debit(36'000, false), orders), Match::wrong_direction);
  EXPECT_EQ(match_group(credit(36'000, ""), {}), Match::unknown_reference);
  const std::array done{order(State::booked), order(State::returned)};
  EXPECT_EQ(match_group(credit(24'000, ""), done), Match::nothing_new);
  BankLine dollars = credit(24'000, "");
  dollars.currency = "USD";
  EXPECT_EQ(match_group(dollars, done), Match::wrong_currency);
}

TEST(Matching, rejects_what_the_bank_rejects_before_it_is_booked) {  // P8.rejected
  const Status rejected{"G", "MANDAT-O1", "RJCT", "AC04", {}};
  EXPECT_EQ(match_status(rejected, order(State::released)), Match::reject);
  EXPECT_EQ(match_status(rejected, order(State::unknown)), Match::reject);
  EXPECT_EQ(match_status(rejected, order(State::rejected)), Match::nothing_new);
  EXPECT_EQ(match_status(rejected, order(State::booked)), Match::wrong_state);
  EXPECT_EQ(match_status(rejected, std::nullopt), Match::unknown_reference);
  EXPECT_EQ(match_status({"G", "MANDAT-O1", "RJCT", "AC04", base::Money{1}}, order(State::released)),
            Match::wrong_amount);
  EXPECT_EQ(match_status({"G", "MANDAT-O1", "ACCP", "", {}}, order(State::released)), Match::nothing_new);
}

TEST(Matching, refuses_a_statement_that_does_not_add_up) {  // P8.statement
  AccountReport report;
  report.opening = base::Money{10'000};
  report.moved = base::Money{-2'500};
  EXPECT_EQ(balance_of(report), Balance::missing);
  report.closing = base::Money{7'500};
  EXPECT_EQ(balance_of(report), Balance::fits);
  report.closing = base::Money{7'501};
  EXPECT_EQ(balance_of(report), Balance::differs);
}

TEST(Matching, shows_a_missing_statement_and_a_balance_that_does_not_follow) {  // P8.statement
  const Numbered before{7, 2026, {0}, {500}};
  EXPECT_EQ(sequel(before, {8, 2026, {500}, {900}}), Sequel::follows);
  EXPECT_EQ(sequel(before, {9, 2026, {500}, {900}}), Sequel::number_missing);
  EXPECT_EQ(sequel(before, {8, 2026, {501}, {900}}), Sequel::balance_differs);
  EXPECT_EQ(sequel(before, {1, 2027, {500}, {900}}), Sequel::follows) << "numbers begin again with the year";
  EXPECT_EQ(sequel(before, {2, 2027, {500}, {900}}), Sequel::number_missing);
  EXPECT_EQ(sequel(before, {0, 2026, {500}, {900}}), Sequel::follows) << "a bank that numbers none";
  EXPECT_EQ(sequel(before, {7, 2026, {500}, {900}}), Sequel::follows) << "another page of the same";
}

}  // namespace
}  // namespace payments
