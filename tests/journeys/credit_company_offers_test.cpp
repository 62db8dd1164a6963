// The company reads its offers in its space or by the links it is sent, answers there, and reads them afterwards; what
// it was given is kept as it was given it.
#include <gmock/gmock.h>

#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/proposal.hpp"
#include "support/signing.hpp"

namespace {

namespace scene = support::contract_scene;
namespace offer = credit::offer;
using credit::placement::Step;
using support::form;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditCompanyOffers : public support::SigningOnBothEngines {
 protected:
  void SetUp() override {
    SigningOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = broker();
    company_ = support::new_person(platform(), {identity::OrganisationKind::insured_company});
    id_ = scene::presented(house(), broker_, company_.actor.organisation);
  }
  std::string own(std::string_view part = "/offres") const { return "/couverture/" + text(id_) + std::string(part); }
  std::string file(std::string_view part) const { return "/credit/dossiers/" + text(id_) + std::string(part); }
  Step step() { return support::credit_scene::placement(house(), id_).step; }
  offer::Proposal proposal(offer::OfferId of) {
    return read([&](db::Transaction& tx) { return offer::latest_proposal(tx, of).value(); });
  }
  std::string hidden_proposal(const web::Response& page) {
    constexpr std::string_view before = "name=\"proposition\" value=\"";
    const auto at = page.body.find(before);
    EXPECT_NE(at, std::string::npos) << text_of_html(page.body);
    const auto from = at + before.size();
    return page.body.substr(from, page.body.find('"', from) - from);
  }
  std::vector<messages::Message> mails(std::string_view subject) {
    std::vector<messages::Message> found;
    for (auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
      if (message.channel == messages::Channel::mail && message.subject.find(subject) != std::string::npos)
        found.push_back(message);
    return found;
  }
  std::string target(const messages::Message& message) {
    return read([&](db::Transaction& tx) { return messages::link_target(tx, message, platform().settings); });
  }
  Person broker_, company_;
  credit::PlacementId id_;
};
MANDAT_ON_BOTH_ENGINES(CreditCompanyOffers);

// C9.read, C35
TEST_P(CreditCompanyOffers, C9_the_company_reads_offers_plan_and_papers_in_its_space_and_accepts_there) {
  EXPECT_THAT(text_at(own(), &company_), AllOf(HasSubstr("Aucune offre pour l’instant"), HasSubstr("prévu le")));
  const auto made = scene::offered(house(), broker_, id_, scene::turnover_offer("coface"));
  scene::offered(house(), broker_, id_, scene::forfait_offer("atradius"));
  const auto early = house().get(own(), &company_);
  EXPECT_THAT(text_of_html(early.body),
              AllOf(HasSubstr("Coface"), HasSubstr("Atradius"), HasSubstr("À l’étude"),
                    HasSubstr("110\u202F000,00\u00a0€ sur 175\u202F000,00\u00a0€"),
                    HasSubstr("Comment est calculé : Coût total"), HasSubstr("Comment est calculé : Encours couvert"),
                    HasSubstr("Comment est calculé : Couverture utilisable"), Not(HasSubstr("ACCEPTER"))));
  EXPECT_THAT(early.body, Not(HasSubstr("/credit/")));  // nothing leads to the broker's pages
  EXPECT_TRUE(house().get(own("/offres/comparatif"), &company_).body.starts_with("%PDF-"));
  EXPECT_EQ(house().get(own("/offres/conseil"), &company_).status, 404);  // nothing was advised yet
  EXPECT_EQ(house().post(own(), &company_, form({{"reponse", "accepter"}})).status, 409);

  scene::advise(house(), broker_, id_);
  scene::watch(house(), broker_, id_);
  ASSERT_TRUE(offer::recommend(platform(), broker_.actor, made).ok());
  const auto page = house().get(own(), &company_);
  EXPECT_THAT(text_of_html(page.body),
              AllOf(HasSubstr("Votre courtier vous recommande l’offre de Coface"), HasSubstr("couvre le mieux"),
                    HasSubstr("ACCEPTER"), HasSubstr("fait le 23 nov. 2026")));
  EXPECT_THAT(page.body, Not(HasSubstr("checked")));
  EXPECT_EQ(bytes(proposal(made).advice), house().get(own("/offres/conseil"), &company_).body);
  const auto unread = house().post(own(), &company_, form({{"reponse", "accepter"}, {"name", "Inès Vauquelin"}}));
  EXPECT_EQ(unread.status, 422);
  EXPECT_THAT(text_of_html(unread.body), HasSubstr("cochez la case"));
  EXPECT_THAT(unread.body, HasSubstr("value=\"Inès Vauquelin\""));
  const auto yes = house().post(own(), &company_,
                                form({{"reponse", "accepter"},
                                      {"accuse", "oui"},
                                      {"name", "Inès Vauquelin"},
                                      {"proposition", hidden_proposal(page)}}));
  ASSERT_EQ(yes.status, 303) << text_of_html(yes.body);
  EXPECT_EQ(step(), Step::issuance);
  EXPECT_EQ(scene::offer(house(), made).decided_account, company_.actor.account);
  EXPECT_THAT(text_at("/credit/offres/" + text(made), &broker_), HasSubstr("dans son espace"));
  EXPECT_THAT(text_at(own(), &company_), AllOf(HasSubstr("Vous avez accepté l’offre de Coface"),
                                               HasSubstr("couvre le mieux"), Not(HasSubstr("ACCEPTER"))));
  EXPECT_EQ(bytes(proposal(made).comparison), house().get(own("/offres/comparatif"), &company_).body);
  EXPECT_THAT(house().get(own(""), &company_).body, HasSubstr("href=\"" + own() + "\""));
  EXPECT_THAT(house().get("/couverture", &company_).body, HasSubstr("href=\"" + own() + "\""));
}

// C9.read: P2
TEST_P(CreditCompanyOffers, C9_the_offers_of_a_company_do_not_exist_for_another_nor_for_a_reader_to_answer) {
  const auto made = scene::proposed(house(), broker_, id_, scene::turnover_offer("coface"));
  const Person other = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  const auto theirs = scene::presented(house(), broker_, other.actor.organisation);
  const std::vector<std::pair<std::string, std::string>> yes{
      {"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}};
  for (const auto* part : {"/offres", "/offres/conseil", "/offres/comparatif"})
    EXPECT_EQ(house().get(own(part), &other).status, 404) << part;
  EXPECT_EQ(house().post(own(), &other, form(yes)).status, 404);
  EXPECT_EQ(house().get("/couverture/" + text(theirs) + "/offres", &company_).status, 404);
  EXPECT_THAT(text_at("/couverture/" + text(theirs) + "/offres", &other), Not(HasSubstr("Coface")));
  EXPECT_EQ(house().get("/documents/" + text(proposal(made).advice), &other).status, 404);
  const Person reader = support::new_member(platform(), company_.actor.organisation, identity::Role::reader);
  EXPECT_THAT(text_at(own(), &reader), AllOf(HasSubstr("recommande"), Not(HasSubstr("ACCEPTER"))));
  EXPECT_EQ(house().post(own(), &reader, form(yes)).status, 403);
  EXPECT_EQ(scene::offer(house(), made).state, offer::State::recommended);
}

// C9.read, C36.kept
TEST_P(CreditCompanyOffers, C36_kept_what_the_client_was_given_is_what_he_reads_after_his_answer_and_has_its_hash) {
  const auto made = scene::proposed(house(), broker_, id_, scene::turnover_offer("coface"));
  const std::string at = "/offre/" + scene::offer_token(house(), made);
  const auto given = house().get(at + "/conseil").body;
  EXPECT_THAT(words_of(proposal(made).advice), AllOf(HasSubstr("Commission de 15"), HasSubstr("En attente")));
  house().clock().advance(base::minutes(20));
  ASSERT_EQ(
      house().post(at, nullptr, form({{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}})).status,
      200);
  const auto kept = proposal(made);
  EXPECT_EQ(kept.acknowledged_by, "Inès Vauquelin");
  EXPECT_EQ(kept.acknowledged_at, house().clock().now());
  const auto document = read([&](db::Transaction& tx) { return documents::find(tx, kept.advice).value(); });
  EXPECT_EQ(document.sha256, kept.advice_hash);
  EXPECT_EQ(house().get(at + "/conseil").body, given);
  EXPECT_EQ(house().get(at + "/comparatif").body, bytes(kept.comparison));
  EXPECT_THAT(text_of_html(house().get(at).body),
              AllOf(HasSubstr("Vous avez accepté cette offre"), HasSubstr("110\u202F000,00\u00a0€"),
                    HasSubstr("couvre le mieux"), Not(HasSubstr("ACCEPTER"))));
  EXPECT_THAT(text_at(file("/conseil"), &broker_),
              AllOf(HasSubstr(kept.advice_hash), HasSubstr("Reçu par Inès Vauquelin le 23 nov. 2026, 10:20")));
  EXPECT_EQ(house().get("/documents/" + text(kept.advice), &company_).status, 200);
}

// C36.held
TEST_P(CreditCompanyOffers, C36_held_the_advice_changes_no_more_while_the_answer_rests_on_it) {
  const auto made = scene::proposed(house(), broker_, id_, scene::turnover_offer("coface"));
  const auto advice = [](std::string remuneration) {
    return form({{"mandate_signed", "2026-11-23"},
                 {"orias", "12 345 678"},
                 {"supervisor", "ACPR"},
                 {"complaints", "reclamations@cabinet.example, puis le médiateur de l’assurance"},
                 {"insurer_links", "Aucun lien capitalistique"},
                 {"remuneration", std::move(remuneration)},
                 {"needs", "Couvrir les clients du bâtiment"},
                 {"recommendation", "L’offre de Coface couvre le mieux vos acheteurs."}});
  };
  const auto saved = [&] { return house().post(file("/conseil"), &broker_, advice("Honoraires de 500 €")); };
  const auto held = saved();
  EXPECT_EQ(held.status, 409);
  EXPECT_THAT(text_of_html(held.body), HasSubstr("Ce conseil a été remis au client"));
  EXPECT_THAT(text_at(file("/conseil"), &broker_),
              AllOf(HasSubstr("entre les mains du client"), Not(HasSubstr("Enregistrer"))));
  const auto first = proposal(made);
  ASSERT_TRUE(offer::take_back(platform(), broker_.actor, made).ok());
  ASSERT_EQ(saved().status, 303);
  ASSERT_TRUE(offer::recommend(platform(), broker_.actor, made).ok());
  const auto second = proposal(made);
  EXPECT_NE(first.advice_hash, second.advice_hash);
  EXPECT_THAT(words_of(second.advice), HasSubstr("Honoraires de 500"));
  EXPECT_THAT(words_of(first.advice), HasSubstr("Commission de 15"));  // what he was given first is still there
  // A form drawn of the first proposal is not taken for the second.
  const std::string at = "/offre/" + scene::offer_token(house(), made);
  const auto stale = house().post(
      at, nullptr,
      form({{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}, {"proposition", text(first.id)}}));
  EXPECT_EQ(stale.status, 409);
  EXPECT_THAT(text_of_html(stale.body), HasSubstr("Votre courtier vous propose autre chose depuis"));
  EXPECT_EQ(step(), Step::acceptance);
  ASSERT_EQ(house().post(at, nullptr, form({{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "I. V."}})).status,
            200);
  EXPECT_EQ(saved().status, 409);  // accepted
}

// C36.signature
TEST_P(CreditCompanyOffers, C36_a_policy_is_not_sent_unless_the_advice_as_it_stands_was_acknowledged) {
  scene::accepted(house(), broker_, id_, scene::forfait_offer("coface"));
  scene::issued(house(), broker_, id_);
  act([&](platform::Act& act) {  // as a file of before this rule may stand
    auto kept = credit::acceptance::advice_of(act.tx, id_);
    kept.file.acknowledged.reset();
    credit::acceptance::save(act.tx, id_, broker_.actor.organisation, kept, act.now);
  });
  const auto blocked = house().post(file("/police/envoi"), &broker_,
                                    form({{"name", "Inès Vauquelin"}, {"email", "ines@vauquelin.example"}}));
  EXPECT_EQ(blocked.status, 409);
  EXPECT_THAT(text_of_html(blocked.body), HasSubstr("Accusé de réception du client"));
}

TEST_P(CreditCompanyOffers, C36_the_signed_mandate_is_kept_with_its_date) {
  const support::TemporaryFolder folder;
  const auto post = [&](const std::string& content) {
    auto request = support::request_of(platform(), web::Method::post, file("/conseil"), &broker_,
                                       form({{"mandate_signed", "2026-11-20"}, {"orias", "12 345 678"}}));
    request.files.push_back(support::uploaded("mandate_paper", "mandat.pdf", content, folder.path()));
    return house().handle(std::move(request));
  };
  const auto wrong = post("bonjour");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"12 345 678\""));
  EXPECT_THAT(text_of_html(wrong.body), HasSubstr("n’est pas d’un type accepté"));
  ASSERT_EQ(post(support::sample_pdf()).status, 303);
  const auto kept = read([&](db::Transaction& tx) { return credit::acceptance::advice_of(tx, id_); });
  ASSERT_TRUE(kept.mandate);
  EXPECT_THAT(house().get(file("/conseil"), &broker_).body, HasSubstr("/documents/" + text(kept.mandate)));
  EXPECT_EQ(house().get("/documents/" + text(kept.mandate), &broker_).status, 200);
}

// C6.quote
TEST_P(CreditCompanyOffers, C6_each_quote_and_each_revision_goes_on_to_the_client_with_its_figures_and_a_link) {
  const auto made = scene::offered(house(), broker_, id_, scene::turnover_offer("coface"));
  const auto received = mails("Offre reçue de Coface");
  ASSERT_EQ(received.size(), 1U);
  EXPECT_THAT(received.front().body,
              AllOf(HasSubstr("coût total de l’année"), HasSubstr("110\u202F000,00\u00a0€ sur 175\u202F000,00\u00a0€"),
                    HasSubstr("quotité garantie"), HasSubstr("{lien}")));
  const auto link = target(received.front());
  EXPECT_THAT(text_of_html(house().get(link).body),
              AllOf(HasSubstr("Offres reçues"), HasSubstr("Coface"), Not(HasSubstr("ACCEPTER"))));
  EXPECT_TRUE(house().get(link + "/comparatif").body.starts_with("%PDF-"));
  EXPECT_EQ(house().get(link + "/conseil").status, 404);
  EXPECT_EQ(house().post(link, nullptr, form({{"reponse", "accepter"}})).status, 404);  // reading answers nothing

  auto fields = scene::turnover_offer("coface");
  fields.insert(fields.begin(), {{"issued", "2026-11-23"}, {"line_rate_1", "0,20"}});
  ASSERT_TRUE(offer::revise(platform(), broker_.actor, made, scene::form_of(fields)).ok());
  const auto revised = mails("Nouvelle version de l’offre de Coface");
  ASSERT_EQ(revised.size(), 1U);
  EXPECT_THAT(revised.front().body, AllOf(HasSubstr("Taux, France"), HasSubstr("0,25\u00a0% → 0,2\u00a0%"),
                                          HasSubstr("coût total de l’année")));
  EXPECT_EQ(target(revised.front()), link);  // one page for all of them
}

// C37
TEST_P(CreditCompanyOffers,
       C37_nothing_is_proposed_or_accepted_before_the_vigilance_is_recorded_and_the_client_is_told_no_why) {
  const auto made = scene::offered(house(), broker_, id_, scene::turnover_offer("coface"));
  scene::advise(house(), broker_, id_);
  const auto propose = [&] {
    return house().post("/credit/offres/" + text(made) + "/suite", &broker_, form({{"acte", "proposer"}}));
  };
  const auto early = propose();
  EXPECT_EQ(early.status, 409);
  EXPECT_THAT(text_of_html(early.body), HasSubstr("Identité vérifiée, Bénéficiaires effectifs"));
  scene::watch(house(), broker_, id_);
  ASSERT_EQ(propose().status, 303);
  const std::string at = "/offre/" + scene::offer_token(house(), made);
  const auto accept = [&] {
    return house().post(at, nullptr, form({{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}}));
  };
  const auto watched = [&](std::string screening) {
    return house().post(file("/vigilance"), &broker_,
                        form({{"identity_checked", "2026-11-23"},
                              {"identity_paper", "Extrait Kbis"},
                              {"owners", "declared"},
                              {"owners_named", "Inès Vauquelin, 100 %"},
                              {"exposure", "none"},
                              {"screening", std::move(screening)}}));
  };
  ASSERT_EQ(watched("match").status, 303);
  const auto frozen = accept();
  EXPECT_EQ(frozen.status, 409);
  EXPECT_THAT(text_of_html(frozen.body), AllOf(HasSubstr("Votre courtier doit d’abord compléter votre dossier"),
                                               Not(HasSubstr("gel")), HasSubstr("ACCEPTER")));
  EXPECT_THAT(text_at("/notifications", &broker_), HasSubstr("veut accepter"));
  EXPECT_EQ(step(), Step::acceptance);
  ASSERT_EQ(watched("clear").status, 303);
  EXPECT_EQ(accept().status, 200);
  EXPECT_EQ(step(), Step::issuance);
}

}  // namespace
