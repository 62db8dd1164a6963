#include "floor/visit/floor_routes.hpp"

#include "floor/audit/pages.hpp"
#include "floor/deadlines/pages.hpp"
#include "floor/documents/pages.hpp"
#include "floor/ledger/pages.hpp"
#include "floor/messages/pages.hpp"
#include "floor/sms_templates/pages.hpp"

namespace visit {
namespace {

using identity::OrganisationKind;
using identity::Role;

constexpr identity::KindSet administrators{OrganisationKind::administrator};
constexpr identity::KindSet professionals{OrganisationKind::broker, OrganisationKind::tradesman};

constexpr Permission administrator_reads = Permission::of(administrators);
constexpr Permission administrator_acts = Permission::of(administrators, Role::member);

}  // namespace

std::vector<Route> floor_routes() {
  using enum web::Method;
  return {
      {get, "/messages", Permission::signed_in(), messages::show_own_messages},
      {get, "/messages/direct", Permission::signed_in(), messages::own_messages_changes},
      {get, "/messages/{}/pieces/{}", Permission::signed_in(), messages::get_own_attachment},
      {get, "/notifications", Permission::signed_in(), messages::show_notices},
      {get, "/notifications/direct", Permission::signed_in(), messages::notices_changes},
      {post, "/notifications/lues", Permission::signed_in(), messages::post_notices_read},
      {get, "/parametres/notifications", Permission::signed_in(), messages::show_news_choice},
      {post, "/parametres/notifications", Permission::signed_in(), messages::post_news_choice},
      {get, "/echeances.ics", Permission::signed_in(), deadlines::show_calendar},
      {get, "/calendrier/{}", Permission::link_holder(), deadlines::show_calendar_of_address},
      {get, "/parametres/agenda", Permission::signed_in(), deadlines::show_calendar_page},
      {post, "/parametres/agenda", Permission::signed_in(), deadlines::post_calendar_address},
      {post, "/parametres/agenda/fin", Permission::signed_in(), deadlines::post_calendar_end},
      {get, "/documents/{}", Permission::signed_in(), documents::get_document},
      {get, "/documents/{}/vignette", Permission::signed_in(), documents::get_thumbnail},
      {get, "/demo/messages", Permission::demo_visitor(), messages::show_demo_outbox},
      {get, "/demo/messages/direct", Permission::demo_visitor(), messages::demo_outbox_changes},
      {get, "/demo/messages/{}/pieces/{}", Permission::demo_visitor(), messages::get_attachment},
      {post, "/demo/messages/{}/accuse", Permission::demo_visitor(), messages::post_demo_report},
      {get, "/administration/messages", administrator_reads, messages::show_outbox},
      {get, "/administration/messages/direct", administrator_reads, messages::outbox_changes},
      {get, "/administration/messages/{}/pieces/{}", administrator_reads, messages::get_attachment},
      {post, "/administration/messages/{}/accuse", administrator_acts, messages::post_report},
      {post, "/administration/messages/{}/renvoi", administrator_acts, messages::post_sending_again},
      {post, "/administration/messages/{}/abandon", administrator_acts, messages::post_abandonment},
      {get, "/administration/sms", administrator_reads, sms_templates::show_list},
      {get, "/administration/sms/{}", administrator_reads, sms_templates::show_template},
      {post, "/administration/sms/{}", administrator_acts, sms_templates::post_template},
      {post, "/administration/sms/{}/apercu", administrator_acts, sms_templates::post_preview},
      {get, "/administration/echeances", administrator_reads, deadlines::show_deadlines},
      {get, "/administration/echeances/direct", administrator_reads, deadlines::deadlines_changes},
      {get, "/administration/echeances/{}", administrator_reads, deadlines::show_receipt},
      {post, "/administration/echeances/{}/prolongation", administrator_acts, deadlines::post_extension},
      {post, "/administration/horloge/confirmation", administrator_acts, deadlines::post_clock_confirmation},
      {get, "/administration/ecritures", administrator_reads, ledger::show_entries},
      {get, "/administration/ecritures/balance", administrator_reads, ledger::show_trial_balance},
      {get, "/administration/ecritures/export.csv", administrator_reads, ledger::export_entries, Pace::waits},
      {get, "/administration/ecritures/export.xlsx", administrator_reads, ledger::export_entries, Pace::waits},
      {get, "/administration/ecritures/balance.csv", administrator_reads, ledger::export_trial_balance, Pace::waits},
      {get, "/administration/ecritures/balance.xlsx", administrator_reads, ledger::export_trial_balance, Pace::waits},
      {get, "/administration/ecritures/{}", administrator_reads, ledger::show_entry},
      {post, "/administration/ecritures/{}/contre-passation", administrator_acts, ledger::post_reversal},
      {get, "/administration/journal", administrator_reads, audit::show_journal},
      {get, "/administration/journal/export.csv", administrator_reads, audit::export_journal, Pace::waits},
      {get, "/administration/journal/export.xlsx", administrator_reads, audit::export_journal, Pace::waits},
      {post, "/administration/journal/verification", administrator_reads, audit::post_verification},
  };
}

std::vector<NavItem> floor_nav() {
  using web::ui::Icon;
  constexpr std::string_view section = "Administration";
  return {
      {.label = "Messages", .url = "/messages", .icon = Icon::mail, .kinds = professionals},
      {.label = "Échéances",
       .url = "/administration/echeances",
       .icon = Icon::clock,
       .section = section,
       .kinds = administrators},
      {.label = "Messages",
       .url = "/administration/messages",
       .icon = Icon::mail,
       .section = section,
       .kinds = administrators,
       .count = messages::troubled_sql},
      {.label = "Textes des SMS",
       .url = "/administration/sms",
       .icon = Icon::device_mobile,
       .section = section,
       .kinds = administrators},
      {.label = "Écritures",
       .url = "/administration/ecritures",
       .icon = Icon::euro,
       .section = section,
       .kinds = administrators},
      {.label = "Journal",
       .url = "/administration/journal",
       .icon = Icon::history,
       .section = section,
       .kinds = administrators},
  };
}

std::span<const web::Sentence> floor_sentences() {
  static constexpr web::Sentence rows[] = {
      {"message.unknown", "Ce message n’existe pas."},
      {"message.report_choice_missing", "Dites si le message a été remis ou non."},
      {"message.no_report_awaited", "Le sort de ce message est déjà connu."},
      {"message.not_dead", "Ce message n’attend plus de décision : il est en route, arrivé ou déjà abandonné."},
      {"sms_template.text_missing", "Écrivez le texte du SMS."},
      {"sms_template.bad_characters", "Ce texte contient des caractères qui ne s’affichent pas : retirez-les."},
      {"sms_template.open_brace", "Une accolade est de trop ou n’est pas fermée : une variable s’écrit {chantier}."},
      {"sms_template.unknown_variable", "{0} n’est pas une variable de ce SMS : choisissez dans la liste."},
      {"sms_template.variable_missing", "{0} doit rester dans le texte : son lecteur en a besoin."},
      {"sms_template.too_long", "Ce texte prend {0} segments en {2} : il en faut {1} au plus. Raccourcissez-le."},
      {"deadline.unknown", "Cette échéance n’existe pas."},
      {"deadline.not_pending", "Ce délai n’est plus en cours : il ne peut plus être reporté."},
      {"deadline.day_missing", "Indiquez le nouveau jour. Exemple : 26/11/2026."},
      {"deadline.bad_time", "Cette heure n’existe pas. Exemple : 17:30."},
      {"deadline.reason_missing", "Indiquez le motif : les deux parties le liront."},
      {"deadline.reason_too_long", "Ce motif est trop long : 500 caractères au plus."},
      {"deadline.not_later", "Choisissez un moment à venir, après l’échéance actuelle."},
      {"workspace.wrong_code", "Ce code n’est pas le bon : vérifiez ses huit chiffres."},
      {"workspace.code_over", "Ce code n’est plus valable : demandez-en un autre."},
      {"workspace.too_many_codes", "Plusieurs codes viennent d’être envoyés : réessayez dans une heure."},
      {"link.unknown", "Ce lien est incomplet ou n’existe plus : ouvrez-le depuis le message reçu."},
      {"ledger.unknown_entry", "Cette écriture n’existe pas."},
      {"ledger.already_reversed", "Cette écriture est déjà contre-passée."},
      {"ledger.reason_required", "Indiquez le motif de la contre-passation."},
  };
  return rows;
}

std::span<const std::pair<std::string_view, std::string_view>> floor_words() {
  static constexpr std::pair<std::string_view, std::string_view> rows[] = {
      {"message.reported_by_hand", "Accusé de réception saisi à la main"},
      {"message.sent_again", "Message renvoyé"},
      {"message.address_returned", "Adresse e-mail qui ne reçoit pas"},
      {"message.address_confirmed", "Adresse e-mail qui reçoit de nouveau"},
      {"message.address_tried_again", "Adresse e-mail remise à l’essai"},
      {"message.abandoned", "Message abandonné"},
      {"sms_template.changed", "Texte d’un SMS changé"},
      {"deadline.extended", "Échéance reportée"},
      {"clock.confirmed", "Heure du serveur confirmée"},
      {"ledger.reversed", "Écriture contre-passée"},
      {"identity.signed_in", "Connexion"},
      {"identity.signed_out", "Déconnexion"},
      {"identity.password_changed", "Mot de passe changé"},
      {"identity.second_factor.on", "Double authentification activée"},
      {"identity.second_factor.off", "Double authentification désactivée"},
      {"identity.second_factor.required", "Double authentification exigée d’un compte"},
      {"identity.second_factor.optional", "Double authentification laissée au choix"},
      {"identity.second_factor.reset", "Double authentification réinitialisée"},
      {"identity.recovery_codes.renewed", "Nouveaux codes de secours"},
      {"identity.account.suspended", "Compte suspendu"},
      {"identity.member.role", "Rôle d’un membre changé"},
      {"identity.member.suspended", "Membre suspendu"},
      {"identity.member.reactivated", "Membre rétabli"},
      {"identity.member.admitted", "Membre accepté"},
      {"identity.member.removed", "Membre retiré"},
      {"members.invited", "Personne invitée"},
      {"members.invitation.accepted", "Invitation acceptée"},
      {"members.invitation.withdrawn", "Invitation retirée"},
      {"identity.account.reactivated", "Compte réactivé"},
      {"identity.house_changed", "Identité de l’exploitant changée"},
      {"identity.seat_changed", "Adresse d’une organisation changée"},
      {"identity.sms_number_changed", "Mobile des demandes changé"},
      {"identity.desks_chosen", "Comptoirs d’une organisation choisis"},
  };
  return rows;
}

}  // namespace visit
