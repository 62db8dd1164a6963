#include "floor/payments/payment_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/calendar.hpp"

namespace payments {
namespace {

base::Day day(std::string_view iso) { return base::Day::from_iso(iso).value(); }
base::Iban iban(std::string_view text) { return base::Iban::parse(text).value(); }

constexpr std::string_view monday = "2026-11-23";

TEST(PaymentRules, the_first_target_day_that_leaves_the_bank_its_time_is_asked_for) {  // P8.execution_day
  const Window open{day("2026-11-01"), day("2027-01-31")};
  EXPECT_EQ(execution_day(Kind::direct_debit, open, day(monday)), day("2026-11-25"));
  EXPECT_EQ(execution_day(Kind::credit_transfer, open, day(monday)), day("2026-11-24"));
  EXPECT_EQ(execution_day(Kind::direct_debit, open, day("2026-11-26")), day("2026-11-30")) << "over the weekend";
  EXPECT_EQ(execution_day(Kind::credit_transfer, open, day("2026-12-24")), day("2026-12-28")) << "over Christmas";
  EXPECT_EQ(execution_day(Kind::direct_debit, {day("2026-12-05"), day("2026-12-31")}, day(monday)), day("2026-12-07"))
      << "never before the window";
}

TEST(PaymentRules, an_order_whose_window_is_over_is_not_sent) {  // P8.execution_day
  const Window narrow{day("2026-11-20"), day("2026-11-25")};
  EXPECT_TRUE(execution_day(Kind::direct_debit, narrow, day(monday)));
  EXPECT_FALSE(execution_day(Kind::direct_debit, narrow, day("2026-11-24")));
  EXPECT_TRUE(execution_day(Kind::credit_transfer, narrow, day("2026-11-24")));
}

TEST(PaymentRules, a_batch_looks_fourteen_days_ahead) {  // P8.batch
  const base::Day today = day(monday);
  EXPECT_TRUE(day_to_batch(Kind::direct_debit, {today + 14, today + 30}, today));
  EXPECT_FALSE(day_to_batch(Kind::direct_debit, {today + 15, today + 30}, today));
}

TEST(PaymentRules, an_answer_is_awaited_five_target_days) {  // P8.unknown
  EXPECT_EQ(answer_due(day("2026-11-25")), base::paris::start_of(day("2026-12-03")));
  EXPECT_EQ(add_target_days(day("2026-12-24"), 1), day("2026-12-28"));
}

TEST(PaymentRules, any_window_gives_a_target_day_inside_it_or_none) {  // P8.execution_day
  rc::check([] {
    const base::Day today = day("2026-01-01") + *rc::gen::inRange(0, 3000);
    const base::Day earliest = today + *rc::gen::inRange(-30, 60);
    const Window window{earliest, earliest + *rc::gen::inRange(0, 40)};
    const Kind kind = *rc::gen::element(Kind::direct_debit, Kind::credit_transfer);
    const auto asked = execution_day(kind, window, today);
    if (!asked) return;
    RC_ASSERT(base::target_day(*asked));
    RC_ASSERT(*asked >= window.earliest && *asked <= window.latest && *asked > today);
  });
}

TEST(PaymentRules, only_accounts_of_the_sepa_are_paid_in_amounts_banks_take) {  // P8.sepa
  EXPECT_TRUE(in_sepa(iban("FR1420041010050500013M02606")));
  EXPECT_TRUE(in_sepa(iban("DE89370400440532013000")));
  EXPECT_FALSE(in_sepa(iban("TR330006100519786457841326")));
  EXPECT_TRUE(payable_amount({1}));
  EXPECT_TRUE(payable_amount({99'999'999'999}));
  EXPECT_FALSE(payable_amount({0}));
  EXPECT_FALSE(payable_amount({-5}));
  EXPECT_FALSE(payable_amount({100'000'000'000}));
}

TEST(PaymentRules, who_prepared_does_not_release) {  // P8.two_persons
  EXPECT_TRUE(may_release({1}, {2}));
  EXPECT_FALSE(may_release({1}, {1}));
  EXPECT_FALSE(may_release({1}, {})) << "nor the system";
}

}  // namespace
}  // namespace payments
