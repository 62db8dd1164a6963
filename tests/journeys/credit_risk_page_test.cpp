// The risk page of a company with many buyers: read page by page, its shares summed by the database (C3, P14).
#include <gmock/gmock.h>

#include <regex>

#include "db/statement_log.hpp"
#include "desks/credit/portfolio/concentration.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::credit_scene;
namespace portfolio = credit::portfolio;
using support::form;
using support::Person;
using testing::HasSubstr;
using testing::Not;

class CreditRiskPage : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = broker();
    id_ = scene::open(house(), broker_);
  }
  std::string page() const { return "/credit/dossiers/" + std::to_string(id_.value) + "/risques"; }
  std::string body(const std::string& path) { return house().get(path, &broker_).body; }
  // The buyers of a page, in its order.
  static std::vector<std::string> names_in(const std::string& html) {
    static const std::regex name("Acheteur \\d{5}");
    const auto table = html.substr(html.find("id=\"acheteurs\""));
    const auto rows = table.substr(0, table.find("</table>"));
    std::vector<std::string> names;
    for (std::sregex_iterator at(rows.begin(), rows.end(), name), end; at != end; ++at) names.push_back(at->str());
    return names;
  }
  // Where a link of the list leads: "apres" or "avant"; empty: there is none.
  static std::string link_to(const std::string& html, const std::string& way) {
    std::smatch found;
    const std::regex link("href=\"([^\"#]+\\?" + way + "=[-0-9]+)#acheteurs\"");
    return std::regex_search(html, found, link) ? found[1].str() : std::string();
  }
  std::vector<std::string> in_order() {
    std::vector<std::string> names;
    for (const auto& buyer : read([&](db::Transaction& tx) { return portfolio::buyers_of(tx, id_); }))
      names.push_back(buyer.name);
    return names;
  }
  void take(const std::vector<portfolio::NewBuyer>& buyers) {
    act([&](platform::Act& act) { return portfolio::take_buyers(act, id_, broker_.actor, buyers).ok(); },
        platform::Author::of(broker_.actor));
  }

  Person broker_;
  credit::PlacementId id_;
};
MANDAT_ON_BOTH_ENGINES(CreditRiskPage);

TEST_P(CreditRiskPage, C3_lists_every_buyer_once_page_by_page_from_the_largest) {
  scene::add_many_buyers(house(), broker_, id_, 120);
  std::vector<std::string> read_there;
  std::string here = page(), before;
  for (int pages = 0; !here.empty() && pages < 5; ++pages) {
    const auto html = body(here);
    for (const auto& name : names_in(html)) read_there.push_back(name);
    EXPECT_EQ(link_to(html, "avant").empty(), pages == 0);
    before = here;
    here = link_to(html, "apres");
  }
  EXPECT_EQ(read_there, in_order());
  // And back again.
  const auto middle = body(link_to(body(before), "avant"));
  EXPECT_EQ(names_in(middle), std::vector<std::string>(read_there.begin() + 50, read_there.begin() + 100));
  const auto first = body(link_to(middle, "avant"));
  EXPECT_EQ(names_in(first), std::vector<std::string>(read_there.begin(), read_there.begin() + 50));
  EXPECT_EQ(link_to(first, "avant"), "");
  EXPECT_THAT(support::text_of_html(first), HasSubstr("120 acheteurs"));
}

TEST_P(CreditRiskPage, P14_reads_no_list_of_all_buyers) {
  scene::add_many_buyers(house(), broker_, id_, 60);
  const db::StatementLog log;
  const auto few = body(page()).size();
  int about_buyers = 0;
  for (const auto& [sql, times] : log.runs()) {
    if (sql.find("FROM credit_buyers") == std::string::npos) continue;
    ++about_buyers;
    const bool bounded = sql.find("LIMIT") != std::string::npos || sql.find("GROUP BY") != std::string::npos ||
                         sql.find("count(*)") != std::string::npos;
    EXPECT_TRUE(bounded) << sql;
  }
  EXPECT_GE(about_buyers, 5);
  scene::add_many_buyers(house(), broker_, id_, 400);
  EXPECT_LT(body(page()).size(), few + few / 20);
}

TEST_P(CreditRiskPage, C3_keeps_its_page_when_a_buyer_is_removed) {
  scene::add_many_buyers(house(), broker_, id_, 51);
  const auto second = link_to(body(page()), "apres");
  const auto last = in_order().back();
  EXPECT_THAT(names_in(body(second)), testing::ElementsAre(last));
  const auto buyer = read([&](db::Transaction& tx) { return portfolio::buyers_of(tx, id_); }).back().id;
  const std::string cursor = second.substr(second.find('?'));
  const auto removed = house().post("/credit/dossiers/" + std::to_string(id_.value) + "/acheteurs/retrait" + cursor,
                                    &broker_, form({{"buyer", std::to_string(buyer.value)}}));
  ASSERT_EQ(removed.status, 303);
  EXPECT_THAT(header(removed, "Location"), HasSubstr(second));
  // That page is empty now: the first one stands in its place.
  EXPECT_EQ(names_in(body(second)).size(), 50U);
}

// C3.concentration
TEST_P(CreditRiskPage, C3_concentration_counts_a_group_as_one_risk_and_two_buyers_of_one_name_as_two) {
  const auto buyer = [](std::string name, std::int64_t euros, std::string group, std::string country, int terms) {
    portfolio::NewBuyer made;
    made.name = std::move(name);
    made.exposure = base::Money::euros(euros);
    made.group = std::move(group);
    made.country = std::move(country);
    made.terms_days = terms;
    return made;
  };
  take({buyer("Dupin", 100, "", "FR", 30), buyer("Dupin", 100, "", "FR", 45), buyer("A", 150, "Nord", "DE", 60),
        buyer("B", 150, "Nord", "DE", 0)});
  const auto whole = scene::placement(house(), id_).exposure;
  const auto sums = read([&](db::Transaction& tx) { return portfolio::concentration_of(tx, id_, whole); });
  ASSERT_EQ(sums.buyers.size(), 3U);
  EXPECT_EQ(sums.buyers[0].label, "Groupe Nord");
  EXPECT_EQ(sums.buyers[0].exposure, base::Money::euros(300));
  EXPECT_EQ(sums.buyers[1].exposure, base::Money::euros(100));
  ASSERT_EQ(sums.countries.size(), 2U);
  EXPECT_EQ(sums.countries[0].label, "Allemagne");
  EXPECT_EQ(sums.terms.size(), 4U);
  EXPECT_EQ(sums.sectors.size(), 1U);
  EXPECT_EQ(sums.sectors[0].label, "Non précisé");
  EXPECT_EQ(sums.whole, base::Money::euros(500));
  EXPECT_THAT(text_at(page(), &broker_), HasSubstr("Groupe Nord"));
}

TEST_P(CreditRiskPage, C3_concentration_shows_the_largest_of_many_and_the_rest_in_one) {
  scene::add_many_buyers(house(), broker_, id_, 30);
  const auto names = in_order();
  const auto text = text_at(page(), &broker_);
  const auto chart = text.substr(text.find("Par acheteur ou groupe"));
  const auto buyers = chart.substr(0, chart.find("Par pays"));
  EXPECT_THAT(buyers, HasSubstr(names[6]));
  EXPECT_THAT(buyers, Not(HasSubstr(names[7])));
  EXPECT_THAT(buyers, HasSubstr("Autres"));
}

}  // namespace
