// An unpaid invoice simulated under an offer by the broker, and under its policy by the insured (C16, C23, C25, C35).
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include "support/contract_scene.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::contract_scene;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditLossSimulation : public support::HouseOnBothEngines {
 protected:
  static std::string words_of_pdf(const std::string& pdf) {
    const support::TemporaryFolder folder;
    const auto path = folder.path() / "file.pdf", said = folder.path() / "file.txt";
    std::ofstream(path, std::ios::binary) << pdf;
    EXPECT_EQ(std::system(("pdftotext -raw '" + path.string() + "' '" + said.string() + "'").c_str()), 0);
    std::ifstream answer(said);
    return {std::istreambuf_iterator<char>(answer), {}};
  }
};
MANDAT_ON_BOTH_ENGINES(CreditLossSimulation);

// C25.simulated
TEST_P(CreditLossSimulation, C25_shows_the_indemnity_its_clauses_and_the_dates_under_an_offer) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto offer = scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const std::string at = "/credit/offres/" + std::to_string(offer.value) + "/impaye";
  EXPECT_THAT(house().get("/credit/offres/" + std::to_string(offer.value), &broker).body, HasSubstr("href=\"" + at));
  const auto opened = text_at(at, &broker);
  EXPECT_THAT(opened, AllOf(HasSubstr("27\u202F000,00\u00A0€"), HasSubstr("13\u202F000,00\u00A0€ resteraient"),
                            HasSubstr("Déclaration de menace"), HasSubstr("Payable au plus tard le")));
  const std::string typed = at +
                            "?facture=40%20000&couverture=unnamed&cause=insolvency&zone=domestic&emise=2026-11-01"
                            "&delai=45&recouvre=0&paye=0";
  EXPECT_THAT(text_at(typed, &broker), HasSubstr("Rien n’est couvert"));
  const auto shared = text_at(at + "?facture=40%20000&couverture=named&limite=30%20000&cause=protracted&zone=domestic"
                                   "&emise=2026-11-01&delai=45&recouvre=0&paye=0&ensuite=10%20000",
                              &broker);  // C26.simulated
  EXPECT_THAT(shared, AllOf(HasSubstr("Récupéré après l’indemnité"), HasSubstr("6\u202F750,00\u00A0€"),
                            HasSubstr("3\u202F250,00\u00A0€"), HasSubstr("Comment est calculé : Part de l’assuré")));
  const auto calendar = house().get(at + "/echeances.ics?facture=40%20000&couverture=named&limite=30%20000"
                                         "&cause=protracted&zone=domestic&emise=2026-11-01&delai=45&recouvre=0&paye=0",
                                    &broker);  // C23.calendar
  EXPECT_EQ(calendar.status, 200);
  EXPECT_THAT(calendar.body, AllOf(HasSubstr("DTSTART;VALUE=DATE:20270115"), HasSubstr("DTSTART;VALUE=DATE:20270114")));
  const auto wrong =
      house().get(at + "?facture=cher&couverture=named&limite=&emise=&delai=x&recouvre=0&paye=0", &broker);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"cher\""));
  EXPECT_THAT(support::text_of_html(wrong.body),
              AllOf(HasSubstr("Ce montant n’est pas valable"), HasSubstr("Indiquez la date de la facture"),
                    HasSubstr("Indiquez un délai en jours"), Not(HasSubstr("L’assureur verserait"))));
  const auto too_long =
      house().get(at + "?facture=1&couverture=named&limite=1&emise=2026-11-01&delai=731&recouvre=0&paye=0", &broker);
  EXPECT_THAT(support::text_of_html(too_long.body), HasSubstr("Indiquez un nombre de jours de 0 à 730"));
}

// C25.simulated
TEST_P(CreditLossSimulation, C25_the_insured_simulates_under_the_offer_it_accepted) {
  const Person broker = this->broker();
  const Person company = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  const auto id = scene::presented(house(), broker, company.actor.organisation);
  const std::string at = "/couverture/" + std::to_string(id.value) + "/police/impaye";
  EXPECT_EQ(text_at(at, &company), "404");
  scene::accepted(house(), broker, id, scene::forfait_offer("coface"));
  EXPECT_THAT(text_at(at, &company), AllOf(HasSubstr("aux conditions acceptées"), HasSubstr("27\u202F000,00\u00A0€")));
  EXPECT_THAT(house().get(at + "/echeances.ics", &company).body, HasSubstr("BEGIN:VCALENDAR"));
  const Person other = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  EXPECT_EQ(text_at(at, &other), "404");
  EXPECT_EQ(house().get(at + "/echeances.ics", &other).status, 404);
  EXPECT_TRUE(house().get(at + "/calcul.pdf", &company).body.starts_with("%PDF-"));  // C25.paper
  EXPECT_EQ(house().get(at + "/calcul.pdf", &other).status, 404);
}

// C25.paper, C35
TEST_P(CreditLossSimulation, C25_each_euro_is_traced_to_its_clause_on_paper) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto offer = scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const std::string at = "/credit/offres/" + std::to_string(offer.value) + "/impaye";
  const std::string typed =
      "?facture=40%20000&couverture=named&limite=30%20000&cause=protracted&zone=domestic&emise=2026-11-01"
      "&delai=45&recouvre=10%20000&paye=0&ensuite=5%20000";
  const auto page = house().get(at + typed, &broker);
  EXPECT_THAT(page.body, HasSubstr("href=\"" + at + "/calcul.pdf?"));
  EXPECT_THAT(support::text_of_html(page.body), HasSubstr("Comment est calculé : À la charge de l’assuré"));
  const auto paper = words_of_pdf(house().get(at + "/calcul.pdf" + typed, &broker).body);
  EXPECT_THAT(paper,
              AllOf(HasSubstr("Ce que verserait Coface"), HasSubstr("Quotité garantie"), HasSubstr("Limite de crédit"),
                    HasSubstr("20 250,00"), HasSubstr("9 750,00"), HasSubstr("Partage des récupérations")));
  EXPECT_EQ(
      house().get(at + "/calcul.pdf?facture=cher&couverture=named&limite=1&emise=2026-11-01&delai=1", &broker).status,
      303);
  const auto open = house().get("/calculs/indemnite");
  EXPECT_THAT(open.body, HasSubstr("href=\"/calculs/indemnite.pdf?"));
  EXPECT_THAT(support::text_of_html(open.body), HasSubstr("Comment est calculé : À la charge de l’assuré"));
  EXPECT_THAT(words_of_pdf(house()
                               .get("/calculs/indemnite.pdf?creance=40000&limite=30000&quotite=90&franchise=2000"
                                    "&ordre=franchise_first&recouvre=0&imputation=pro_rata")
                               .body),
              AllOf(HasSubstr("25 200,00"), HasSubstr("Franchise par sinistre"), HasSubstr("Page 1 / 1")));
}

}  // namespace
