#include "desks/credit/engine/recovery.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "desks/credit/engine/refusals.hpp"
#include "support/replay.hpp"

namespace credit::engine {
namespace {

using base::Money;
using testing_support::replay_fault;

RecoveryCase example_3() {
  return {.debt = Money::euros(40'000),
          .covered = Money::euros(30'000),
          .indemnity = Money::euros(27'000),
          .recovered = Money::euros(10'000)};
}

TEST(RecoveryRules, C26_example_3_pro_rata_of_27_and_13) {
  const auto result = recovery(example_3());
  EXPECT_EQ(result->insurer.value, Money::euros(6'750));
  EXPECT_EQ(result->insured.value, Money::euros(3'250));
  EXPECT_EQ(replay_fault(result->explanation), "");
}

TEST(RecoveryRules, C26_the_uncovered_part_may_come_first) {
  auto of = example_3();
  of.allocation = RecoveryAllocation::uncovered_first;
  EXPECT_EQ(recovery(of)->insurer.value, Money{});
  of.recovered = Money::euros(20'000);
  const auto result = recovery(of);
  EXPECT_EQ(result->insurer.value, Money::euros(9'000));
  EXPECT_EQ(result->insured.value, Money::euros(11'000));
  EXPECT_EQ(replay_fault(result->explanation), "");
  of.covered = of.indemnity = {};
  EXPECT_EQ(recovery(of)->insured.value, Money::euros(20'000));
}

TEST(RecoveryRules, C26_the_oldest_invoice_may_be_paid_first) {
  auto of = example_3();
  of.allocation = RecoveryAllocation::oldest_invoice_first;
  of.invoices = {{"F-1", Money::euros(8'000), Money::euros(7'200)},
                 {"F-2", Money::euros(32'000), Money::euros(19'800)}};
  const auto result = recovery(of);
  EXPECT_EQ(result->insurer.value, Money{8'437'50});  // 7 200 + 2 000 × 19 800 / 32 000
  EXPECT_EQ(result->insured.value, Money{1'562'50});
  EXPECT_EQ(replay_fault(result->explanation), "");
  of.invoices[0].outstanding += Money{1};
  EXPECT_TRUE(recovery(of).refused_as(invoices_do_not_add_up));
  of.invoices[0].indemnity = of.invoices[0].outstanding + Money{1};
  EXPECT_EQ(recovery(of).refusal().field, "invoices/0/indemnity");
}

TEST(RecoveryRules, C26_no_more_is_shared_than_was_owed) {
  auto of = example_3();
  of.recovered_earlier = Money::euros(30'000);
  EXPECT_TRUE(recovery(of).ok());
  of.recovered_earlier += Money{1};
  EXPECT_TRUE(recovery(of).refused_as(recovery_above_debt));
  of = example_3();
  of.indemnity = of.debt + Money{1};
  EXPECT_TRUE(recovery(of).refused_as(parts_above_whole));
  of = example_3();
  of.recovered = {};
  EXPECT_TRUE(recovery(of).refused_as(amount_zero));
  of = example_3();
  of.allocation = RecoveryAllocation::uncovered_first;
  of.indemnity = of.covered + Money{1};
  EXPECT_TRUE(recovery(of).refused_as(parts_above_whole));
}

RC_GTEST_PROP(RecoveryRules, C26_however_it_comes_in_what_is_recovered_is_shared_to_the_cent, ()) {
  RecoveryCase of;
  of.allocation = *rc::gen::element(RecoveryAllocation::pro_rata, RecoveryAllocation::uncovered_first,
                                    RecoveryAllocation::oldest_invoice_first);
  const int count = *rc::gen::inRange(1, 5);
  for (int i = 0; i < count; ++i) {
    const auto outstanding = Money{*rc::gen::inRange<std::int64_t>(1, 5'000'00)};
    const auto indemnity = Money{*rc::gen::inRange<std::int64_t>(0, outstanding.cents + 1)};
    of.invoices.push_back({std::to_string(i), outstanding, indemnity});
    of.debt += outstanding;
    of.indemnity += indemnity;
  }
  of.covered = Money{*rc::gen::inRange<std::int64_t>(of.indemnity.cents, of.debt.cents + 1)};
  Money insurer, insured;
  while (of.recovered_earlier < of.debt) {
    of.recovered = Money{*rc::gen::inRange<std::int64_t>(1, (of.debt - of.recovered_earlier).cents + 1)};
    const auto result = recovery(of).value();
    RC_ASSERT(result.insurer.value.cents >= 0);
    RC_ASSERT(result.insured.value.cents >= 0);
    RC_ASSERT(result.insurer.value + result.insured.value == of.recovered);
    RC_ASSERT(replay_fault(result.explanation) == "");
    insurer += result.insurer.value;
    insured += result.insured.value;
    of.recovered_earlier += of.recovered;
  }
  RC_ASSERT(insurer == of.indemnity);  // the insurer has his indemnity back, and no more
  RC_ASSERT(insured == of.debt - of.indemnity);
}

}  // namespace
}  // namespace credit::engine
