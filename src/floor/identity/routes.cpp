#include "floor/identity/routes.hpp"

#include "floor/identity/desks_page.hpp"
#include "floor/identity/house_page.hpp"
#include "floor/identity/pages.hpp"
#include "floor/identity/sms_number_page.hpp"

namespace identity {
namespace {

// A repairer's own settings stand in the menu of his desk (M7).
constexpr KindSet but_repairers{OrganisationKind::administrator, OrganisationKind::broker,
                                OrganisationKind::tradesman,     OrganisationKind::adjusting_firm,
                                OrganisationKind::insurer,       OrganisationKind::insured_company,
                                OrganisationKind::factor};

}  // namespace

std::span<const visit::Route> routes() {
  using visit::Permission;
  using enum web::Method;
  constexpr auto administrators = Permission::of({OrganisationKind::administrator}, Role::manager);
  static constexpr visit::Route rows[] = {
      {get, "/connexion", Permission::anyone(), show_sign_in},
      {post, "/connexion", Permission::anyone(), post_sign_in, visit::Pace::waits},
      {get, "/connexion/code", Permission::anyone(), show_second_step},
      {post, "/connexion/code", Permission::anyone(), post_second_step},
      {post, "/deconnexion", Permission::enrolling(), post_sign_out},
      {get, "/parametres", Permission::signed_in(), show_settings},
      {post, "/parametres", Permission::signed_in(), post_profile},
      {post, "/parametres/mot-de-passe", Permission::signed_in(), post_password, visit::Pace::waits},
      {post, "/parametres/sessions", Permission::signed_in(), post_end_session},
      {post, "/parametres/organisation", Permission::signed_in(), post_organisation},
      {get, "/parametres/double-authentification", Permission::enrolling(), show_second_factor},
      {post, "/parametres/double-authentification", Permission::enrolling(), post_enrolment, visit::Pace::waits},
      {post, "/parametres/double-authentification/confirmation", Permission::enrolling(), post_enrolment_code},
      {post, "/parametres/double-authentification/codes-de-secours", Permission::signed_in(), post_recovery_codes,
       visit::Pace::waits},
      {post, "/parametres/double-authentification/fin", Permission::signed_in(), post_end_second_factor,
       visit::Pace::waits},
      {get, "/administration/comptes", administrators, list_accounts},
      {get, "/administration/comptes/{}", administrators, show_account},
      {post, "/administration/comptes/{}/suspension", administrators, post_suspension},
      {post, "/administration/comptes/{}/reactivation", administrators, post_reactivation},
      {post, "/administration/comptes/{}/double-authentification", administrators, post_required_second_factor},
      {post, "/administration/comptes/{}/double-authentification/remise-a-zero", administrators,
       post_second_factor_reset},
      {get, "/administration/identite", Permission::of({OrganisationKind::administrator}), show_house},
      {post, "/administration/identite", administrators, post_house},
      {get, "/administration/organisations/{}", Permission::of({OrganisationKind::administrator}), show_organisation},
      {post, "/administration/organisations/{}/comptoirs", administrators, post_desks},
      {post, "/administration/organisations/{}/mobile", administrators, post_sms_number},
  };
  return rows;
}

std::vector<visit::NavItem> nav() {
  return {{.label = "Comptes",
           .url = "/administration/comptes",
           .icon = web::ui::Icon::users,
           .section = "Administration",
           .kinds = {OrganisationKind::administrator},
           .at_least = Role::manager},
          {.label = "Identité",
           .url = house_url,
           .icon = web::ui::Icon::building,
           .section = "Administration",
           .kinds = {OrganisationKind::administrator}},
          {.label = "Paramètres", .url = "/parametres", .icon = web::ui::Icon::settings, .kinds = but_repairers}};
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"identity.missing_name", "Indiquez un nom."},
      {"identity.siren_taken", "Une organisation porte déjà ce numéro SIREN."},
      {"identity.siret_taken", "Un établissement porte déjà ce numéro SIRET."},
      {"identity.siret_of_another",
       "Ce numéro SIRET n’est pas celui d’un établissement de cette organisation : ses neuf "
       "premiers chiffres doivent être le SIREN."},
      {"identity.street_missing", "Indiquez le numéro et la rue : ils figurent sur les factures et les mandats."},
      {"identity.town_missing", "Ce code postal est celui de plusieurs communes : indiquez la vôtre."},
      {"identity.address_too_long", "Cette ligne est trop longue : {0} caractères au plus."},
      {"identity.bad_postal_code", "Ce code postal n’existe pas. Il a cinq chiffres, par exemple 69003."},
      {"identity.line_too_long", "C’est trop long pour une facture : {0} caractères au plus."},
      {"identity.legal_form_missing", "Indiquez la forme juridique, par exemple SAS au capital de 10\u00a0000\u00a0€."},
      {"identity.bad_siren", "Un numéro SIREN a neuf chiffres ; l’un d’eux est faux ou manque."},
      {"identity.bad_vat_number",
       "Un numéro de TVA français a treize caractères, par exemple FR11123456782. Vous pouvez aussi laisser vide."},
      {"identity.vat_number_of_another", "Ce numéro de TVA n’est pas celui du SIREN indiqué."},
      {"identity.operator_exists", "L’organisation des administrateurs existe déjà ; il n’y en a qu’une."},
      {"identity.email_taken", "Un compte porte déjà cette adresse e-mail."},
      {"identity.bad_phone", "Ce numéro n’est pas un numéro de téléphone. Exemple : 06 12 34 56 78."},
      {"identity.not_a_mobile", "Indiquez un mobile français, où un SMS peut arriver. Exemple : 06 12 34 56 78."},
      {"identity.unknown_account", "Ce compte n’existe pas."},
      {"identity.already_member", "Cette personne est déjà membre de l’organisation."},
      {"identity.missing_reason", "Indiquez le motif : la personne pourra le demander."},
      {"identity.own_account",
       "Vous ne pouvez pas suspendre votre propre compte : demandez à un autre administrateur."},
      {"identity.not_administrator", "Seul un administrateur responsable peut faire cela."},
      {"identity.already_in_state", "Le compte est déjà dans cet état : quelqu’un a agi entre-temps."},
      {"identity.too_many_sign_ins", "Beaucoup de personnes se connectent en ce moment : réessayez dans un instant."},
      {"identity.wrong_credentials", "L’adresse e-mail ou le mot de passe n’est pas le bon."},
      {"identity.must_wait", "Plusieurs essais erronés viennent d’avoir lieu : réessayez dans {0}."},
      {"identity.wrong_one_time_code",
       "Ce code n’est pas valable. Chaque code sert une fois, pendant une trentaine de secondes : saisissez celui que "
       "votre application affiche maintenant."},
      {"identity.half_session_over", "Cette connexion a pris trop de temps : saisissez de nouveau votre mot de passe."},
      {"identity.second_factor_on", "La double authentification est déjà activée."},
      {"identity.second_factor_off", "La double authentification n’est pas activée."},
      {"identity.not_being_set_up", "Cette activation n’est plus en cours : recommencez-la."},
      {"identity.own_second_factor",
       "La double authentification de votre propre compte se règle dans vos paramètres, ou par un autre "
       "administrateur."},
      {"identity.missing_reset_reason", "Indiquez le motif : il reste au journal."},
      {"identity.account_suspended", "Votre compte est suspendu : adressez-vous à l’administrateur."},
      {"identity.no_organisation",
       "Votre compte n’est rattaché à aucune organisation active : adressez-vous à "
       "l’administrateur."},
      {"identity.awaits_validation",
       "Votre inscription est en cours de vérification : vous recevrez un e-mail dès qu’elle "
       "sera validée. Pensez à regarder dans vos courriers indésirables."},
      {"identity.validation_refused",
       "Votre inscription n’a pas été validée : {0} Vous pouvez la refaire depuis « Je n’ai "
       "pas de compte »."},
      {"identity.wrong_password", "Ce n’est pas votre mot de passe actuel."},
      {"identity.not_member", "Vous n’êtes pas membre de cette organisation."},
      {"identity.password_too_short", "Ce mot de passe est trop court : il faut au moins {0} caractères."},
      {"identity.password_too_long", "Ce mot de passe est trop long."},
      {"identity.password_all_digits", "Un mot de passe fait seulement de chiffres en compte au moins {0}."},
      {"identity.password_common",
       "Ce mot de passe est trop répandu pour protéger votre compte : choisissez-en un autre."},
      {"identity.password_personal",
       "Ce mot de passe se devine de votre nom ou de votre adresse : choisissez-en un autre."},
  };
  return rows;
}

}  // namespace identity
