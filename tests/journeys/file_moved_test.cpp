// A file goes to another repairer while the first one has it open: he finds it no longer, and learns why (M31, M8).
#include "desks/motor/reminder/reminder.hpp"
#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_dates.hpp"

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

TEST_P(FileMoved,
       M31_leaves_the_repairer_who_has_it_open_without_a_trace_of_what_follows) {  // M31.moved M8 P15.scope P15.gone
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
  // The page left open is told so, in the words that tell anybody of any file that is not his.
  const auto told_open = at_first.get(page + "/direct");
  EXPECT_TRUE(told_open.shows("Ce dossier n’est plus dans votre liste"));
  EXPECT_NE(told_open.body.find("href=\"/reparateurs\""), std::string::npos) << told_open.body;
  EXPECT_EQ(told_open.body, browser_of(scene::new_repairer(house())).get(page + "/direct").body) << "never was his";
  EXPECT_EQ(told_open.body, browser_of(scene::new_cabinet(house())).get(page + "/direct").body) << "of another firm";
  EXPECT_EQ(told_open.body, at_first.get("/reparateurs/dossiers/4242/direct").body) << "never was at all";
  const auto sent = at_first.submit(open, page + "/documents", {},
                                    {{"quote", "devis.pdf", "application/pdf", support::sample_pdf()}});
  EXPECT_EQ(sent.status, 404);
  EXPECT_TRUE(sent.shows("Ce dossier n’est plus dans votre liste"));
  EXPECT_TRUE(sent.shows("devis.pdf")) << "what was not sent";
  EXPECT_FALSE(sent.shows("CLIO"));
  const auto supplement = at_first.post_form(page + "/complement", {{"comment", "Longeron plié, à redresser"}});
  EXPECT_EQ(supplement.status, 404);
  EXPECT_TRUE(supplement.shows("Ce dossier n’est plus dans votre liste"));
  EXPECT_TRUE(supplement.shows("Longeron plié, à redresser")) << "his text is not lost";
  const auto date =
      at_first.post_form(page + "/dates/reparation", {{"day", "2026-12-15"}, {"comment", "Pièces attendues le 14"}});
  EXPECT_EQ(date.status, 404);
  EXPECT_TRUE(date.shows("Pièces attendues le 14"));
  const auto answer = at_first.post_form("/reparateurs/documents/" + std::to_string(report.value) + "/accord",
                                         {{"agreement", "disagreed"}, {"reason", "Taux horaire trop bas"}});
  EXPECT_EQ(answer.status, 404);
  EXPECT_TRUE(answer.shows("Ce dossier n’est plus dans votre liste"));
  EXPECT_TRUE(answer.shows("Taux horaire trop bas"));
  const auto photo = at_first.post_multipart(page + "/photos", {{"slot", "plate"}},
                                             {{"photo", "plaque.png", "image/png", support::sample_png()}});
  EXPECT_EQ(photo.status, 404);
  EXPECT_TRUE(photo.shows("plaque.png"));
  EXPECT_EQ(at_first.post_form("/reparateurs/dossiers/4242/complement", {{"comment", "X"}}).status, 404)
      << "as for a file that never was";
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

// M31.moved M31.fresh
TEST_P(FileMoved, M31_the_one_who_takes_it_finds_neither_dates_nor_documents_nor_silence_of_the_first) {
  using motor::schedule::Kind;
  const Person firm = scene::new_cabinet(house());
  const Person first = scene::new_repairer(house());
  const Person second = scene::new_repairer(house());
  scene::attach(house(), firm, second);
  const auto id = scene::new_file(house(), firm, first);
  const std::string page = "/reparateurs/dossiers/" + std::to_string(id.value);
  const auto report = scene::post_report(house(), firm, id, base::Money::euros(1234));
  const auto paper = read([&](db::Transaction& tx) { return motor::document::find(tx, report).value(); });
  act(
      [&](platform::Act& act) {
        using motor::document::Agreement;
        EXPECT_TRUE(
            motor::document::agree(act, first.actor, report, Agreement::disagreed, "Taux horaire trop bas").ok());
        EXPECT_TRUE(motor::document::post(
                        act, firm.actor, id,
                        {.kind = motor::document::Kind::payment_agreement,
                         .file = scene::a_pdf(),
                         .agreement = motor::document::PaymentAgreement{.document = {},
                                                                        .amount = base::Money::euros(1111),
                                                                        .excess = {},
                                                                        .vat_left = {},
                                                                        .valid_until = scene::day("2027-06-30"),
                                                                        .posted = {}}})
                        .ok());
      },
      platform::Author::of(firm.actor));
  const auto visit = scene::fix(house(), firm, id, Kind::visit, {scene::day("2026-12-01")});
  const auto delivery = scene::fix(house(), firm, id, Kind::delivery, {scene::day("2026-12-20")});
  const auto repair = scene::suggest(house(), first, id, Kind::repair, {scene::day("2026-12-15")});
  ASSERT_NE(text_at("/reparateurs/tournees?jour=2026-12-01", &firm).find("Visites validées 1"), std::string::npos);

  Browser at_firm = browser_of(firm);
  at_firm.get(page);
  at_firm.post_form(page + "/reparateur", {{"siret", siret_of(second)}});
  for (const auto date : {visit, delivery, repair}) {
    EXPECT_EQ(scene::date(house(), date).state, motor::schedule::State::withdrawn);
    EXPECT_FALSE(scene::date(house(), date).in_force);
  }
  const auto file = scene::file(house(), id);
  EXPECT_FALSE(file.inspection_day);
  EXPECT_EQ(file.position.state, motor::file::State::awaiting_appointment);
  EXPECT_EQ(text_at("/reparateurs/tournees?jour=2026-12-01", &firm).find("Visites validées 1"), std::string::npos);
  EXPECT_EQ(house().get("/reparateurs/agenda.ics", &first).body.find("BEGIN:VEVENT"), std::string::npos);
  EXPECT_EQ(house().get("/reparateurs/agenda.ics", &firm).body.find("BEGIN:VEVENT"), std::string::npos);
  EXPECT_FALSE(read([&](db::Transaction& tx) { return motor::reminder::standing(tx, id).quiet_until; }));

  for (const std::string& seen : {text_at(page, &second), text_at(page + "/expertise", &second)}) {
    for (const auto* told : {"aucune relance", "Taux horaire", "1 234,00", "1 111,00", "RAPPORT", "01-12-2026"})
      EXPECT_EQ(seen.find(told), std::string::npos) << told;
  }
  EXPECT_EQ(house().get("/documents/" + std::to_string(paper.document.value), &second).status, 404);
  const std::string kept = text_at(page, &firm);
  EXPECT_NE(kept.find("Taux horaire trop bas"), std::string::npos) << "the firm keeps it";
  EXPECT_NE(kept.find("Rendez-vous annulé"), std::string::npos);
}

TEST_P(FileMoved, M31_fresh_what_is_awaited_is_awaited_of_the_new_one_from_that_day) {  // M31.fresh
  const Person firm = scene::new_cabinet(house());
  const Person first = scene::new_repairer(house());
  const Person second = scene::new_repairer(house());
  scene::attach(house(), firm, second);
  const auto id = scene::new_file(house(), firm, first);
  const auto next = [&] {
    return read([&](db::Transaction& tx) {
      const auto due = deadlines::pending(tx, motor::reminder::subject_kind, id.value, motor::reminder::deadline_rule);
      return due ? std::optional(due->due) : std::nullopt;
    });
  };
  scene::bring_to(house(), firm, id, motor::file::State::awaiting_invoice);
  house().clock().advance(base::hours(24 * 5));
  const std::string page = "/reparateurs/dossiers/" + std::to_string(id.value);
  const Person again = support::new_member(platform(), firm.actor.organisation);
  Browser at_firm = browser_of(again);
  at_firm.get(page);
  at_firm.post_form(page + "/reparateur", {{"siret", siret_of(second)}});
  EXPECT_EQ(next(), base::instant_from_iso_utc("2026-12-05T08:00:00Z")) << "seven days from the move";
  // Documents that the first one was asked for are nobody's debt until the firm asks this one.
  scene::happen(house(), firm, id, motor::file::Event::document_asked, "Carte grise du premier garage");
  const Person third = scene::new_repairer(house());
  scene::attach(house(), firm, third);
  at_firm.get(page);
  at_firm.post_form(page + "/reparateur", {{"siret", siret_of(third)}});
  EXPECT_FALSE(next());
  const std::string seen = text_at(page, &third);
  EXPECT_EQ(seen.find("Carte grise"), std::string::npos);
  EXPECT_NE(seen.find("il vous dira lesquels"), std::string::npos);
  EXPECT_NE(text_at(page, &again).find("demandez-les à celui-ci"), std::string::npos);
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
