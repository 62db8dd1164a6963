// A file goes to another repairer while the first one has it open: he finds it no longer, and learns why (M31, M8).
#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Browser;
using support::Person;

class FileMoved : public support::HouseOnBothEngines {
 protected:
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  std::string siret_of(const Person& garage) { return scene::establishment_of(house(), garage).siret->text(); }
};
MANDAT_ON_BOTH_ENGINES(FileMoved);

TEST_P(FileMoved, M31_leaves_the_repairer_who_has_it_open_without_a_trace_of_what_follows) {  // M31.moved M8 P15.scope
  const Person firm = scene::new_cabinet(house());
  const Person first = scene::new_repairer(house());
  const Person second = scene::new_repairer(house());
  scene::attach(house(), firm, second);
  const auto id = scene::new_file(house(), firm, first);
  scene::bring_to(house(), firm, id, motor::file::State::remote_inspection);
  scene::send_photo(house(), first, id, motor::photos::Slot::plate);
  const auto report = scene::post_report(house(), firm, id);
  const auto document = read([&](db::Transaction& tx) { return motor::document::find(tx, report)->document; });
  const std::string page = "/reparateurs/dossiers/" + std::to_string(id.value);
  const std::string paper = "/documents/" + std::to_string(document.value);

  Browser at_first = browser_of(first);
  const auto open = at_first.get(page);
  ASSERT_EQ(open.status, 200);
  Browser at_firm = browser_of(firm);
  at_firm.get(page);
  EXPECT_TRUE(at_firm.follow(at_firm.post_form(page + "/reparateur", {{"siret", siret_of(second)}}))
                  .shows("Le réparateur est rattaché"));

  // What he had open answers as if there were no such file; what he sends goes nowhere.
  for (const auto& path : {page, page + "/photos", page + "/direct", paper})
    EXPECT_EQ(at_first.get(path).status, 404) << path;
  const auto sent = at_first.submit(open, page + "/documents", {},
                                    {{"quote", "devis.pdf", "application/pdf", support::sample_pdf()}});
  EXPECT_EQ(sent.status, 404);
  EXPECT_FALSE(sent.shows("CLIO"));
  EXPECT_EQ(read([&](db::Transaction& tx) { return motor::document::all_of_file(tx, id).size(); }), 1U);
  const std::string told = text_at("/notifications", &first);
  EXPECT_NE(told.find("retiré de votre liste"), std::string::npos) << told;
  EXPECT_EQ(told.find("Garage du Parc voit"), std::string::npos);

  // The second one begins anew: neither the photographs nor the history of the first.
  const std::string seen = text_at(page, &second);
  EXPECT_NE(seen.find("Réparateur changé"), std::string::npos) << seen;
  EXPECT_EQ(seen.find("Expertise à distance demandée"), std::string::npos);
  EXPECT_EQ(text_at(page + "/photos", &second).find("D’un réparateur précédent"), std::string::npos);
  EXPECT_NE(text_at(page + "/photos", &firm).find("D’un réparateur précédent"), std::string::npos);
  EXPECT_NE(text_at("/notifications", &second).find("Nouveau dossier"), std::string::npos);
}

TEST_P(FileMoved, M31_a_detached_file_is_nobodys) {  // M31.moved
  const Person firm = scene::new_cabinet(house());
  const Person garage = scene::new_repairer(house());
  const auto id = scene::new_file(house(), firm, garage);
  const std::string page = "/reparateurs/dossiers/" + std::to_string(id.value);
  Browser browser = browser_of(firm);
  browser.get(page);
  const auto detached = browser.follow(browser.post_form(page + "/reparateur", {{"acte", "detacher"}}));
  EXPECT_TRUE(detached.shows("Le réparateur est détaché"));
  EXPECT_TRUE(detached.shows("Réparateur détaché"));
  EXPECT_EQ(house().get(page, &garage).status, 404);
  EXPECT_EQ(browser.post_form(page + "/reparateur", {{"acte", "detacher"}}).status, 409);
  const Person other = scene::new_cabinet(house());
  Browser stranger = browser_of(other);
  stranger.get("/reparateurs");
  EXPECT_EQ(stranger.post_form(page + "/reparateur", {{"siret", siret_of(garage)}}).status, 404);
}

}  // namespace
