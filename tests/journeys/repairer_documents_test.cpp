// Documents of a file through its pages: several at once, a total read in the PDF, mail for those who asked (M18, M19,
// M29).
#include <gtest/gtest.h>

#include "floor/messages/messages.hpp"
#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using messages::Channel;
using motor::document::Kind;
using support::Browser;
using support::Page;
using support::Person;

class RepairerDocuments : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    garage_ = scene::new_repairer(house());
    id_ = scene::new_file(house(), firm_, garage_);
  }
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  std::string path() const { return "/reparateurs/dossiers/" + std::to_string(id_.value); }
  std::vector<motor::document::Paper> papers() {
    return read([&](db::Transaction& tx) { return motor::document::all_of_file(tx, id_); });
  }
  // Subjects, oldest first.
  std::vector<std::string> sent(Channel channel) {
    house().settle();
    const auto found = read([&](db::Transaction& tx) {
      return messages::list(tx, {.organisation = garage_.actor.organisation, .channel = channel, .limit = 50});
    });
    std::vector<std::string> subjects;
    for (auto one = found.rbegin(); one != found.rend(); ++one) subjects.push_back(one->subject);
    return subjects;
  }
  void choose(std::string_view kind, std::string_view way) {
    EXPECT_EQ(house()
                  .post("/reparateurs/parametres/notifications", &garage_,
                        support::form({{std::string(kind), std::string(way)}}))
                  .status,
              303);
  }

  Person firm_, garage_;
  motor::FileId id_;
};
MANDAT_ON_BOTH_ENGINES(RepairerDocuments);

support::FileChoice chosen(std::string field, const std::string& bytes, std::string name = "piece.pdf") {
  return {std::move(field), std::move(name), "application/pdf", bytes};
}

TEST_P(RepairerDocuments, go_several_at_once_and_a_wrong_one_holds_back_no_other) {  // M18
  Browser by = browser_of(garage_);
  const Page form = by.get(path());
  EXPECT_TRUE(form.shows("JOINDRE DES DOCUMENTS AU DOSSIER"));
  EXPECT_TRUE(form.shows("Format PDF uniquement."));
  const Page both = by.follow(
      by.submit(form, path() + "/documents", {},
                {chosen("quote", support::sample_pdf("Devis")), chosen("other", support::sample_pdf("Autre"))}));
  EXPECT_TRUE(both.shows("2 documents envoyés au cabinet."));
  const Page mixed = by.submit(form, path() + "/documents", {},
                               {chosen("wheel_alignment", support::sample_pdf("Geometrie")),
                                chosen("roadworthiness", "rien d’un PDF", "photo.pdf")});
  EXPECT_EQ(mixed.status, 422);
  EXPECT_TRUE(mixed.shows("1 document envoyé au cabinet."));
  EXPECT_TRUE(mixed.shows("photo.pdf"));
  EXPECT_EQ(papers().size(), 3U);
}

TEST_P(RepairerDocuments, that_weigh_too_much_are_named_beside_their_box_and_hold_back_no_other) {  // M18 P3.limits
  Browser by = browser_of(garage_);
  const Page form = by.get(path());
  const Page heavy = by.submit(form, path() + "/documents", {},
                               {chosen("quote", support::sample_pdf("Devis")),
                                chosen("other", support::sample_pdf() + std::string(26 << 20, ' '), "photos.pdf")});
  EXPECT_EQ(heavy.status, 413);
  EXPECT_TRUE(heavy.shows("«\u00a0photos.pdf\u00a0» dépasse 25 Mo"));
  EXPECT_TRUE(heavy.shows("1 document envoyé au cabinet."));
  EXPECT_EQ(papers().size(), 1U);
}

TEST_P(RepairerDocuments, show_their_first_page_in_both_lists_for_those_who_may_see_them) {  // P3 M16 M17
  Browser by = browser_of(garage_);
  scene::bring_to(house(), firm_, id_, motor::file::State::in_progress);
  const Page form = by.get(path());
  EXPECT_EQ(form.body.find("/vignette"), std::string::npos);
  by.submit(form, path() + "/documents", {}, {chosen("quote", support::sample_pdf("Devis"))});
  const Page invoice = by.follow(by.submit(form, path() + "/documents", {},
                                           {chosen("invoice", support::sample_pdf("TTC 1 260,00"), "facture.pdf")}));
  by.follow(by.submit(invoice, invoice.path));  // its picture has waited with its total
  Browser at_firm = browser_of(firm_);
  at_firm.submit(at_firm.get(path()), path() + "/envois", {{"kind", "report"}, {"amount", "1260"}},
                 {chosen("file", support::sample_pdf("Rapport"))});
  ASSERT_EQ(papers().size(), 3U);
  const Person other = scene::new_repairer(house());
  for (const auto& paper : papers()) {
    const std::string picture = "/documents/" + std::to_string(paper.document.value) + "/vignette";
    for (const Person* reader : {&garage_, &firm_}) {
      EXPECT_NE(house().get(path(), reader).body.find("src=\"" + picture + "\""), std::string::npos) << paper.name;
      const auto drawn = house().get(picture, reader);
      EXPECT_EQ(drawn.status, 200);
      EXPECT_EQ(header(drawn, "Content-Type"), "image/jpeg");
      EXPECT_EQ(header(drawn, "X-Content-Type-Options"), "nosniff");
      EXPECT_EQ(header(drawn, "Cache-Control"), "private, max-age=3600");
    }
    EXPECT_EQ(house().get(picture, &other).status, 404);
  }
}

TEST_P(RepairerDocuments, the_total_of_an_invoice_is_read_compared_and_confirmed) {  // M19
  scene::bring_to(house(), firm_, id_, motor::file::State::in_progress);
  scene::post_report(house(), firm_, id_, base::Money::euros(1200), Kind::report);
  Browser by = browser_of(garage_);
  const std::string bytes = support::sample_pdf("HT 1 050,00 TVA 210,00 TTC 1 260,00");
  const Page asked =
      by.follow(by.submit(by.get(path()), path() + "/documents", {}, {chosen("invoice", bytes, "facture-12.pdf")}));
  EXPECT_TRUE(asked.shows("Lu dans le PDF : vérifiez-le."));
  EXPECT_TRUE(asked.shows("Écart de 60,00\u00a0€ de plus que le dernier rapport"));
  EXPECT_EQ(asked.hidden("amount"), "1260,00");
  EXPECT_TRUE(papers().size() == 1) << "nothing leaves before it is confirmed";
  EXPECT_TRUE(by.get(path()).shows("Facture pas encore envoyée")) << "it can be left and found again";

  // Corrected: compared again before it leaves.
  const Page corrected = by.submit(asked, asked.path, {{"amount", "1 200"}});
  EXPECT_TRUE(corrected.shows("Le total est celui du dernier rapport"));
  const Page sent = by.follow(by.submit(corrected, asked.path));
  EXPECT_TRUE(sent.shows("Facture envoyée au cabinet."));
  EXPECT_FALSE(sent.shows("Facture pas encore envoyée"));
  ASSERT_EQ(papers().size(), 2U);
  EXPECT_EQ(papers().back().amount, base::Money::euros(1200));
}

TEST_P(RepairerDocuments, an_invoice_confirmed_late_or_twice_is_told_so) {  // M19
  scene::bring_to(house(), firm_, id_, motor::file::State::in_progress);
  Browser by = browser_of(garage_);
  const auto choose_invoice = [&](Browser& browser) {
    return browser.follow(browser.submit(browser.get(path()), path() + "/documents", {},
                                         {chosen("invoice", support::sample_pdf("TTC 1 260,00"), "facture.pdf")}));
  };
  const Page asked = choose_invoice(by);
  ASSERT_TRUE(by.follow(by.submit(asked, asked.path)).shows("Facture envoyée au cabinet."));
  const Page twice = by.submit(asked, asked.path);  // a colleague's screen, or his own of before
  EXPECT_EQ(twice.status, 409);
  EXPECT_TRUE(twice.shows("Cette facture est déjà envoyée au cabinet"));
  EXPECT_EQ(by.get(asked.path).status, 409);
  EXPECT_EQ(papers().size(), 1U);

  const Page other = choose_invoice(by);
  house().clock().advance(base::hours{13});
  const Person again = support::new_member(platform(), garage_.actor.organisation);
  Browser late = browser_of(again);
  late.get(path());
  const Page expired = late.post_form(other.path, {{"amount", "1260"}, {"compared", "1260,00"}});
  EXPECT_EQ(expired.status, 409);
  EXPECT_TRUE(expired.shows("Cet envoi a expiré : choisissez à nouveau la facture."));
  EXPECT_EQ(papers().size(), 1U);
  EXPECT_EQ(late.get("/reparateurs/factures/4242").status, 404);
  const Person stranger = scene::new_repairer(house());
  EXPECT_EQ(browser_of(stranger).get(other.path).status, 404);
}

TEST_P(RepairerDocuments, posted_by_the_firm_keep_their_file_when_something_else_is_refused) {  // M32
  Browser at_firm = browser_of(firm_);
  const Page refused = at_firm.submit(at_firm.get(path()), path() + "/envois", {{"kind", "report"}, {"amount", ""}},
                                      {chosen("file", support::sample_pdf("Rapport"), "rapport-1.pdf")});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.shows("Indiquez le total TTC"));
  EXPECT_TRUE(refused.shows("«\u00a0rapport-1.pdf\u00a0» est gardé"));
  EXPECT_TRUE(papers().empty());
  const Page posted =
      at_firm.follow(at_firm.submit(refused, path() + "/envois", {{"kind", "report"}, {"amount", "1 905"}}));
  EXPECT_TRUE(posted.shows("Rapport définitif : document posté."));
  ASSERT_EQ(papers().size(), 1U);
  EXPECT_EQ(papers().front().amount, base::Money::euros(1905));
  // What another firm was given to keep is not taken.
  const Person other = scene::new_cabinet(house());
  const auto file = scene::new_file(house(), other, garage_);
  const std::string elsewhere = "/reparateurs/dossiers/" + std::to_string(file.value);
  Browser stranger = browser_of(other);
  const Page own = stranger.get(elsewhere);
  const Page stolen = stranger.submit(own, elsewhere + "/envois",
                                      {{"kind", "other"}, {"fichier_garde", refused.hidden("fichier_garde")}});
  EXPECT_EQ(stolen.status, 422);
}

TEST_P(RepairerDocuments, M20_an_acceptance_past_its_date_says_so) {  // M20
  Browser at_firm = browser_of(firm_);
  at_firm.submit(at_firm.get(path()), path() + "/envois",
                 {{"kind", "payment_agreement"}, {"amount", "1000"}, {"valid_until", "2026-11-30"}},
                 {chosen("file", support::sample_pdf("Prise en charge"))});
  EXPECT_NE(text_at(path(), &garage_).find("Valable jusqu’au"), std::string::npos);
  house().clock().advance(base::hours{24 * 8});
  const Person again = support::new_member(platform(), garage_.actor.organisation);
  const std::string seen = text_at(path(), &again);
  EXPECT_NE(seen.find("Expirée depuis le"), std::string::npos);
  EXPECT_NE(seen.find("01-12-2026"), std::string::npos);
}

TEST_P(RepairerDocuments, are_told_in_the_portal_and_by_mail_to_who_asked) {  // M29, M29.mail
  const Page settings = browser_of(garage_).get("/reparateurs/parametres");
  for (const auto* text :
       {"NOTIFICATIONS", "PRISE EN CHARGE", "RAPPORT PROVISOIRE", "RAPPORT DEFINITIF", "JE VEUX ÊTRE INFORMÉ PAR"})
    EXPECT_TRUE(settings.shows(text)) << text;
  scene::post_report(house(), firm_, id_);
  EXPECT_TRUE(sent(Channel::mail).empty()) << "the portal by default";
  EXPECT_EQ(sent(Channel::notice).size(), 1U);

  choose("report", "mail");
  scene::post_report(house(), firm_, id_);  // provisional: still the portal
  EXPECT_TRUE(sent(Channel::mail).empty());
  const auto other = scene::new_file(house(), firm_, garage_);
  scene::post_report(house(), firm_, other, base::Money::euros(900), Kind::report);
  const std::string reference = scene::file(house(), other).reference;
  EXPECT_EQ(sent(Channel::mail), std::vector<std::string>{"Rapport définitif · dossier " + reference});
  EXPECT_EQ(sent(Channel::notice).size(), 3U) << "told once in the portal";

  // Two more within ten minutes: one mail, at the tenth.
  house().clock().advance(base::minutes{1});
  scene::post_report(house(), firm_, id_, base::Money::euros(950), Kind::report);
  scene::post_report(house(), firm_, id_, base::Money::euros(960), Kind::report);
  EXPECT_EQ(sent(Channel::mail).size(), 1U);
  house().clock().advance(base::minutes{9});
  EXPECT_EQ(sent(Channel::mail).size(), 2U);
  house().clock().advance(base::hours{1});
  EXPECT_EQ(sent(Channel::mail).size(), 2U);

  choose("report", "portail");
  scene::post_report(house(), firm_, id_, base::Money::euros(970), Kind::report);
  house().clock().advance(base::hours{1});
  EXPECT_EQ(sent(Channel::mail).size(), 2U);
}

}  // namespace
