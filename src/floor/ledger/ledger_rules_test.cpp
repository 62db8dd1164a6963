#include "floor/ledger/ledger_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ledger {
namespace {

using base::Money;
constexpr identity::OrganisationId tradesman{7};

std::vector<Line> commission(Money net, Money vat) {
  return {{AccountKind::commission_receivable, tradesman, net + vat, {}},
          {AccountKind::commission_revenue, {}, {}, net},
          {AccountKind::vat_collected, {}, {}, vat}};
}

// P8.balanced
RC_GTEST_PROP(Entry, BalancesWhenDebitsEqualCreditsToTheCent, ()) {
  const Money net{*rc::gen::inRange<std::int64_t>(1, 1'000'000'000)};
  const Money vat{*rc::gen::inRange<std::int64_t>(1, 200'000'000)};
  auto lines = commission(net, vat);
  RC_ASSERT(balanced(lines));
  RC_ASSERT(balanced(reversed(lines)));
  RC_ASSERT(reversed(reversed(lines)) == lines);
  lines.front().debit += Money{*rc::gen::element<std::int64_t>(-1, 1)};
  RC_ASSERT(!balanced(lines));
}

TEST(Entry, HasLinesThatAreEachADebitOrACredit) {
  const auto entry = [](Line first, Line second) { return balanced(std::vector{first, second}); };
  const auto bank = AccountKind::bank, payable = AccountKind::bonus_payable;
  EXPECT_TRUE(entry({payable, tradesman, Money{5000}, {}}, {bank, {}, {}, Money{5000}}));
  EXPECT_FALSE(entry({payable, tradesman, Money{5000}, Money{5000}}, {bank, {}, Money{1}, Money{1}}));
  EXPECT_FALSE(entry({payable, tradesman, {}, {}}, {bank, {}, {}, {}}));
  EXPECT_FALSE(entry({payable, tradesman, Money{-5000}, {}}, {bank, {}, {}, Money{-5000}}));
  EXPECT_FALSE(balanced({}));
}

TEST(Account, HasItsNumberInTheFrenchChart) {
  EXPECT_EQ(chart_number(AccountKind::commission_receivable), "411");
  EXPECT_EQ(chart_number(AccountKind::bonus_payable), "401");
  EXPECT_EQ(chart_number(AccountKind::vat_collected), "44571");
  EXPECT_EQ(account_kind_from_text(to_text(AccountKind::vat_deductible)), AccountKind::vat_deductible);
  EXPECT_EQ(account_kind_from_text("cash"), std::nullopt);
}

}  // namespace
}  // namespace ledger
