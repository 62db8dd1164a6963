// The list of repair files through its page: orders, filters, what cannot be read, the whole screen (M9, M10).
#include <gmock/gmock.h>

#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class RepairerList : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    garage_ = scene::new_repairer(house());
    scene::attach(house(), firm_, garage_);
    siret_ = scene::establishment_of(house(), garage_).siret->text();
    add("250001", "Zoé Berthier", base::Day::of(2026, 4, 6));
    add("250002", "Ana Marchand", base::Day::of(2026, 9, 8));
    add("250003", "Luc Delorme", std::nullopt);
  }
  void add(std::string reference, std::string insured, std::optional<base::Day> claim_day) {
    auto said = scene::particulars(std::move(reference), base::Siret::parse(siret_).value());
    said.insured.name = std::move(insured);
    said.claim_day = claim_day;
    ASSERT_TRUE(act([&](platform::Act& act) { return motor::file::create(act, firm_.actor, said); },
                    platform::Author::of(firm_.actor)));
  }
  std::string page(const std::string& query) { return house().get("/reparateurs" + query, &garage_).body; }
  // The references of the page's rows, in their order.
  std::vector<std::string> rows(const std::string& query) {
    const std::string text = page(query);
    std::vector<std::string> found;
    for (auto at = text.find("row-link"); at != std::string::npos; at = text.find("row-link", at + 1)) {
      const auto reference = text.find("25000", at);
      found.push_back(text.substr(reference, 6));
    }
    return found;
  }
  using Rows = std::vector<std::string>;

  Person firm_, garage_;
  std::string siret_;
};
MANDAT_ON_BOTH_ENGINES(RepairerList);

TEST_P(RepairerList, M10_columns_sort_and_filter_through_the_page_and_days_read_as_the_source_writes_them) {
  EXPECT_EQ(rows(""), (Rows{"250003", "250002", "250001"})) << "the newest first";
  EXPECT_EQ(rows("?tri=assure"), (Rows{"250002", "250003", "250001"}));
  EXPECT_EQ(rows("?tri=assure&sens=decroissant"), (Rows{"250001", "250003", "250002"}));
  EXPECT_EQ(rows("?sinistre_du=2026-05-01"), Rows{"250002"});
  EXPECT_EQ(rows("?siret=" + siret_.substr(0, 6)).size(), 3u) << "its first digits";
  EXPECT_EQ(rows("?siret=11"), Rows{});
  EXPECT_EQ(rows("?cabinet=atm").size(), 3u);
  EXPECT_THAT(page("?sinistre_du=2026-05-01"),
              AllOf(HasSubstr("08-09-2026"), HasSubstr("à partir du 01-05-2026"), Not(HasSubstr("08/09/2026"))));
  EXPECT_THAT(page("?tri=assure"), HasSubstr("aria-sort=\"ascending\""));
}

TEST_P(RepairerList, M10_a_filter_that_cannot_be_read_leaves_nothing_out_and_says_so_beside_what_was_typed) {
  struct Case {
    const char *query, *typed, *said;
  };
  for (const Case& one :
       {Case{"?chiffrage_min=12%2C5O", "value=\"12,5O\"", "Ce montant n’est pas valable. Exemple\u00a0: 1 234,50."},
        Case{"?siret=9000O", "value=\"9000O\"", "Un SIRET a 14 chiffres\u00a0: les premiers suffisent."},
        Case{"?sinistre_du=hier", "value=\"hier\"", "Cette date ne se lit pas."}}) {
    EXPECT_EQ(rows(one.query).size(), 3u) << one.query;
    const std::string text = page(one.query);
    EXPECT_THAT(text, AllOf(HasSubstr(one.said), HasSubstr("<details class=\"filter-more\" open>"))) << one.query;
    EXPECT_THAT(text, HasSubstr(one.typed));
  }
  EXPECT_THAT(page("?siret=" + siret_), Not(HasSubstr("<details class=\"filter-more\" open>")));
}

TEST_P(RepairerList, M9_a_search_is_cleared_in_one_act_and_the_list_fills_the_screen_and_stays_live) {
  const std::string searched = page("?q=berth&tri=assure");
  EXPECT_EQ(rows("?q=berth"), Rows{"250001"});
  const auto clear = searched.find("Tout effacer");
  ASSERT_NE(clear, std::string::npos);
  const auto from = searched.rfind("href=\"", clear) + 6;
  const std::string address = searched.substr(from, searched.find('"', from) - from);
  EXPECT_EQ(address, "/reparateurs?tri=assure");
  EXPECT_EQ(rows("?tri=assure").size(), 3u);

  const std::string full = page("?ecran=plein");
  EXPECT_THAT(full, AllOf(HasSubstr("Quitter le plein écran"), HasSubstr("data-live=\"/reparateurs/direct?depuis="),
                          Not(HasSubstr("class=\"rail\""))));
  EXPECT_THAT(page(""), HasSubstr("class=\"rail\""));
  EXPECT_EQ(rows("?ecran=plein").size(), 3u);
}

}  // namespace
