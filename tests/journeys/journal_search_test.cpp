// Administrators search the journal by person, by kind of fact and by day (P10).
#include <gmock/gmock.h>

#include "floor/audit/journal_search.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class JournalSearch : public support::HouseOnBothEngines {
 protected:
  std::vector<audit::Fact> found(const audit::Wanted& wanted, int limit = 100) {
    return read([&](db::Transaction& tx) { return audit::facts_wanted(tx, wanted, 0, limit); });
  }
};
MANDAT_ON_BOTH_ENGINES(JournalSearch);

// P10.search
TEST_P(JournalSearch, FindsByPersonKindAndDayTogetherOrApart) {
  const auto broker = scene::new_broker(house()), other = scene::new_broker(house());
  scene::declare(house(), broker);
  const auto first_day = base::paris::day_of(house().clock().now());
  house().clock().advance(base::hours(24));
  scene::declare(house(), broker);
  scene::declare(house(), other);
  const auto of = [&](audit::Wanted wanted) { return found(wanted).size(); };
  const std::string declared = "works.claim.declared";
  EXPECT_EQ(of({.code = declared}), 3U);
  EXPECT_EQ(of({.person = broker.actor.account, .code = declared}), 2U);
  EXPECT_EQ(of({.person = broker.actor.account, .code = declared, .day = first_day}), 1U);
  EXPECT_EQ(of({.code = declared, .day = first_day + 1}), 2U);
  EXPECT_EQ(of({.code = declared, .day = first_day + 2}), 0U);
  EXPECT_EQ(found({.code = declared}, 2).size(), 2U);
  const auto all = found({.code = declared});
  EXPECT_GT(all[0].id, all[1].id) << "the newest first";
}

// P10.search
TEST_P(JournalSearch, KeepsWhatIsSearchedInItsAddress) {
  const auto boss = administrator();
  const auto broker = scene::new_broker(house());
  scene::declare(house(), broker);
  const std::string by_person = "/administration/journal?q=" + broker.email.substr(0, broker.email.find('@'));
  EXPECT_THAT(text_at(by_person + "&fait=works.claim.declared", &boss),
              AllOf(HasSubstr("Sinistre déclaré"), HasSubstr(broker.actor.name)));
  EXPECT_THAT(text_at(by_person + "&fait=works.lot.split", &boss), HasSubstr("Aucun fait ne correspond"));
  EXPECT_THAT(text_at("/administration/journal?q=personne-de-ce-nom", &boss), HasSubstr("Aucun fait ne correspond"));
  EXPECT_THAT(text_at("/administration/journal?jour=1999-01-01", &boss), HasSubstr("Aucun fait ne correspond"));
  EXPECT_THAT(text_at("/administration/journal?jour=demain", &boss), Not(HasSubstr("Aucun fait ne correspond")));
}

}  // namespace
