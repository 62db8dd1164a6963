// A house that earned bonuses before their quarter's run was a delay (W29.run).
#include <gmock/gmock.h>

#include "desks/works/bonus/bonus.hpp"
#include "desks/works/task/task.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace works::bonus {
namespace {

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

class BonusUpgrade : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    administrator();
    support::payment_scene::open_account(house());
    support::money_scene::closed_claim(house(), support::scene::new_broker(house()), support::scene::new_firm(house()));
  }
  // As the version before left it.
  void forget_delay(base::Day quarter) {
    act([&](platform::Act& act) { deadlines::cancel_all(act, "works.bonus_run", number_of(quarter)); });
  }
  bool awaited(base::Day quarter) {
    return read([&](db::Transaction& tx) {
      return deadlines::pending(tx, "works.bonus_run", number_of(quarter), "W29.run").has_value();
    });
  }
  int tasks() {
    int found = 0;
    for (const auto& task : read([](db::Transaction& tx) { return task::open_tasks(tx, {}, 100); }))
      found += task.kind == task::Kind::bonus_run ? 1 : 0;
    return found;
  }
};
MANDAT_ON_BOTH_ENGINES(BonusUpgrade);

TEST_P(BonusUpgrade, AwaitsTheNextRunOfWhatWasEarnedBefore) {  // W29.run
  forget_delay(day(2027, 1, 1));
  ASSERT_FALSE(awaited(day(2027, 1, 1)));
  house().settle();
  EXPECT_TRUE(awaited(day(2027, 1, 1)));
  EXPECT_EQ(tasks(), 0);
}

TEST_P(BonusUpgrade, MakesATaskOfAQuarterThatBeganUnseen) {  // W29.run
  forget_delay(day(2027, 1, 1));
  house().clock().set(base::paris::at(day(2027, 2, 1), 10, 0));
  house().settle();
  EXPECT_EQ(tasks(), 1);
  EXPECT_TRUE(awaited(day(2027, 4, 1))) << "and the next is awaited";
  EXPECT_FALSE(awaited(day(2027, 1, 1)));
}

TEST_P(BonusUpgrade, AwaitsNothingWhereNothingWasEarned) {  // W29.run
  act([&](platform::Act& act) {
    for (const auto& due : due_before(act.tx, act.now + base::hours(1)))
      put_on(act.tx, bill::BillId{7}, due.broker, act.now + base::hours(1));
  });
  forget_delay(day(2027, 1, 1));
  house().settle();
  EXPECT_FALSE(awaited(day(2027, 1, 1)));
}

}  // namespace
}  // namespace works::bonus
