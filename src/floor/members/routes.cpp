#include "floor/members/routes.hpp"

#include "floor/members/pages.hpp"

namespace members {

std::span<const visit::Route> routes() {
  using visit::Permission;
  using enum web::Method;
  constexpr Permission managers = Permission::of({}, identity::Role::manager);  // of organisations of any kind
  static constexpr visit::Route rows[] = {
      {get, "/parametres/membres", managers, show_members},
      {post, "/parametres/membres", managers, post_invitation},
      {post, "/parametres/membres/{}/role", managers, post_role},
      {post, "/parametres/membres/{}/suspension", managers, post_suspension},
      {post, "/parametres/membres/{}/retablissement", managers, post_reactivation},
      {post, "/parametres/membres/{}/acceptation", managers, post_admission},
      {post, "/parametres/membres/{}/retrait", managers, post_removal},
      {post, "/parametres/invitations/{}/retrait", managers, post_withdrawal},
      {get, "/invitation/{}", Permission::link_holder(), show_invitation},
      {post, "/invitation/{}", Permission::link_holder(), post_acceptance, visit::Pace::waits},
  };
  return rows;
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"members.bad_email", "Cette adresse e-mail n’est pas valable. Exemple : nom@exemple.fr."},
      {"members.name_missing", "Indiquez le nom de la personne, en 120 caractères au plus."},
      {"members.already_member", "Cette personne travaille déjà pour votre organisation : voyez la liste."},
      {"members.too_many", "Trente invitations attendent déjà une réponse : retirez-en une d’abord."},
      {"members.unknown", "Cette invitation n’existe pas."},
      {"members.over", "Cette invitation n’est plus en cours : rechargez la page."},
      {"members.awaits_validation",
       "Une inscription à cette adresse attend sa validation : acceptez l’invitation une fois qu’elle est validée."},
      {"identity.last_manager",
       "Il ne resterait aucun responsable pour votre organisation : nommez-en un autre d’abord."},
      {"identity.role_missing", "Choisissez un rôle."},
      {"identity.member_changed", "Un autre responsable a agi entre-temps : voici où en est cette personne."},
  };
  return rows;
}

}  // namespace members
