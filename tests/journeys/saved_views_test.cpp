// A person keeps the views of a list that he looks at again and again (P14).
#include "floor/views/views.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace views {
namespace {

class SavedViews : public support::HouseOnBothEngines {
 protected:
  web::Response save(const support::Person& by, std::string name, std::string query, std::string list = "/travaux") {
    return house().post("/vues", &by, support::form({{"liste", list}, {"nom", name}, {"requete", query}}));
  }
  std::vector<View> of(const support::Person& person) {
    return read([&](db::Transaction& tx) { return views::of(tx, person.actor.account, "/travaux"); });
  }
};
MANDAT_ON_BOTH_ENGINES(SavedViews);

// P14.saved P14.most_views P14.longest_name
TEST_P(SavedViews, AreNamedListedOpenedAndDeleted) {
  const auto me = broker(), other = broker();
  const auto saved = save(me, " À faire  à Lyon ", "vue=a-faire&q=lyon%203&apres=1-2");
  EXPECT_EQ(saved.status, 303);
  EXPECT_EQ(header(saved, "Location"), "/travaux?vue=a-faire&q=lyon%203");
  ASSERT_EQ(of(me).size(), 1u);
  EXPECT_EQ(of(me)[0].name, "À faire à Lyon");
  EXPECT_TRUE(of(other).empty());
  EXPECT_NE(text_at("/travaux", &me).find("À faire à Lyon"), std::string::npos);
  EXPECT_EQ(text_at("/travaux", &other).find("À faire à Lyon"), std::string::npos);

  save(me, "a faire a lyon", "q=paris");
  ASSERT_EQ(of(me).size(), 1u) << "the name is the new view's";
  EXPECT_EQ(of(me)[0].query, "q=paris");

  const auto id = std::to_string(of(me)[0].id.value);
  house().post("/vues/suppression", &other, support::form({{"vue", id}, {"liste", "/travaux"}}));
  EXPECT_EQ(of(me).size(), 1u);
  house().post("/vues/suppression", &me, support::form({{"vue", id}, {"liste", "/travaux"}}));
  EXPECT_TRUE(of(me).empty());
}

TEST_P(SavedViews, RefuseWhatIsNoNameAndLeadNowhereElse) {
  const auto me = broker();
  for (const std::string& name : {std::string(), std::string(61, 'x')}) save(me, name, "q=a");
  EXPECT_TRUE(of(me).empty());
  for (const char* list : {"//exemple.fr", "https://exemple.fr", "travaux", "/a\\b", ""}) {
    EXPECT_EQ(save(me, "vue", "q=a", list).status, 422) << list;
    const auto removed = house().post("/vues/suppression", &me, support::form({{"vue", "1"}, {"liste", list}}));
    EXPECT_EQ(header(removed, "Location"), "/") << list;
  }
  for (int i = 0; i < 31; ++i) save(me, "vue " + std::to_string(i), "q=a");
  EXPECT_EQ(of(me).size(), 30u);
}

}  // namespace
}  // namespace views
