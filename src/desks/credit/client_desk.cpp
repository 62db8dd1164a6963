#include "desks/credit/client_desk.hpp"

#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/company/company_sign_up.hpp"
#include "desks/credit/insurer/insurer_pages.hpp"
#include "desks/credit/portfolio/door.hpp"
#include "desks/credit/portfolio/portfolio_pages.hpp"

namespace credit {

using identity::OrganisationKind;
using identity::Role;
using visit::Pace;
using visit::Permission;

std::vector<visit::Route> client_routes() {
  using enum web::Method;
  constexpr identity::KindSet brokers{OrganisationKind::broker};
  constexpr identity::KindSet companies{OrganisationKind::insured_company};
  constexpr identity::KindSet administrators{OrganisationKind::administrator};
  constexpr identity::KindSet readers{OrganisationKind::broker, OrganisationKind::administrator};
  constexpr identity::KindSet underwriters{OrganisationKind::insurer};
  constexpr Permission broker_acts = Permission::of(brokers, Role::member);
  constexpr Permission company_acts = Permission::of(companies, Role::member);
  constexpr Permission underwriter_acts = Permission::of(underwriters, Role::member);
  constexpr Permission administrator_acts = Permission::of(administrators, Role::member);
  constexpr Permission link = Permission::link_holder();
  return {
      {post, "/credit/dossiers/{}/questionnaire/lien", broker_acts, portfolio::post_invitation},
      {get, "/credit/dossiers/{}/acheteurs/import", broker_acts, portfolio::show_import},
      {post, "/credit/dossiers/{}/acheteurs/import", broker_acts, portfolio::post_import, Pace::waits},
      {get, "/credit/dossiers/{}/acheteurs/a-corriger.csv", broker_acts, portfolio::show_wrong_rows},
      {get, "/credit/dossiers/{}/acheteurs/modele.xlsx", broker_acts, portfolio::show_model},
      {get, "/credit/dossiers/{}/matrice/{}", Permission::of(readers), blind_test::show_matrix_buyer},
      {get, "/credit/soumissions/{}/tableau.xlsx", Permission::of(brokers), blind_test::show_answers_file},
      {post, "/credit/soumissions/{}/tableau", broker_acts, blind_test::post_answers_file, Pace::waits},
      {post, "/credit/soumissions/{}/lien", broker_acts, blind_test::post_link, Pace::waits},
      {get, "/souscription/{}/tableau.xlsx", Permission::of(underwriters), blind_test::show_answers_file},
      {post, "/souscription/{}/tableau", underwriter_acts, blind_test::post_answers_file, Pace::waits},
      {get, "/couverture/{}/acheteurs/import", company_acts, portfolio::show_import},
      {post, "/couverture/{}/acheteurs/import", company_acts, portfolio::post_import, Pace::waits},
      {get, "/couverture/{}/acheteurs/a-corriger.csv", company_acts, portfolio::show_wrong_rows},
      {get, "/couverture/{}/acheteurs/modele.xlsx", company_acts, portfolio::show_model},
      {get, "/couverture/rattachement/{}", company_acts, portfolio::show_joining_space},
      {post, "/couverture/rattachement/{}", company_acts, portfolio::post_joining_space},
      {get, "/questionnaire/{}", link, portfolio::show},
      {post, "/questionnaire/{}/code", link, portfolio::post_code},
      {post, "/questionnaire/{}/questionnaire", link, portfolio::post_questionnaire},
      {post, "/questionnaire/{}/acheteurs", link, portfolio::post_buyer},
      {get, "/questionnaire/{}/acheteurs/{}", link, portfolio::show_buyer},
      {post, "/questionnaire/{}/acheteurs/{}", link, portfolio::post_corrected_buyer},
      {post, "/questionnaire/{}/acheteurs/retrait", link, portfolio::post_buyer_removal},
      {get, "/questionnaire/{}/acheteurs/import", link, portfolio::show_import},
      {post, "/questionnaire/{}/acheteurs/import", link, portfolio::post_import, Pace::waits},
      {get, "/questionnaire/{}/acheteurs/a-corriger.csv", link, portfolio::show_wrong_rows},
      {get, "/questionnaire/{}/acheteurs/modele.xlsx", link, portfolio::show_model},
      {post, "/questionnaire/{}/sinistres", link, portfolio::post_loss},
      {post, "/questionnaire/{}/sinistres/aucun", link, portfolio::post_loss_years},
      {post, "/questionnaire/{}/sinistres/retrait", link, portfolio::post_loss_removal},
      {post, "/questionnaire/{}/transmission", link, portfolio::post_hand_over},
      {get, "/test-a-blanc/{}", link, blind_test::show_grid},
      {post, "/test-a-blanc/{}/code", link, blind_test::post_link_code},
      {post, "/test-a-blanc/{}/ouverture", link, blind_test::post_opening},
      {post, "/test-a-blanc/{}/reponses", link, blind_test::post_answers},
      {post, "/test-a-blanc/{}/refus", link, blind_test::post_decline},
      {get, "/test-a-blanc/{}/tableau.xlsx", link, blind_test::show_answers_file},
      {post, "/test-a-blanc/{}/tableau", link, blind_test::post_answers_file, Pace::waits},
      {get, "/administration/assureurs-credit", Permission::of(administrators), insurer::show_insurers},
      {post, "/administration/assureurs-credit", administrator_acts, insurer::post_new_insurer},
      {get, "/administration/assureurs-credit/{}", administrator_acts, insurer::show_insurer},
      {post, "/administration/assureurs-credit/{}", administrator_acts, insurer::post_insurer},
  };
}

std::span<const web::Sentence> client_sentences() {
  static constexpr web::Sentence rows[] = {
      {"credit.questionnaire.email", "Indiquez l’adresse e-mail du contact. Exemple : nom@exemple.fr."},
      {"credit.questionnaire.not_invited", "Aucun lien n’est en cours : rechargez la page."},
      {"credit.import.named_twice", "Même identifiant qu’à la ligne {0} : un acheteur n’est compté qu’une fois."},
      {"credit.import.bad_terms", "Indiquez un délai de 0 à 365 jours. Exemple : 45."},
      {"credit.import.nothing", "Choisissez un fichier, ou collez des lignes."},
      {"credit.import.no_row", "Aucune ligne sous les en-têtes : ajoutez vos acheteurs, puis recommencez."},
      {"credit.import.gone", "Cette liste n’attend plus : importez-la à nouveau."},
      {"credit.submission.email", "Indiquez l’adresse e-mail de l’arbitre. Exemple : nom@exemple.fr."},
      {"credit.submission.no_link", "Aucun lien n’est en cours : rechargez la page."},
      {"credit.file.other_test", "Ce fichier répond au test {0} ; ici, c’est le test {1}. Déposez le bon fichier."},
      {"credit.file.none", "Choisissez le fichier rempli."},
      {"credit.file.other_line",
       "Ce numéro n’est pas celui de cet acheteur : laissez le N° et l’identifiant tels qu’ils étaient."},
      {"credit.file.line_twice", "Cet acheteur figure déjà à la ligne {0} : gardez une seule réponse."},
      {"credit.file.past_day", "Choisissez un jour à venir."},
      {"credit.insurer.name_missing", "Indiquez le nom de l’assureur."},
      {"credit.insurer.name_taken", "Un assureur porte déjà ce nom."},
      {"credit.insurer.bad_email", "Cette adresse e-mail n’est pas valable. Exemple : nom@exemple.fr."},
      {"credit.insurer.bad_siren", "Ce SIREN n’est pas valable : vérifiez ses neuf chiffres."},
      {"credit.insurer.no_space", "Aucune organisation d’assureur n’a ce SIREN ici : vérifiez-le, ou inscrivez-la."},
      {"credit.insurer.unknown", "Cet assureur n’existe pas."},
  };
  return rows;
}

joining::Kinds sign_ups() { return {company::sign_up()}; }

}  // namespace credit
