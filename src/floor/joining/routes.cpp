#include "floor/joining/routes.hpp"

#include "floor/joining/pages.hpp"

namespace joining {

std::span<const visit::Route> routes() {
  using visit::Permission;
  using enum web::Method;
  static constexpr visit::Route rows[] = {
      {get, "/inscription", Permission::anyone(), show_kinds},
      {get, "/inscription/{}", Permission::anyone(), show_sign_up},
      {post, "/inscription/{}", Permission::anyone(), post_sign_up, visit::Pace::waits},
      {get, "/confirmation/{}", Permission::link_holder(), show_confirmation},
      {post, "/confirmation/{}", Permission::link_holder(), post_confirmation},
      {get, "/mot-de-passe-oublie", Permission::anyone(), show_forgotten},
      {post, "/mot-de-passe-oublie", Permission::anyone(), post_forgotten},
      {get, "/mot-de-passe/{}", Permission::link_holder(), show_new_password},
      {post, "/mot-de-passe/{}", Permission::link_holder(), post_new_password, visit::Pace::waits},
      {get, "/parametres/adresse", Permission::signed_in(), show_email_change},
      {post, "/parametres/adresse", Permission::signed_in(), post_email_change, visit::Pace::waits},
      {post, "/parametres/adresse/verification", Permission::signed_in(), post_email_check},
      {get, "/adresse/{}", Permission::link_holder(), show_new_email},
      {post, "/adresse/{}", Permission::link_holder(), post_new_email},
  };
  return rows;
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"joining.not_ticked", "Cochez « Je ne suis pas un robot »."},
      {"joining.proof_over",
       "La vérification n’est plus valable : cochez de nouveau « Je ne suis pas un robot », puis renvoyez."},
      {"joining.bad_email", "Cette adresse e-mail n’est pas valable. Exemple : nom@exemple.fr."},
      {"joining.same_email", "C’est déjà l’adresse de votre compte."},
      {"joining.address_receives", "Rien ne nous dit que votre adresse ne reçoit pas : il n’y a rien à vérifier."},
      {"joining.too_many_changes",
       "Plusieurs changements d’adresse viennent d’être demandés : réessayez dans une heure."},
      {"joining.change_over", "Ce lien n’est plus valable : refaites votre demande depuis vos paramètres."},
      {"joining.too_many", "Beaucoup de demandes viennent de votre connexion : réessayez dans une heure."},
      {"joining.name_missing", "Indiquez un nom."},
      {"joining.name_too_long", "Ce nom est trop long : {0} caractères au plus."},
      {"joining.bad_mobile", "Ce numéro n’est pas un numéro de mobile. Exemple : 06 39 98 12 34."},
      {"joining.siret_length", "Un numéro SIRET a 14 chiffres. Vous le trouvez sur votre Kbis et vos factures."},
      {"joining.siret_mistyped", "Ce numéro SIRET n’existe pas : une faute de frappe s’y est sans doute glissée."},
      {"joining.bad_postal_code", "Ce code postal n’existe pas. Il a cinq chiffres, par exemple 69003."},
      {"joining.choice_missing", "Faites un choix dans la liste."},
      {"joining.wrong_code", "Ce code n’est pas le bon : vérifiez les huit chiffres reçus par e-mail."},
      {"joining.too_many_codes", "Trop de codes erronés : recommencez votre demande depuis la page de connexion."},
      {"joining.request_over", "Ce lien a déjà servi ou n’est plus valable : recommencez depuis la page de connexion."},
  };
  return rows;
}

std::span<const std::pair<std::string_view, std::string_view>> words() {
  static constexpr std::pair<std::string_view, std::string_view> rows[] = {
      {"joining.asked", "Inscription ou mot de passe demandé"},
      {"joining.known", "Inscription demandée pour un compte existant"},
      {"joining.confirmed", "Adresse confirmée, compte créé"},
      {"identity.email_change.asked", "Nouvelle adresse e-mail demandée"},
      {"identity.email_changed", "Adresse e-mail changée"},
      {"identity.password_reset", "Mot de passe oublié : nouveau mot de passe choisi"},
  };
  return rows;
}

}  // namespace joining
