#include "desks/motor/desk.hpp"

#include "desks/motor/account/account.hpp"
#include "desks/motor/cabinet/cabinet_pages.hpp"
#include "desks/motor/file/document_access.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/file/flags.hpp"
#include "desks/motor/help/help.hpp"
#include "desks/motor/intake/intake_pages.hpp"
#include "desks/motor/list/list_export.hpp"
#include "desks/motor/list/list_pages.hpp"
#include "desks/motor/menu_rules.hpp"
#include "desks/motor/news/news.hpp"
#include "desks/motor/page/file_pages.hpp"
#include "desks/motor/photos/photo_pages.hpp"
#include "desks/motor/rates/routes.hpp"
#include "desks/motor/reminder/pace_page.hpp"
#include "desks/motor/reminder/reminder.hpp"
#include "desks/motor/rounds/rounds_pages.hpp"
#include "desks/motor/supplement/supplement_pages.hpp"

namespace motor {
namespace {

using identity::OrganisationKind;
using identity::Role;
using visit::Permission;
using web::Method;

constexpr identity::KindSet firms{OrganisationKind::adjusting_firm};
constexpr identity::KindSet repairers{OrganisationKind::repairer};
constexpr identity::KindSet both_sides{OrganisationKind::adjusting_firm, OrganisationKind::repairer};

constexpr Permission both_read = Permission::of(both_sides);
constexpr Permission firm_acts = Permission::of(firms, Role::member);
constexpr Permission repairer_acts = Permission::of(repairers, Role::member);

web::html::Url url(std::int64_t id, const identity::Actor&) {
  return web::html::Url::path("/reparateurs/dossiers/{}", id);
}

}  // namespace

std::vector<visit::Route> routes() {
  using enum visit::Pace;
  std::vector<visit::Route> rows{
      {Method::get, "/reparateurs", both_read, list::show_list},
      {Method::get, "/reparateurs/direct", both_read, list::list_changes},
      {Method::get, "/reparateurs/export.csv", both_read, list::export_list},
      {Method::get, "/reparateurs/export.xlsx", both_read, list::export_list},
      {Method::get, "/reparateurs/dossiers/{}/direct", both_read, list::file_changes},
      {Method::post, "/reparateurs/bandeau", both_read, list::post_banner},
      {Method::get, "/reparateurs/dossiers/{}", both_read, page::show_file},
      {Method::post, "/reparateurs/dossiers/{}/documents", repairer_acts, page::post_documents, waits},
      {Method::get, "/reparateurs/factures/{}", repairer_acts, page::show_invoice},
      {Method::post, "/reparateurs/factures/{}", repairer_acts, page::post_invoice},
      {Method::post, "/reparateurs/documents/{}/accord", repairer_acts, page::post_agreement},
      {Method::post, "/reparateurs/dossiers/{}/envois", firm_acts, page::post_posting, waits},
      {Method::post, "/reparateurs/documents/{}/verdict", firm_acts, page::post_verdict},
      {Method::post, "/reparateurs/dossiers/{}/etat", firm_acts, page::post_event},
      {Method::post, "/reparateurs/dossiers/{}/indicateurs", firm_acts, page::post_mark},
      {Method::get, "/reparateurs/dossiers/{}/expertise", both_read, page::show_expertise},
      {Method::post, "/reparateurs/dossiers/{}/dates/{}", Permission::of(both_sides, Role::member), page::post_date},
      {Method::post, "/reparateurs/dates/{}/decision", firm_acts, page::post_decision},
      {Method::post, "/reparateurs/dates/{}/annulation", firm_acts, page::post_cancellation},
      {Method::post, "/reparateurs/dates/{}/reponse", repairer_acts, page::post_reply},
  };
  for (const auto& row : account::routes()) rows.push_back(row);
  for (const auto& row : cabinet::routes()) rows.push_back(row);
  for (const auto& row : intake::routes()) rows.push_back(row);
  for (const auto& row : photos::routes()) rows.push_back(row);
  for (const auto& row : rates::routes()) rows.push_back(row);
  for (const auto& row : help::routes()) rows.push_back(row);
  rows.push_back(
      {Method::post, "/reparateurs/parametres/notifications", Permission::of(repairers), news::post_choices});
  for (const auto& row : supplement::routes()) rows.push_back(row);
  for (const auto& row : rounds::routes()) rows.push_back(row);
  for (const auto& row : reminder::routes()) rows.push_back(row);
  return rows;
}

std::vector<visit::NavItem> nav() {
  using web::ui::Accent;
  using web::ui::Icon;
  std::vector<visit::NavItem> items{
      {.label = "LISTE DES DOSSIERS",
       .url = "/reparateurs",
       .icon = Icon::list,
       .section = "Réparateurs",
       .accent = Accent::motor,
       .kinds = both_sides},
  };
  for (const auto& item : rounds::nav()) items.push_back(item);
  for (const auto& item : rates::nav()) items.push_back(item);
  for (const auto& item : account::nav()) items.push_back(item);
  for (const auto& item : help::nav()) items.push_back(item);
  items.push_back(cabinet::nav());
  // The end of a repairer's menu (M7); the last one is an act, drawn as a button.
  for (const auto& [label, url, icon] : {std::tuple{"Aide", web::html::Url("/reparateurs/aide"), Icon::info},
                                         std::tuple{"QUITTER", web::html::Url(web::ui::sign_out_url), Icon::logout}})
    items.push_back({.label = label,
                     .url = url,
                     .icon = icon,
                     .section = "Réparateurs",
                     .accent = Accent::motor,
                     .kinds = repairers});
  return items;
}

std::vector<joining::Kind> sign_ups() { return {account::sign_up()}; }

void register_delays(deadlines::Handlers& handlers) {
  file::register_delays(handlers);
  reminder::register_delays(handlers);
}

visit::DocumentRule document_rule() { return {file_kind_name, file::may_see_document}; }

visit::FileKind file_kind() {
  return {.kind = file_kind_name, .url = url, .may_read = file::may_read_messages, .readers = both_sides};
}

std::vector<std::pair<std::string_view, std::string>> words() {
  auto rows = file::fact_words();
  for (const auto& [code, french] : {std::pair{"motor.attachment.requested", "Rattachement demandé"},
                                     std::pair{"motor.attachment.confirmed", "Rattachement confirmé"},
                                     std::pair{"motor.account.activated", "Compte activé"},
                                     std::pair{"motor.cabinet.opened", "Cabinet ouvert"},
                                     std::pair{"motor.cabinet.renamed", "Code de cabinet changé"},
                                     std::pair{"motor.attachment.refused", "Rattachement refusé"},
                                     std::pair{"motor.document.sent", "Document envoyé"},
                                     std::pair{"motor.document.posted", "Document posté"},
                                     std::pair{"motor.document.compliant", "Document conforme"},
                                     std::pair{"motor.document.non_compliant", "Document non conforme"},
                                     std::pair{"motor.document.agreed", "Accord sur un rapport"},
                                     std::pair{"motor.document.disagreed", "Désaccord sur un rapport"},
                                     std::pair{"motor.reminder.pace", "Rythme des relances changé"},
                                     std::pair{"motor.rates.sent", "Tarifs envoyés"},
                                     std::pair{"motor.photo.sent", "Photo d’EAD reçue"},
                                     std::pair{"motor.photo.retake", "Photo d’EAD à refaire"},
                                     std::pair{"motor.rates.sent", "Tarifs envoyés"},
                                     std::pair{"motor.rates.acknowledged", "Tarifs reçus par un cabinet"},
                                     std::pair{"motor.help.asked", "Dossier manquant signalé"},
                                     std::pair{"motor.help.answered", "Réponse à un signalement"}})
    rows.emplace_back(code, french);
  return rows;
}

}  // namespace motor
