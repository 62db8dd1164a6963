// The search of the top bar finds what the person may see, all of it, and nothing else (P2, P14.search, W13, W14).
#include <gmock/gmock.h>

#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

using support::HouseOnBothEngines;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
namespace scene = support::scene;

class Search : public HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
    auto form = scene::claim_form();
    form.insured_name = "Hélène Vauquelin";
    form.insured_phone = "06 39 98 12 34";
    claim_ = scene::declare(house(), broker_, form);
    reference_ = scene::claim(house(), claim_).reference;
  }
  std::string found(const std::string& text, const Person& by) {
    std::string encoded;
    for (const char c : text) encoded += c == ' ' ? "+" : std::string(1, c);
    return text_at("/recherche?q=" + encoded, &by);
  }

  Person broker_, firm_;
  works::ClaimId claim_;
  std::string reference_;
};
MANDAT_ON_BOTH_ENGINES(Search);

TEST_P(Search, FindsABrokersClaimByEachThingItIsKnownBy) {  // P14.search
  for (const auto& text : {reference_, std::string("vauquelin"), std::string("HELENE vauq"), std::string("69003"),
                           std::string("06 39 98 12 34"), std::string("0639981234")})
    EXPECT_THAT(found(text, broker_), AllOf(HasSubstr("Dossiers travaux 1"), HasSubstr("Hélène Vauquelin"))) << text;
}

TEST_P(Search, LeadsToTheFileAndKeepsWhatWasTyped) {
  const auto page = house().get("/recherche?q=vauquelin", &broker_).body;
  EXPECT_THAT(page, HasSubstr("href=\"/travaux/dossiers/" + std::to_string(claim_.value) + "\""));
  EXPECT_THAT(page, HasSubstr("value=\"vauquelin\""));
}

TEST_P(Search, ShowsNothingOfAnotherBroker) {  // P2
  const auto other = scene::new_broker(house());
  EXPECT_THAT(found("vauquelin", other), AllOf(HasSubstr("Aucun résultat"), Not(HasSubstr("Hélène"))));
}

TEST_P(Search, LetsAFirmFindARequestByTradeAndPlaceButNotByTheInsured) {  // W13
  scene::ask(house(), broker_, claim_, firm_);
  EXPECT_THAT(found("plomberie lyon", firm_), AllOf(HasSubstr("Chantiers 1"), Not(HasSubstr("Vauquelin"))));
  EXPECT_THAT(found(reference_, firm_), HasSubstr("Chantiers 1"));
  EXPECT_THAT(found("vauquelin", firm_), HasSubstr("Aucun résultat"));
  EXPECT_THAT(found("0639981234", firm_), HasSubstr("Aucun résultat"));
}

TEST_P(Search, LetsAFirmFindAJobByTheInsuredWhileItHoldsItOnly) {  // W14
  const auto mandate = scene::ask(house(), broker_, claim_, firm_);
  scene::accept(house(), firm_, mandate);
  EXPECT_THAT(found("vauquelin", firm_), HasSubstr("Chantiers 1"));
  house().post("/chantiers/" + std::to_string(mandate.value) + "/annulation", &firm_,
               support::form({{"reason", "Panne"}}));
  EXPECT_THAT(found("vauquelin", firm_), HasSubstr("Aucun résultat"));
  EXPECT_THAT(found("plomberie", firm_), HasSubstr("Chantiers 1"));
}

TEST_P(Search, ShowsAFirmNothingOfAnotherFirm) {  // P2
  scene::ask(house(), broker_, claim_, firm_);
  EXPECT_THAT(found("plomberie", scene::new_firm(house())), HasSubstr("Aucun résultat"));
}

TEST_P(Search, FindsClaimsOrganisationsAndAccountsForAnAdministrator) {  // P14.search
  const auto by = administrator();
  EXPECT_THAT(found("vauquelin", by), HasSubstr("Dossiers travaux 1"));
  EXPECT_THAT(found("parc plomb", by), AllOf(HasSubstr("Organisations 1"), HasSubstr("Plomberie du Parc")));
  EXPECT_THAT(found(firm_.email, by), AllOf(HasSubstr("Comptes 1"), HasSubstr(firm_.actor.name)));
}

TEST_P(Search, FindsNoAccountForAnAdministratorWhoMayNotOpenThem) {  // P2
  const auto reader = administrator(identity::Role::reader);
  EXPECT_THAT(found(firm_.email, reader), HasSubstr("Aucun résultat"));
  EXPECT_THAT(found("parc", reader), HasSubstr("Organisations 1"));
}

TEST_P(Search, FindsAnOrganisationByItsSirenHoweverSpaced) {
  const auto by = administrator();
  act([](platform::Act& act) {
    return identity::create_organisation(act, {.name = "Cabinet Aubrac",
                                               .kinds = {identity::OrganisationKind::broker},
                                               .siren = base::Siren::parse("732829320")})
        .value();
  });
  for (const std::string text : {"732829320", "732 829 320", "7328", "732 829 320 00074"})
    EXPECT_THAT(found(text, by), AllOf(HasSubstr("Cabinet Aubrac"), HasSubstr("SIREN 732829320"))) << text;
  EXPECT_THAT(found("73", by), HasSubstr("Aucun résultat"));
}

TEST_P(Search, CountsWhatItDoesNotShow) {  // P14.search
  for (int i = 0; i < 9; ++i) scene::declare(house(), broker_);
  EXPECT_THAT(found("plomberie", broker_),
              AllOf(HasSubstr("10 résultats"), HasSubstr("Dossiers travaux 10"), HasSubstr("Tout afficher")));
  for (int i = 0; i < 9; ++i) scene::ask(house(), broker_, scene::declare(house(), broker_), firm_);
  EXPECT_THAT(found("plomberie", firm_), AllOf(HasSubstr("9 résultats"), HasSubstr("Les 8 premiers")));
}

TEST_P(Search, SaysWhatToTypeWhenTooLittleOrNothingWasTyped) {
  EXPECT_THAT(text_at("/recherche", &broker_), HasSubstr("Que cherchez-vous ?"));
  for (const std::string text : {"a", "%25", "%25%25", "_"})
    EXPECT_THAT(text_at("/recherche?q=" + text, &broker_), HasSubstr("Tapez au moins deux lettres ou chiffres"))
        << text;
  EXPECT_THAT(text_at("/recherche?q=zz%25zz", &broker_), HasSubstr("Aucun résultat"));
}

TEST_P(Search, WritesWhatWasTypedAsTextOnly) {
  const auto page = house().get("/recherche?q=%3Cscript%3Ealert(1)%3C/script%3E", &broker_).body;
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
}

}  // namespace
