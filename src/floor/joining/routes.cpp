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
  };
  return rows;
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"joining.not_ticked", "Cochez « Je ne suis pas un robot »."},
      {"joining.proof_over", "La vérification n’est plus valable : cochez de nouveau « Je ne suis pas un robot », puis renvoyez."},
      {"joining.bad_email", "Cette adresse e-mail n’est pas valable. Exemple : nom@exemple.fr."},
      {"joining.too_many", "Beaucoup de demandes viennent de votre connexion : réessayez dans une heure."},
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
      {"identity.password_reset", "Mot de passe oublié : nouveau mot de passe choisi"},
  };
  return rows;
}

}  // namespace joining
