// A partner between his sign-up and his departure: what he forgot is asked for, what he sent waits for nobody's memory,
// what ends stops him, and he changes what he does and can prove (W2, W3, W5, W8, W9).
#include <gmock/gmock.h>

#include "desks/works/admission/trades.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/claim/declaration.hpp"
#include "desks/works/matching/matching.hpp"
#include "support/partner.hpp"
#include "support/works_scene.hpp"

namespace {

namespace admission = works::admission;
namespace scene = support::scene;
using admission::PaperKind;
using support::Browser;
using support::form;
using support::Person;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view queue_page = "/administration/inscriptions", settings_page = "/chantiers/reglages";

class Partnership : public support::PartnerOnBothEngines {
 protected:
  std::string queue() { return text_at(queue_page, &admin_); }
  // A claim at the firm's door that asks for that trade.
  works::LotId claim_for(const Person& broker, const std::string& trade) {
    auto typed = scene::claim_form();
    typed.trades = {{trade, 1}};
    return scene::first_lot(house(), scene::declare(house(), broker, typed));
  }
  std::string proposed(const Person& broker, works::LotId lot) {
    return text_at("/travaux/lots/" + std::to_string(lot.value) + "/entreprises", &broker);
  }
  std::vector<works::matching::Exclusion> excluded(works::LotId lot) {
    const auto id = firm();
    return read([&](db::Transaction& tx) {
      const auto found = works::lot::find(tx, lot).value();
      const auto claim = works::claim::find(tx, found.claim).value();
      return works::matching::why_not(tx, claim, found, id, house().clock().now());
    });
  }
  std::vector<std::string> covered() {
    const auto id = firm();
    return read([&](db::Transaction& tx) {
      const auto today = base::paris::day_of(house().clock().now());
      std::vector<std::string> trades;
      for (const auto& one : works::tradesman::coverages_of(tx, id))
        if (one.valid_from <= today && today <= one.valid_until) trades.push_back(one.trade);
      return trades;
    });
  }
  web::Response declare_trade(const Person& by, std::string slug) {
    return house().post("/chantiers/reglages/metiers", &by, form({{"trade", std::move(slug)}}));
  }
};
MANDAT_ON_BOTH_ENGINES(Partnership);

TEST_P(Partnership, asks_for_what_is_missing_a_day_after_the_sign_up_and_after_each_paper) {  // W5.missing
  const std::string link = joined("artisan", 621, {"couverture"});
  travel(base::hours(24) - base::seconds(1));
  EXPECT_EQ(mails_with("Votre inscription attend 6 pièces"), 0);
  travel(base::seconds(1));
  ASSERT_EQ(mails_with("Votre inscription attend 6 pièces"), 1);
  EXPECT_THAT(mails().at(0).body,
              AllOf(HasSubstr("– Extrait Kbis ou RNE"), HasSubstr("– Attestation de vigilance URSSAF"),
                    Not(HasSubstr("Certification"))));
  EXPECT_EQ(link_in(mails().at(0)), link);
  travel(base::hours(72));
  EXPECT_EQ(mails_with("Votre inscription attend 6 pièces"), 1) << "once, until he sends something";

  Browser by = browser();
  upload(by, link, PaperKind::registration);
  travel(base::hours(24));
  EXPECT_EQ(mails_with("Votre inscription attend 5 pièces"), 1);
  for (const PaperKind kind : support::all_papers) upload(by, link, kind);
  travel(base::hours(48));
  EXPECT_THAT(mails().at(0).subject, HasSubstr("5 pièces")) << "nothing lacks";
}

TEST_P(Partnership, is_told_in_one_mail_of_what_was_refused_in_one_sitting) {  // W5.together
  const std::string link = joined("artisan", 630, {"couverture"});
  Browser by = browser();
  for (const PaperKind kind : {PaperKind::urssaf, PaperKind::liability, PaperKind::identity, PaperKind::registration})
    upload(by, link, kind);
  const auto refuse = [&](PaperKind kind, std::string reason) {
    EXPECT_EQ(judge(admin_, kind, {{"verdict", "refuser"}, {"reason", std::move(reason)}}).status, 303);
  };
  refuse(PaperKind::urssaf, "Page 2 illisible");
  house().clock().advance(base::minutes(8));
  refuse(PaperKind::liability, "Le nom n’est pas le vôtre");
  house().clock().advance(base::minutes(8));
  EXPECT_EQ(mails_with("2 pièces à renvoyer"), 0) << "the sitting goes on";
  house().clock().advance(base::minutes(2));
  ASSERT_EQ(mails_with("2 pièces à renvoyer"), 1);
  const auto told = mails().at(0);
  EXPECT_THAT(told.body, AllOf(HasSubstr("« Page 2 illisible »"), HasSubstr("« Le nom n’est pas le vôtre »")));
  EXPECT_EQ(link_in(told), link);

  refuse(PaperKind::identity, "Expirée");
  EXPECT_EQ(mails_with("Pièce à renvoyer : Pièce d’identité"), 0);
  EXPECT_EQ(judge(admin_, PaperKind::registration, {{"verdict", "accepter"}}).status, 303);
  EXPECT_THAT(mails().at(0).body, HasSubstr("« Expirée »")) << "nothing is left to judge: at once";
  EXPECT_THAT(mails().at(0).body, Not(HasSubstr("Page 2 illisible")));
  const auto sent = mails().size();
  house().clock().advance(base::minutes(30));
  EXPECT_EQ(mails().size(), sent);
}

TEST_P(Partnership, forgets_no_applicant_who_has_sent_everything) {  // W3
  const std::string link = joined("artisan", 622, {"couverture"});
  accept_all(admin_, link, support::all_papers, 300);
  EXPECT_THAT(queue(), AllOf(HasSubstr("Les Toits du Rhône"), HasSubstr("complète, à valider")));
  EXPECT_THAT(text_at("/administration/inscriptions?onglet=attente", &admin_), Not(HasSubstr("Les Toits du Rhône")));
  EXPECT_THAT(text_at(application_path(), &admin_), HasSubstr("inscription à valider"));
  EXPECT_EQ(read([](db::Transaction& tx) { return admission::count_to_judge(tx); }), 1);
  travel(base::hours(48));
  EXPECT_THAT(text_at("/administration/taches", &admin_), HasSubstr("Inscription en attente depuis 48 h"));
  EXPECT_EQ(house().post(application_path() + "/validation", &admin_).status, 303);
  EXPECT_THAT(queue(), Not(HasSubstr("Les Toits du Rhône")));
  EXPECT_EQ(read([](db::Transaction& tx) { return admission::count_to_judge(tx); }), 0);
}

TEST_P(Partnership, counts_who_is_complete_only_since_the_checklist_asks_for_less) {  // W1, W3
  const std::string link = joined("artisan", 623, {"couverture"});
  auto but_one = support::all_papers;
  but_one.pop_back();  // his identity
  accept_all(admin_, link, but_one, 300);
  EXPECT_EQ(read([](db::Transaction& tx) { return admission::count_to_judge(tx); }), 0);
  house().post("/administration/pieces-demandees", &admin_, form({{"role", "tradesman"}, {"identity", "optional"}}));
  EXPECT_THAT(queue(), HasSubstr("complète, à valider"));
}

TEST_P(Partnership, pauses_a_firm_whose_liability_has_ended_until_a_new_one_is_accepted) {  // W8.lapse, W11
  const std::string link = joined("artisan", 624, {"couverture"});
  for (const PaperKind kind : support::all_papers)
    accept_all(admin_, link, {kind}, kind == PaperKind::liability ? 40 : 300);
  EXPECT_EQ(house().post(application_path() + "/validation", &admin_).status, 303);
  Person broker = scene::new_broker(house());
  EXPECT_THAT(proposed(broker, claim_for(broker, "couverture")), HasSubstr("Les Toits du Rhône"));

  travel(base::hours(24 * 41));
  broker = support::new_member(platform(), broker.actor.organisation);
  const auto lot = claim_for(broker, "couverture");
  EXPECT_THAT(excluded(lot), ElementsAre(works::matching::Exclusion::not_active));
  EXPECT_THAT(proposed(broker, lot), Not(HasSubstr("Les Toits du Rhône")));
  EXPECT_EQ(house()
                .post("/travaux/lots/" + std::to_string(lot.value) + "/mandat", &broker,
                      form({{"entreprise", std::to_string(firm().value)}}))
                .status,
            409);
  const auto told = mails();
  const auto ended = std::find_if(told.begin(), told.end(), [](const auto& mail) {
    return mail.subject == "Pièce expirée : Attestation de responsabilité civile professionnelle";
  });
  ASSERT_NE(ended, told.end());
  EXPECT_THAT(ended->body, HasSubstr("Votre entreprise n’est plus proposée tant que la nouvelle n’est pas acceptée"));

  const Person roofer = member();
  EXPECT_THAT(text_at("/partenariat", &roofer), HasSubstr("Votre entreprise n’est plus proposée"));
  Browser by = browser();
  upload(by, link, PaperKind::liability);
  EXPECT_THAT(excluded(lot), ElementsAre(works::matching::Exclusion::not_active)) << "sent is not accepted";
  judge(admin_, PaperKind::liability, {{"verdict", "accepter"}, {"valid_until", last_day(365)}});
  EXPECT_THAT(excluded(lot), IsEmpty());
  EXPECT_THAT(proposed(broker, lot), HasSubstr("Les Toits du Rhône"));
}

TEST_P(Partnership, resumes_when_the_checklist_no_longer_asks_for_what_ended) {  // W1, W8.lapse
  const std::string link = joined("artisan", 625, {"couverture"});
  for (const PaperKind kind : support::all_papers)
    accept_all(admin_, link, {kind}, kind == PaperKind::urssaf ? 10 : 300);
  house().post(application_path() + "/validation", &admin_);
  travel(base::hours(24 * 11));
  const auto lapsed = [&] {
    const auto id = firm();
    return read([&](db::Transaction& tx) { return works::tradesman::find(tx, id)->lapsed; });
  };
  EXPECT_TRUE(lapsed());
  house().post("/administration/pieces-demandees", &admin_, form({{"role", "tradesman"}, {"urssaf", "optional"}}));
  EXPECT_FALSE(lapsed());
}

TEST_P(Partnership, lets_a_broker_declare_nothing_while_his_orias_certificate_has_ended) {  // W8.lapse, W10
  const std::string link = joined("courtier", 626);
  for (const PaperKind kind :
       {PaperKind::orias, PaperKind::registration, PaperKind::liability, PaperKind::bank_details})
    accept_all(admin_, link, {kind}, kind == PaperKind::orias ? 20 : 300);
  house().post(application_path() + "/validation", &admin_);
  const auto declares = [&] {
    const auto declaration =
        works::claim::check(scene::claim_form(), base::paris::day_of(house().clock().now())).value();
    return works::claim::declare(platform(), member().actor, declaration, {});
  };
  EXPECT_TRUE(declares().ok());
  travel(base::hours(24 * 21));
  const auto refused = declares();
  ASSERT_TRUE(refused.refused_as(admission::papers_lapsed));
  EXPECT_THAT(refused.refusal().details, ElementsAre("« Attestation d’immatriculation à l’ORIAS »"));
  Browser by = browser();
  upload(by, link, PaperKind::orias);
  judge(admin_, PaperKind::orias, {{"verdict", "accepter"}, {"valid_until", last_day(365)}});
  EXPECT_TRUE(declares().ok());
}

TEST_P(Partnership, takes_up_a_trade_once_it_is_ticked_on_the_certificate) {  // W8.declared, W9
  const std::string link = validated(admin_, 627, "couverture");
  const Person roofer = member();
  EXPECT_THAT(text_at(settings_page, &roofer), AllOf(HasSubstr("Couverture"), HasSubstr("Déclarer ce métier")));
  EXPECT_EQ(declare_trade(roofer, "charpente").status, 303);
  EXPECT_EQ(declare_trade(roofer, "zinguerie-imaginaire").status, 422);
  EXPECT_EQ(declare_trade(roofer, "charpente").status, 409);
  EXPECT_EQ(declare_trade(roofer, "nettoyage").status, 303);
  EXPECT_THAT(covered(), ElementsAre("couverture", "nettoyage")) << "no building work: his liability stands for it";
  EXPECT_THAT(text_at(settings_page, &roofer), HasSubstr("à vérifier par un administrateur"));
  EXPECT_THAT(queue(), HasSubstr("nouveau métier à vérifier"));
  EXPECT_THAT(text_at(application_path(), &admin_),
              AllOf(HasSubstr("Nouveaux métiers déclarés"), HasSubstr("Charpente")));

  EXPECT_EQ(house().post(application_path() + "/metiers", &admin_, form({{"trades", "charpente"}})).status, 303);
  EXPECT_EQ(house().post(application_path() + "/metiers", &admin_, form({{"trades", "charpente"}})).status, 409);
  EXPECT_THAT(covered(), ElementsAre("charpente", "couverture", "nettoyage"));
  EXPECT_THAT(queue(), Not(HasSubstr("Les Toits du Rhône")));

  EXPECT_EQ(declare_trade(roofer, "peinture").status, 303);
  EXPECT_EQ(house().post(application_path() + "/metiers", &admin_).status, 303);
  EXPECT_EQ(mails_with("Métier à couvrir par votre décennale"), 1);
  EXPECT_THAT(text_at(settings_page, &roofer), HasSubstr("attestation à envoyer"));
  Browser by = browser();
  upload(by, link, PaperKind::decennale);
  judge(admin_, PaperKind::decennale,
        {{"verdict", "accepter"}, {"valid_until", last_day(300)}, {"trades", "peinture"}});
  EXPECT_THAT(covered(), testing::Contains("peinture"));
}

TEST_P(Partnership, gives_a_trade_up_at_once) {  // W8.declared
  validated(admin_, 628, "couverture");
  const Person roofer = member();
  const Person broker = scene::new_broker(house());
  const auto lot = claim_for(broker, "couverture");
  const auto withdraw = [&](std::string slug) {
    return house().post("/chantiers/reglages/metiers/retrait", &roofer, form({{"trade", std::move(slug)}})).status;
  };
  EXPECT_EQ(withdraw("couverture"), 409) << "his only one";
  declare_trade(roofer, "charpente");
  EXPECT_THAT(proposed(broker, lot), HasSubstr("Les Toits du Rhône"));
  EXPECT_EQ(withdraw("couverture"), 303);
  EXPECT_THAT(covered(), IsEmpty());
  EXPECT_THAT(proposed(broker, lot), Not(HasSubstr("Les Toits du Rhône")));
  EXPECT_EQ(withdraw("peinture"), 422);
}

TEST_P(Partnership, gives_an_older_partner_who_never_applied_the_same_freedom) {  // W8.declared, W9
  const Person firm = scene::new_firm(house(), {"plomberie"});
  EXPECT_THAT(text_at(settings_page, &firm), HasSubstr("Plomberie"));
  EXPECT_EQ(declare_trade(firm, "carrelage").status, 303);
  EXPECT_THAT(text_at(settings_page, &firm),
              AllOf(HasSubstr("Carrelage"), HasSubstr("Plomberie"), HasSubstr("attestation à envoyer")));
  EXPECT_THAT(queue(), HasSubstr("Rien ici")) << "no certificate of his is held here to tick it on";
}

TEST_P(Partnership, shows_several_qualifications_to_brokers_where_they_choose) {  // W2
  const std::string link = validated(admin_, 629, "couverture");
  Browser by = browser();
  const auto add = [&](const std::string& name, const std::string& replaces = "") {
    return upload(by, link, PaperKind::qualification, support::sample_pdf(name),
                  {{"name", name}, {"replaces", replaces}});
  };
  const auto nameless = add("  ");
  EXPECT_EQ(nameless.status, 422);
  EXPECT_TRUE(nameless.shows("Indiquez son nom"));
  EXPECT_EQ(add("RGE QualiPAC").status, 200);
  EXPECT_EQ(add("Qualibat 3131").status, 200);
  const auto id = firm();
  const auto all = [&] {
    return read([&](db::Transaction& tx) {
      std::vector<admission::Paper> found;
      for (auto& paper : admission::papers_of(tx, id))
        if (paper.kind == PaperKind::qualification) found.push_back(paper);
      return found;
    });
  };
  ASSERT_EQ(all().size(), 2U);
  const auto accept = [&](const admission::Paper& paper, const std::string& until) {
    return house()
        .post("/administration/pieces/" + std::to_string(paper.id.value), &admin_,
              form({{"verdict", "accepter"}, {"valid_until", until}}))
        .status;
  };
  Person broker = scene::new_broker(house());
  const auto lot = claim_for(broker, "couverture");
  EXPECT_THAT(proposed(broker, lot), Not(HasSubstr("QualiPAC"))) << "sent is not accepted";
  EXPECT_EQ(accept(all()[0], last_day(10)), 303);
  EXPECT_EQ(accept(all()[1], ""), 303) << "it may have no last day";
  EXPECT_THAT(proposed(broker, lot), AllOf(HasSubstr("RGE QualiPAC"), HasSubstr("Qualibat 3131")));

  EXPECT_EQ(add("Qualibat 3132", std::to_string(all()[1].id.value)).status, 200);
  ASSERT_EQ(all().size(), 2U) << "one was replaced";
  accept(all()[1], "");
  travel(base::hours(24 * 11));
  broker = support::new_member(platform(), broker.actor.organisation);
  EXPECT_THAT(proposed(broker, lot), AllOf(Not(HasSubstr("QualiPAC")), HasSubstr("Qualibat 3132")));
  EXPECT_THAT(excluded(lot), IsEmpty()) << "an ended qualification stops nobody";
}

TEST_P(Partnership, draws_the_radius_with_its_towns) {  // W9.radius
  const Person firm = scene::new_firm(house());
  const auto page = house().get(settings_page, &firm).body;
  EXPECT_THAT(page, AllOf(HasSubstr("map-reach"), HasSubstr("map-town"), HasSubstr("Villeurbanne")));
  EXPECT_THAT(text_at("/chantiers/reglages/carte?postal_code=13001&radius_km=20", &firm),
              AllOf(HasSubstr("autour de Marseille 1er"), HasSubstr("Aubagne"), Not(HasSubstr("Villeurbanne"))));
  EXPECT_THAT(text_at("/chantiers/reglages/carte?postal_code=13001&radius_km=900", &firm), HasSubstr("Villeurbanne"))
      << "what is not allowed draws what holds";
}

}  // namespace
