// A tradesman and a broker join the network: papers, verdicts, validation, expiry, departure (W1 to W8).
#include <gtest/gtest.h>

#include "desks/works/mandate/mandate.hpp"
#include "support/applicant.hpp"
#include "support/works_scene.hpp"

namespace {

namespace admission = works::admission;
using admission::PaperKind;
using admission::PaperState;
using support::all_papers;
using support::Browser;
using support::Page;
using support::Person;
using support::Values;

class TradesmanJoins : public support::ApplicantOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(TradesmanJoins);

TEST_P(TradesmanJoins, and_is_offered_what_his_certificate_covers_once_validated) {  // W1, W3, W4, W8.ticked
  const Person admin = administrator();
  const std::string link = joined("artisan", 601, {"couverture", "charpente"});
  EXPECT_EQ(state_of_firm(), works::tradesman::State::suspended);  // the profile is there, and receives nothing
  EXPECT_EQ(sign_in(), 403);
  EXPECT_EQ(house().post(application_path() + "/validation", &admin).status, 409);
  EXPECT_NE(text_at("/administration/inscriptions?onglet=attente", &admin).find("Les Toits du Rhône"),
            std::string::npos);

  Browser by = browser();
  EXPECT_TRUE(by.get(link).shows("6 pièces restent à envoyer"));
  EXPECT_TRUE(upload(by, link, PaperKind::decennale).shows("Votre pièce est reçue."));
  EXPECT_NE(text_at("/administration/inscriptions", &admin).find("1 pièce à vérifier"), std::string::npos);
  EXPECT_EQ(judge(admin, PaperKind::decennale, {{"verdict", "accepter"}, {"valid_until", last_day(300)}}).status,
            422);  // no trade
  EXPECT_EQ(judge(admin, PaperKind::decennale, {{"verdict", "accepter"}, {"trades", "couverture"}}).status,
            422);  // no day
  EXPECT_EQ(judge(admin, PaperKind::decennale,
                  {{"verdict", "accepter"}, {"trades", "couverture"}, {"valid_until", last_day(-1)}})
                .status,
            422);
  accept_all(admin, link, all_papers, 300);
  EXPECT_EQ(house().post(application_path() + "/validation", &admin).status, 303);
  EXPECT_EQ(house().post(application_path() + "/validation", &admin).status, 409);

  EXPECT_EQ(mails().at(0).subject, "Votre inscription est validée");
  EXPECT_NE(mails().at(0).body.find("/connexion"), std::string::npos);
  EXPECT_EQ(sign_in(), 303);
  EXPECT_EQ(state_of_firm(), works::tradesman::State::active);
  const auto organisation = firm();
  const auto covered = read([&](db::Transaction& tx) { return works::tradesman::coverages_of(tx, organisation); });
  ASSERT_EQ(covered.size(), 1U);  // charpente was declared, and not ticked
  EXPECT_EQ(covered[0].trade, "couverture");
  EXPECT_EQ(covered[0].valid_until.iso(), last_day(300));
}

TEST_P(TradesmanJoins, and_sends_a_refused_paper_again_by_the_same_link) {  // W5
  const Person admin = administrator();
  const std::string link = joined("artisan", 602, {"couverture"});
  Browser by = browser();
  EXPECT_EQ(by.get("/pieces/nimporte.quoi").status, 404);
  const Page wrong = upload(by, link, PaperKind::urssaf, "ceci n'est pas un PDF");
  EXPECT_EQ(wrong.status, 422);
  upload(by, link, PaperKind::urssaf);
  EXPECT_EQ(judge(admin, PaperKind::urssaf, {{"verdict", "refuser"}}).status, 422);  // a reason is owed
  EXPECT_EQ(
      judge(admin, PaperKind::urssaf, {{"verdict", "refuser"}, {"reason", "Page 2 illisible, renvoyez-la entière"}})
          .status,
      303);
  const auto told = mails().at(0);
  EXPECT_NE(told.body.find("Page 2 illisible"), std::string::npos);
  EXPECT_EQ(link_in(told), link);
  EXPECT_TRUE(by.get(link).shows("Motif : Page 2 illisible, renvoyez-la entière"));
  EXPECT_TRUE(upload(by, link, PaperKind::urssaf).shows("Votre pièce est reçue."));
  EXPECT_EQ(paper(PaperKind::urssaf)->state, PaperState::received);
  EXPECT_EQ(judge(admin, PaperKind::urssaf, {{"verdict", "accepter"}, {"valid_until", last_day(180)}}).status, 303);
  EXPECT_EQ(judge(admin, PaperKind::urssaf, {{"verdict", "accepter"}, {"valid_until", last_day(180)}}).status, 409);
}

TEST_P(TradesmanJoins, and_a_review_late_by_48_hours_becomes_a_task) {  // W3
  const Person admin = administrator();
  const std::string link = joined("artisan", 603, {"couverture"});
  Browser by = browser();
  upload(by, link, PaperKind::registration);
  house().clock().advance(base::hours(48) - base::seconds(1));
  house().settle();
  const auto early = support::new_member(platform(), admin.actor.organisation);  // the first session is over by now
  EXPECT_NE(text_at("/administration/taches", &early).find("Rien à traiter"), std::string::npos);
  house().clock().advance(base::seconds(1));
  house().settle();
  EXPECT_NE(text_at("/administration/taches", &early).find("Inscription en attente depuis 48 h"), std::string::npos);
}

TEST_P(TradesmanJoins, and_is_warned_before_his_certificate_ends_and_loses_its_trades_on_its_day) {  // W8.expiry
  const Person admin = administrator();
  const std::string link = joined("artisan", 604, {"couverture"});
  accept_all(admin, link, all_papers, 40);
  house().post(application_path() + "/validation", &admin);
  const auto count = [&](std::string_view beginning) {
    const auto all = mails();
    return std::count_if(all.begin(), all.end(), [&](const auto& m) {
      return m.subject.starts_with(beginning) && m.subject.ends_with("décennale");
    });
  };
  house().clock().advance(base::hours(24 * 9));
  EXPECT_EQ(count("Bientôt expirée"), 0);
  house().clock().advance(base::hours(24 * 2));
  EXPECT_EQ(count("Bientôt expirée"), 1);  // thirty days before
  house().clock().advance(base::hours(24 * 23));
  EXPECT_EQ(count("Bientôt expirée"), 2);  // seven days before
  EXPECT_EQ(count("Pièce expirée"), 0);
  house().clock().advance(base::hours(24 * 8));
  EXPECT_EQ(count("Pièce expirée"), 1);
  EXPECT_EQ(paper(PaperKind::decennale)->state, PaperState::expired);
  const auto organisation = firm();
  const auto covered = read([&](db::Transaction& tx) { return works::tradesman::coverages_of(tx, organisation); });
  EXPECT_FALSE(works::tradesman::covers(covered, "couverture", base::paris::day_of(house().clock().now())));
}

TEST_P(TradesmanJoins, or_a_broker_does_with_his_orias_number) {  // W6
  const Person admin = administrator();
  Browser by = browser();
  auto values = typed("courtier", 605);
  values[7].second = "1300158";
  const Page refused = send(by, "courtier", values);
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.shows("Un numéro ORIAS a huit chiffres"));
  const std::string link = joined("courtier", 605);
  EXPECT_TRUE(by.get(link).shows("4 pièces restent à envoyer"));
  EXPECT_FALSE(by.get(link).shows("décennale"));
  accept_all(admin, link, {PaperKind::orias, PaperKind::registration, PaperKind::liability, PaperKind::bank_details});
  EXPECT_EQ(house().post(application_path() + "/validation", &admin).status, 303);
  EXPECT_EQ(sign_in(), 303);
}

TEST_P(TradesmanJoins, and_who_validates_reads_that_another_bears_his_orias_number) {  // W6.same_orias
  const Person admin = administrator();
  joined("courtier", 605);
  const std::string first = application_path();
  EXPECT_EQ(text_at(first, &admin).find("numéro ORIAS est déjà"), std::string::npos);

  Browser by = browser();
  auto values = typed("courtier", 604);
  for (auto& [name, value] : values) {
    if (name == "company") value = "Courtage des Ardoises";
    if (name == "email") value = "accueil@courtage-ardoises.example";
  }
  const Page sent = send(by, "courtier", values);
  EXPECT_EQ(sent.status, 303) << "the applicant learns nothing of other members: " << sent.text();
  house().settle();
  const auto mail = read(
      [](db::Transaction& tx) { return messages::list(tx, {.channel = messages::Channel::mail, .limit = 1}).at(0); });
  ASSERT_EQ(mail.to.address, "accueil@courtage-ardoises.example");
  const std::string confirm = link_in(mail);
  by.submit(by.get(confirm), confirm);
  house().settle();
  const std::string seen = text_at(first, &admin);
  EXPECT_NE(seen.find("Ce numéro ORIAS est déjà celui d’un autre membre"), std::string::npos) << seen;
  EXPECT_NE(seen.find("Courtage des Ardoises"), std::string::npos);
}

TEST_P(TradesmanJoins, under_a_checklist_that_the_administrator_changes) {  // W1, W2
  const Person admin = administrator();
  const std::string link = joined("artisan", 606, {"couverture"});
  EXPECT_EQ(house()
                .post("/administration/pieces-demandees", &admin,
                      support::form({{"role", "tradesman"}, {"identity", "unasked"}, {"qualification", "required"}}))
                .status,
            303);
  Browser by = browser();
  const Page page = by.get(link);
  EXPECT_FALSE(page.shows("Pièce d’identité du dirigeant"));
  EXPECT_TRUE(page.shows("Ajouter une certification ou qualification"));
  EXPECT_FALSE(page.shows("Ajouter une certification ou qualification (facultatif)"));
  EXPECT_EQ(upload(by, link, PaperKind::identity).status, 404);
  EXPECT_EQ(upload(by, link, PaperKind::qualification, support::sample_pdf("RGE"), {{"name", "RGE"}}).status, 200);
}

TEST_P(TradesmanJoins, and_leaves_when_he_likes_keeping_the_jobs_he_accepted) {  // W7
  const Person broker = support::scene::new_broker(house());
  const Person firm = support::scene::new_firm(house());
  const auto kept = support::scene::ask(house(), broker, support::scene::declare(house(), broker), firm);
  support::scene::accept(house(), firm, kept);
  auto second = support::scene::claim_form();
  second.form_key = "un autre dossier";
  const auto open = support::scene::ask(house(), broker, support::scene::declare(house(), broker, second), firm);
  EXPECT_EQ(house().post("/partenariat/depart", &firm).status, 303);
  EXPECT_EQ(support::scene::mandate(house(), open).state, works::mandate::State::refused);
  EXPECT_EQ(support::scene::mandate(house(), kept).state, works::mandate::State::accepted);
  EXPECT_EQ(house().get("/chantiers/" + std::to_string(kept.value), &firm).status, 200);
  EXPECT_NE(text_at("/partenariat", &firm).find("Vous avez quitté le réseau le"), std::string::npos);
  EXPECT_EQ(house().post("/partenariat/depart", &firm).status, 409);

  EXPECT_EQ(house().post("/partenariat/depart", &broker).status, 303);
  const auto today = base::paris::day_of(house().clock().now());
  const auto declaration = works::claim::check(support::scene::claim_form(), today).value();
  const auto declared = works::claim::declare(platform(), broker.actor, declaration, {});
  EXPECT_TRUE(declared.refused_as(admission::already_left));  // his files stay, new ones do not come
}

}  // namespace
