// What goes wrong with a commission a second time is told like the first (W27, W30).
#include "floor/ledger/trial_balance.hpp"
#include "support/commission_journey.hpp"

namespace works::commission {
namespace {

namespace money = support::money_scene;
using support::form;

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

class CommissionAgain : public support::CommissionJourney {};
MANDAT_ON_BOTH_ENGINES(CommissionAgain);

TEST_P(CommissionAgain, IsATaskEachTimeNoBatchTakesIt) {  // W27.never_late
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  travel(day(2026, 12, 24));
  EXPECT_EQ(now(mandate).state, State::stuck);
  finish_tasks();
  EXPECT_EQ(tasks(task::Kind::commission_stuck), 0);
  EXPECT_EQ(debit_again(mandate), 303);
  travel(day(2027, 1, 19));
  EXPECT_EQ(now(mandate).debit_until, day(2027, 1, 22));
  EXPECT_EQ(tasks(task::Kind::commission_unbatched), 1) << "the second alarm";
  finish_tasks();
  travel(day(2027, 1, 23));
  EXPECT_EQ(now(mandate).state, State::stuck);
  EXPECT_EQ(tasks(task::Kind::commission_stuck), 1) << "the second time is told like the first";
  EXPECT_EQ(debit_again(mandate), 303);
  EXPECT_EQ(tasks(task::Kind::commission_stuck), 0) << "what was asked for is done";
  travel(day(2027, 2, 26));
  EXPECT_EQ(now(mandate).state, State::stuck);
  EXPECT_EQ(tasks(task::Kind::commission_stuck), 1) << "and the third";
}

TEST_P(CommissionAgain, IsATaskEachTimeAnAdministratorsHandTakesItOut) {  // W27.never_late
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  const auto take_out = [&] {
    const auto order = "/administration/paiements/ordres/" + std::to_string(now(mandate).order.value);
    EXPECT_EQ(house().post(order + "/annulation", &boss_, form({{"motif", "Litige en cours"}})).status, 303);
    house().settle();
    EXPECT_EQ(now(mandate).state, State::stuck);
    EXPECT_EQ(tasks(task::Kind::commission_stuck), 1);
    finish_tasks();
  };
  take_out();
  EXPECT_EQ(debit_again(mandate), 303);
  take_out();
}

TEST_P(CommissionAgain, IsATaskEachTimeTheBankReturnsIt) {  // W27.returned
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  send_on(day(2026, 12, 3));
  travel(day(2026, 12, 9));
  money::bank_books(house(), now(mandate).order, 1);
  money::bank_returns(house(), now(mandate).order, "MD06", 2);
  finish_tasks();
  EXPECT_EQ(debit_again(mandate), 303);
  send_on(day(2026, 12, 18));
  travel(day(2026, 12, 29));
  money::bank_books(house(), now(mandate).order, 3);
  money::bank_returns(house(), now(mandate).order, "MD06", 4);
  EXPECT_EQ(now(mandate).state, State::unpaid);
  EXPECT_EQ(tasks(task::Kind::commission_unpaid), 1);
}

TEST_P(CommissionAgain, IsATaskEachTimeItCannotBeTransferredBack) {  // W30.commission, W29.never_late
  money::sign_mandate(house(), firm_);
  const auto mandate = money::closed_job(house(), broker_, firm_);
  send_on(day(2026, 12, 3));
  travel(day(2026, 12, 9));
  money::bank_books(house(), now(mandate).order, 1);
  auto last = now(mandate).entry;
  const auto turn = [&] {
    reverse(last, "Erreur de saisie");
    last = *read([&](db::Transaction& tx) { return ledger::reversal_of(tx, last); });
  };
  turn();
  travel(day(2027, 1, 5));
  EXPECT_EQ(tasks(task::Kind::transfer_unbatched), 1) << "four days before its last day";
  travel(day(2027, 1, 9));
  EXPECT_EQ(tasks(task::Kind::transfer_unbatched), 0);
  EXPECT_EQ(tasks(task::Kind::commission_to_repay), 1) << "no batch took the refund in thirty days";
  finish_tasks();
  turn();
  EXPECT_EQ(now(mandate).state, State::paid);
  turn();
  travel(day(2027, 2, 9));
  EXPECT_EQ(tasks(task::Kind::commission_to_repay), 1) << "the second time is told like the first";
}

}  // namespace
}  // namespace works::commission
