// Every text that the repairer's portal is known by stands on its screens to the letter (M1 to M30). Straight and
// typographic apostrophes are one letter here; the page's are typographic but for the names of documents.
#include <algorithm>
#include <regex>

#include "support/house_on_both_engines.hpp"
#include "support/motor_dates.hpp"

namespace {

namespace scene = support::motor_scene;
using motor::document::Kind;
using motor::document::Verdict;
using support::Person;
using Texts = std::vector<std::string_view>;

// As read: no tags, blanks made one space, one kind of apostrophe.
std::string read_by_eye(std::string text) {
  text = std::regex_replace(text, std::regex("’"), "'");
  text = std::regex_replace(text, std::regex("\u00a0|\u202f"), " ");
  return std::regex_replace(text, std::regex("\\s+"), " ");
}

class RepairerWords : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    garage_ = scene::new_repairer(house());
    file_ = new_file();
  }
  motor::FileId new_file() { return scene::new_file(house(), firm_, garage_); }
  static std::string page_of(motor::FileId file) { return "/reparateurs/dossiers/" + std::to_string(file.value); }
  void expect_on(const std::string& path, const Texts& texts, const Person* reader) {
    const std::string text = read_by_eye(text_at(path, reader));
    for (const auto wanted : texts)
      EXPECT_NE(text.find(wanted), std::string::npos) << "« " << wanted << " » is not on " << path << "\n" << text;
  }
  void expect_on(const std::string& path, const Texts& texts) { expect_on(path, texts, &garage_); }
  template <class F>
  void by_firm(F work) {
    EXPECT_TRUE(act(work, platform::Author::of(firm_.actor)).ok());
  }
  std::string today() {
    const std::string iso = base::paris::day_of(platform().clock.now()).iso();
    return iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4);
  }

  Person firm_, garage_;
  motor::FileId file_;
};
MANDAT_ON_BOTH_ENGINES(RepairerWords);

TEST_P(RepairerWords, M1_M2_at_the_door_and_on_the_form_of_an_account) {
  expect_on("/connexion", {"Je n'ai pas de compte", "Mot de passe oublié"}, nullptr);
  expect_on("/inscription/reparateur",
            {"Nom de l'entreprise", "Téléphone mobile", "SIRET", "Code postal", "Cabinet", "Mot de passe",
             "Je ne suis pas un robot"},
            nullptr);
  expect_on("/mot-de-passe-oublie", {"Je ne suis pas un robot"}, nullptr);
}

TEST_P(RepairerWords, M7_M10_M11_on_the_list) {
  expect_on("/reparateurs", {"LISTE DES DOSSIERS",
                             "TARIFS",
                             "PARAMÈTRES",
                             "QUITTER",
                             "Aide",         // M7
                             "Plein écran",  // M9
                             "DOCUMENTS",
                             "DATE SINISTRE",
                             "DATE EXPERTISE",
                             "NUMÉRO DE DOSSIER",
                             "ASSURÉ",
                             "VÉHICULE",  // M10
                             "IMMATRICULATION",
                             "ASSURANCE",
                             "DERNIER CHIFFRAGE",
                             "SIRET",
                             "CABINET",
                             "ETAT",  // M10
                             "Expertise EAD",
                             "Attente de RDV",
                             "Visite planifiée",
                             "Attente de documents",
                             "En cours",  // M11
                             "Attente de facture",
                             "Terminé",
                             "0418"});
  scene::post_report(house(), firm_, file_);
  expect_on("/reparateurs", {"NEW", "Rapport provisoire · dossier"});  // M13
}

TEST_P(RepairerWords, M15_to_M20_on_the_page_of_a_file) {
  scene::send(house(), garage_, file_, Kind::quote);
  const auto invoice = scene::send(house(), garage_, file_, Kind::invoice, base::Money::euros(1200));
  by_firm([&](platform::Act& act) {
    return motor::document::judge(act, firm_.actor, invoice, Verdict::non_compliant, "TVA absente");
  });
  scene::post_report(house(), firm_, file_);
  scene::post_report(house(), firm_, file_, base::Money::euros(1300), Kind::report);
  by_firm([&](platform::Act& act) {
    return motor::document::post(
        act, firm_.actor, file_,
        {.kind = Kind::payment_agreement,
         .file = scene::a_pdf(),
         .agreement = motor::document::PaymentAgreement{.document = {},
                                                        .amount = base::Money::euros(900),
                                                        .excess = {},
                                                        .vat_left = {},
                                                        .valid_until = scene::day("2027-01-31"),
                                                        .posted = {}}});
  });
  const std::string reference = scene::file(house(), file_).reference;
  const std::string quote = "Un \"Devis\" a été envoyé le " + today();
  const std::string judged = "Une \"Facture non-conforme\" a été envoyée le " + today();
  const std::string provisional = "RAPPORT_PROVISOIRE_ATMOS_" + reference + "_1.pdf";
  const std::string report = "RAPPORT_ATMOS_" + reference + "_2.pdf";
  expect_on(page_of(file_), {"Véhicule",
                             "Marque",
                             "Modèle",
                             "Immatriculation",
                             "non-renseigné",  // M15
                             "Mandant et compagnie",
                             "Nom mandant",
                             "Assurance",
                             "N° de sinistre",
                             "0000012106036373",  // M15
                             "DOCUMENTS ENVOYÉS",
                             quote,
                             judged,
                             "TVA absente",
                             "Télécharger",  // M16
                             "DOCUMENTS REÇUS",
                             provisional,
                             report,
                             "Je suis d'accord",
                             "Je ne suis pas d'accord",  // M17
                             "JOINDRE DES DOCUMENTS AU DOSSIER",
                             "Format PDF uniquement.",
                             "DEVIS",
                             "FACTURE",  // M18
                             "CONTROLE DE GEOMETRIE",
                             "DERNIER CONTROLE TECHNIQUE",
                             "FACTURE D'ACHAT DE PIECE",  // M18
                             "AUTRE DOCUMENT",
                             "Dernière version du PV d'expertise",  // M19
                             "Prise en charge",
                             "Franchise",
                             "TVA",
                             "Valable jusqu'au",
                             "CESSION DE CREANCE",  // M20
                             "Envoyer un document",
                             "Envoyer un complément de réparation"});  // M25
}

TEST_P(RepairerWords, M21_to_M24_on_the_dates_of_a_file) {
  using motor::schedule::Event;
  const motor::schedule::When soon{scene::day("2026-12-10")}, later{scene::day("2026-12-11")};
  const std::string page = page_of(file_) + "/expertise";
  const auto remote = scene::suggest(house(), garage_, file_, motor::schedule::Kind::remote, soon);
  expect_on(page, {"Expertise", "Evènements", "Agenda", "Date de RDV Terrain", "Date de réparation", "Date EAD",  // M21
                   "Date de livraison + Facturation", "Historique des demandes",                                  // M23
                   "Date EAD pour le 10-12-2026", "suggérée"});                                                   // M22
  scene::decide(house(), firm_, remote, Event::counter, later);
  expect_on(page, {"contre-proposée"});
  scene::decide(house(), firm_, scene::suggest(house(), garage_, file_, motor::schedule::Kind::repair, soon),
                Event::refuse);
  expect_on(page, {"refusée"});
  scene::decide(house(), firm_, scene::suggest(house(), garage_, file_, motor::schedule::Kind::delivery, soon),
                Event::validate);
  expect_on(page, {"validée", "aucune relance avant le 10-12-2026"});  // M24
  expect_on(page, {"aucune relance avant le 10-12-2026"}, &firm_);
}

TEST_P(RepairerWords, M25_of_a_supplement_in_each_state) {
  using motor::supplement::LineAnswer;
  namespace supplement = motor::supplement;
  const auto answered = [&](const std::string& comment, const std::vector<LineAnswer>& answers) {
    const auto id = scene::send_supplement(house(), garage_, file_, comment);
    if (answers.empty()) return;
    by_firm([&](platform::Act& act) { return supplement::decide(act, firm_.actor, id, answers, ""); });
  };
  const LineAnswer yes{supplement::Verdict::accepted, ""}, no{supplement::Verdict::refused, "Sans lien avec le choc"};
  answered("Optique", {});
  expect_on(page_of(file_), {"envoyé"});
  answered("Longeron", {yes});
  answered("Aile\nJante", {yes, no});
  answered("Toit", {no});
  expect_on(page_of(file_), {"accepté", "accepté en partie", "refusé"});
  expect_on(page_of(file_) + "/complement", {"Commentaire", "Photos"});
}

TEST_P(RepairerWords, M26_M27_on_the_grid_of_rates) {
  expect_on("/reparateurs/tarifs", {"GRILLE TARIFAIRE HT",
                                    "T1",
                                    "T2",
                                    "T3",
                                    "M1",
                                    "M2",
                                    "M3",
                                    "TAUX PEINTURE",
                                    "OPAQUE",
                                    "VERNIS",
                                    "NACRE",
                                    "REMISE FACTURE",
                                    "REMISE MO",
                                    "REMISES PIÈCES",
                                    "AGREE",
                                    "€/h HT",
                                    "€ HT",
                                    "%",
                                    "PUBLIC",
                                    "TAUX CAPSAUTO",
                                    "TAUX ELEXIA",
                                    "TAUX ASSERCAR",
                                    "MACIF",
                                    "COVEA",
                                    "MATMUT",
                                    "MAIF",
                                    "AJOUTER UNE COMPAGNIE",
                                    "Marque concernée",
                                    "Choix du site",
                                    "Date application des tarifs",
                                    "ENVOYER MES TARIFS"});
}

TEST_P(RepairerWords, M28_to_M30_on_the_settings_and_the_help) {
  expect_on("/reparateurs/parametres", {"PARAMÈTRES", "mobile", "Mot de passe", "MODIFIER", "NOTIFICATIONS",
                                        "TYPE DE DOCUMENT", "JE VEUX ÊTRE INFORMÉ PAR", "PRISE EN CHARGE",
                                        "RAPPORT PROVISOIRE", "RAPPORT DEFINITIF", "MAIL", "PORTAIL"});
  expect_on("/reparateurs/aide", {"Aide", "SIRET"});
}

}  // namespace
