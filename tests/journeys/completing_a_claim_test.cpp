// A claim is completed after its declaration: insurer, the insured's details, documents; a lot is parted in two (W10,
// W12, W24).
#include <gmock/gmock.h>

#include "desks/works/insured/follow_link.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CompletingAClaim : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
    claim_ = scene::declare(house(), broker_);
    file_ = "/travaux/dossiers/" + std::to_string(claim_.value);
  }
  std::string job(works::MandateId id) { return "/chantiers/" + std::to_string(id.value); }
  works::MandateId accepted() {
    const auto mandate = scene::ask(house(), broker_, claim_, firm_);
    scene::accept(house(), firm_, mandate);
    return mandate;
  }
  web::Response correct(std::string name, std::string phone, std::string email) {
    return house().post(file_ + "/assure", &broker_,
                        form({{"insured_name", std::move(name)},
                              {"insured_phone", std::move(phone)},
                              {"insured_email", std::move(email)}}));
  }
  web::Response bring(const Person& by, std::string kind, std::string_view name, const std::string& bytes) {
    auto request = support::request_of(platform(), web::Method::post, file_ + "/documents", &by,
                                       form({{"document_kind", std::move(kind)}}));
    if (!name.empty()) request.files.push_back(support::uploaded("documents", name, bytes, folder_.path()));
    return house().handle(std::move(request));
  }
  std::string told_to(const Person& person) {
    house().settle();
    std::string all;
    for (const auto& message : scene::messages_to(house(), person.actor.organisation))
      all += message.subject + "\n" + message.body + "\n";
    return all;
  }

  support::TemporaryFolder folder_;
  Person broker_, firm_;
  works::ClaimId claim_;
  std::string file_;
};
MANDAT_ON_BOTH_ENGINES(CompletingAClaim);

// W10.completed
TEST_P(CompletingAClaim, TheInsurerIsCompletedLaterAndTheTimelineTellsIt) {
  EXPECT_THAT(text_at(file_, &broker_), HasSubstr("Compléter l’assureur"));
  const auto done = house().post(
      file_ + "/assureur", &broker_,
      form({{"insurer", "maif"}, {"insurer_claim_number", "SIN-2026-77"}, {"insurer_email", "gestion@maif.example"}}));
  EXPECT_EQ(done.status, 303);
  EXPECT_THAT(text_at(file_, &broker_),
              AllOf(HasSubstr("SIN-2026-77"), HasSubstr("Modifier l’assureur"), HasSubstr("Assureur complété"),
                    HasSubstr("compagnie, n° de sinistre, e-mail du gestionnaire")));
  EXPECT_THAT(text_at("/travaux?q=SIN-2026-77", &broker_), HasSubstr("Solène Vernoult"));
  const auto wrong = house().post(file_ + "/assureur", &broker_,
                                  form({{"insurer_claim_number", "SIN-2026-78"}, {"insurer_email", "gestion@"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("value=\"gestion@\""), HasSubstr("value=\"SIN-2026-78\""),
                                HasSubstr("Cette adresse e-mail n’est pas valable")));
}

// W10.completed
TEST_P(CompletingAClaim, TheFirmThatHoldsTheJobIsToldWhenItsClientsDetailsChange) {
  const auto mandate = accepted();
  EXPECT_EQ(correct("Solène Vernoult", "06 39 98 11 22", "solene@courriel.example").status, 303);
  EXPECT_THAT(text_at(job(mandate), &firm_), HasSubstr("06 39 98 11 22"));
  EXPECT_THAT(told_to(firm_), AllOf(HasSubstr("Coordonnées du client corrigées"), HasSubstr("son téléphone")));
  EXPECT_THAT(text_at(file_, &broker_), HasSubstr("Coordonnées de l’assuré corrigées"));
  EXPECT_THAT(text_at("/recherche?q=0639981122", &firm_), HasSubstr("Plomberie"));

  const auto wrong = correct("Solène Vernoult", "12", "solene@courriel.example");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("value=\"12\""), HasSubstr("Ce numéro de téléphone n’est pas valable")));

  ASSERT_TRUE(works::mandate::withdraw(platform(), broker_.actor, mandate, "L’assuré préfère attendre"));
  EXPECT_EQ(correct("Solène Vernoult", "06 39 98 33 44", "solene@courriel.example").status, 303);
  EXPECT_THAT(text_at(job(mandate), &firm_), Not(HasSubstr("06 39 98 33 44"))) << "the job is no longer its own";
  EXPECT_THAT(text_at("/recherche?q=0639983344", &firm_), Not(HasSubstr("Plomberie à")));
}

// W10.completed W31.sent
TEST_P(CompletingAClaim, TheInsuredsLinkFollowsHisAddress) {
  const auto link = [&] {
    return read([&](db::Transaction& tx) { return links::latest(tx, works::insured::follow_link, claim_.value); });
  };
  const auto first = link();
  ASSERT_TRUE(first);
  EXPECT_EQ(correct("Solène Vernoult", "06 39 98 45 67", "s.vernoult@autre.example").status, 303);
  const auto second = link();
  EXPECT_NE(second->id, first->id);
  EXPECT_TRUE(read([&](db::Transaction& tx) { return links::find(tx, first->id)->revoked; }));
  EXPECT_EQ(correct("Solène Vernoult", "06 39 98 45 67", "s.vernoult@autre.example").status, 303);
  EXPECT_EQ(link()->id, second->id) << "nothing changed: nothing is sent";
  EXPECT_EQ(correct("Solène Vernoult", "06 39 98 45 67", "").status, 303);
  EXPECT_TRUE(link()->revoked);
}

// W10.completed
TEST_P(CompletingAClaim, DocumentsComeLaterByKindEachShownToWhomItConcerns) {
  const auto mandate = accepted();
  EXPECT_EQ(bring(broker_, "photo", "salon.jpg", support::sample_jpeg(61)).status, 303);
  EXPECT_EQ(bring(broker_, "claim_document", "constat.pdf", support::sample_pdf("Constat")).status, 303);
  EXPECT_EQ(bring(broker_, "insurer_paper", "rapport.pdf", support::sample_pdf("Rapport")).status, 303);
  EXPECT_EQ(bring(broker_, "claim_document", "constat.pdf", support::sample_pdf("Constat")).status, 303);
  const auto file = text_at(file_, &broker_);
  EXPECT_THAT(file, AllOf(HasSubstr("rapport.pdf"), HasSubstr("Courrier ou rapport de l’assureur"),
                          HasSubstr("Documents ajoutés au dossier")));
  EXPECT_EQ(read([&](db::Transaction& tx) { return documents::of_file(tx, works::file_of(claim_)).size(); }), 3U)
      << "the same file twice stands once";
  EXPECT_THAT(text_at(job(mandate), &firm_), AllOf(HasSubstr("constat.pdf"), Not(HasSubstr("rapport.pdf"))));
  EXPECT_THAT(told_to(firm_), HasSubstr("Documents ajoutés"));

  EXPECT_EQ(bring(broker_, "photo", "notes.pdf", support::sample_pdf("Notes")).status, 422);
  EXPECT_THAT(bring(broker_, "", "notes.pdf", support::sample_pdf("Notes")).body,
              HasSubstr("Dites de quel document il s’agit."));
  EXPECT_THAT(bring(broker_, "photo", "", "").body, HasSubstr("Choisissez au moins un fichier."));
  EXPECT_EQ(bring(broker_, "quote", "faux.pdf", support::sample_pdf("Devis")).status, 422) << "a firm's own kind";
  EXPECT_EQ(bring(scene::new_broker(house()), "photo", "a.jpg", support::sample_jpeg(62)).status, 404);
}

// W24.papers
TEST_P(CompletingAClaim, TheSignedQuoteAndTheDelegationAreOfOneJobAndItsFirmAlone) {
  const auto mandate = accepted();
  const std::string signed_quote = "signed_quote-" + std::to_string(mandate.value);
  EXPECT_EQ(bring(broker_, signed_quote, "signe.pdf", support::sample_pdf("Signe")).status, 422) << "no quote yet";
  const auto quote = scene::upload_quote(house(), firm_, mandate);
  EXPECT_EQ(bring(broker_, signed_quote, "signe.pdf", support::sample_pdf("Signe")).status, 303);
  EXPECT_EQ(
      bring(broker_, "payment_delegation-" + std::to_string(mandate.value), "delegation.png", support::sample_png(70))
          .status,
      303);
  EXPECT_THAT(text_at(file_, &broker_),
              AllOf(HasSubstr("Devis signé par l’assuré"), HasSubstr("Délégation de paiement signée")));
  EXPECT_THAT(text_at(job(mandate), &firm_), AllOf(HasSubstr("signe.pdf"), HasSubstr("delegation.png")));
  EXPECT_THAT(told_to(firm_), HasSubstr("Le devis signé par votre client"));

  ASSERT_TRUE(works::mandate::withdraw(platform(), broker_.actor, mandate, "Trop cher"));
  const auto second = scene::new_firm(house());
  const auto other = scene::ask(house(), broker_, claim_, second);
  scene::accept(house(), second, other);
  EXPECT_THAT(text_at(job(other), &second), Not(HasSubstr("signe.pdf")));
  EXPECT_THAT(text_at(job(mandate), &firm_), Not(HasSubstr("signe.pdf")));
  EXPECT_TRUE(quote);
}

// W12.split
TEST_P(CompletingAClaim, ALotIsPartedInTwoWithoutTypingAnythingAgain) {
  auto declared = scene::claim_form();
  declared.trades = {{"plomberie", 1}, {"vitrerie", 1}};
  const auto claim = scene::declare(house(), broker_, declared);
  const auto lot = scene::first_lot(house(), claim);
  const std::string lot_path = "/travaux/lots/" + std::to_string(lot.value);
  EXPECT_THAT(text_at(lot_path + "/entreprises", &broker_),
              AllOf(HasSubstr("Aucune entreprise ne peut prendre ce lot"), HasSubstr("Partager ce lot en deux")));
  const auto wrong = house().post(lot_path + "/partage", &broker_);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(support::text_of_html(wrong.body), HasSubstr("Cochez un métier au moins"));

  EXPECT_EQ(house().post(lot_path + "/partage", &broker_, form({{"trades", "vitrerie"}})).status, 303);
  const auto lots = read([&](db::Transaction& tx) { return works::lot::of_claim(tx, claim); });
  ASSERT_EQ(lots.size(), 2U);
  EXPECT_EQ(lots[0].trades, std::vector<std::string>{"plomberie"});
  EXPECT_EQ(lots[1].trades, std::vector<std::string>{"vitrerie"});
  const std::string page = "/travaux/dossiers/" + std::to_string(claim.value);
  EXPECT_THAT(text_at(page, &broker_), AllOf(HasSubstr("Lot 1"), HasSubstr("Lot 2"), HasSubstr("Lot partagé en deux"),
                                             HasSubstr("Solène Vernoult")));
  EXPECT_THAT(text_at(lot_path + "/entreprises", &broker_), HasSubstr("Plomberie du Parc"));
  EXPECT_EQ(house().post(lot_path + "/partage", &broker_, form({{"trades", "plomberie"}})).status, 409);

  scene::ask(house(), broker_, claim, firm_);
  EXPECT_THAT(text_at(page, &broker_), HasSubstr("à attribuer")) << "the least advanced lot tells";
}

}  // namespace
