#include "desks/credit/desk.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/client_desk.hpp"
#include "desks/credit/file/fact_words.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/validity.hpp"
#include "desks/credit/placement/pipeline.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "desks/credit/policy/onboarding.hpp"
#include "desks/credit/policy/policy_actions.hpp"
#include "desks/credit/portfolio/portfolio_pages.hpp"
#include "desks/credit/portfolio/questionnaire_chase.hpp"
#include "floor/messages/messages.hpp"

namespace credit {
namespace {

using identity::OrganisationKind;
using identity::Role;
using visit::Permission;
using web::Method;

constexpr identity::KindSet brokers{OrganisationKind::broker};
constexpr identity::KindSet administrators{OrganisationKind::administrator};
constexpr identity::KindSet companies{OrganisationKind::insured_company};
constexpr identity::KindSet underwriters{OrganisationKind::insurer};
constexpr identity::KindSet readers{OrganisationKind::broker, OrganisationKind::administrator};

constexpr Permission reads = Permission::of(readers);
constexpr Permission broker_acts = Permission::of(brokers, Role::member);
constexpr Permission company_acts = Permission::of(companies, Role::member);
constexpr Permission underwriter_acts = Permission::of(underwriters, Role::member);

web::html::Url url(std::int64_t id, const identity::Actor& actor) {
  if (actor.is(OrganisationKind::insurer)) return "/souscription";
  const bool reads_placements = actor.is(OrganisationKind::broker) || actor.is(OrganisationKind::administrator);
  return reads_placements ? web::html::Url::path("/credit/dossiers/{}", id) : web::html::Url("/couverture");
}

void tell_of_move(platform::Act& act, const placement::Placement& placement, const deadlines::Deadline& moved) {
  messages::enqueue(
      act, {.channel = messages::Channel::notice,
            .to = {.organisation = placement.broker},
            .subject = "Échéance reportée : " + placement.company.name,
            .body = placement.reference + " : jusqu’au " + base::french::instant_weekday(deadlines::shown(moved.due)) +
                    ". Motif : " + moved.reason,
            .file = file_of(placement.id)});
}

// What an administrator puts off moves what was told of it (P4.move): an offer's last day, the pipeline's due date.
void delay_moved(platform::Act& act, const deadlines::Deadline& moved) {
  const bool of_offer = moved.rule == offer::deadline_rule::expiry;
  const bool of_onboarding = policy::of_onboarding(moved);
  if (!of_offer && !of_onboarding && moved.rule != policy::deadline_rule::sign &&
      moved.rule != blind_test::deadline_rule::answer)
    return;
  auto placement = placement::find(act.tx, PlacementId{moved.file.id});
  if (!placement) return;
  tell_of_move(act, *placement, moved);
  if (of_offer) return offer::follow(act, moved);
  if (of_onboarding) return policy::follow_onboarding(act, moved);
  if (moved.rule == blind_test::deadline_rule::answer) blind_test::follow(act, moved);
  if (placement->waiting_for == placement::WaitingFor::broker) return;
  // Of several insurers asked, the first delay to end counts.
  placement->next_due_at = moved.due;
  for (const auto& delay : deadlines::of_file(act.tx, moved.file))
    if (delay.rule == moved.rule && delay.state == deadlines::State::pending)
      placement->next_due_at = std::min(*placement->next_due_at, delay.due);
  placement::save(act.tx, *placement);
}

}  // namespace

std::vector<visit::Route> routes() {
  std::vector<visit::Route> all{
      {Method::get, "/credit", reads, placement::show_pipeline},
      {Method::get, "/credit/direct", reads, placement::pipeline_changes},
      {Method::get, "/credit/export.csv", reads, placement::export_pipeline},
      {Method::get, "/credit/export.xlsx", reads, placement::export_pipeline},
      {Method::get, "/credit/tableau", reads, placement::show_board},
      {Method::get, "/credit/nouveau", broker_acts, placement::show_form},
      {Method::post, "/credit/dossiers", broker_acts, placement::post_placement},
      {Method::get, "/credit/dossiers/{}", reads, placement::show_placement},
      {Method::get, "/credit/dossiers/{}/direct", reads, placement::placement_changes},
      {Method::post, "/credit/dossiers/{}/documents", broker_acts, placement::post_paper, visit::Pace::waits},
      {Method::get, "/credit/dossiers/{}/contact", broker_acts, placement::show_contact},
      {Method::post, "/credit/dossiers/{}/contact", broker_acts, placement::post_contact},
      {Method::post, "/credit/dossiers/{}/sans-suite", broker_acts, placement::post_giving_up},
      {Method::get, "/credit/dossiers/{}/informations", broker_acts, portfolio::show_closing},
      {Method::post, "/credit/dossiers/{}/informations", broker_acts, portfolio::post_information},
      {Method::get, "/credit/dossiers/{}/risques", reads, portfolio::show},
      {Method::post, "/credit/dossiers/{}/questionnaire", broker_acts, portfolio::post_questionnaire},
      {Method::post, "/credit/dossiers/{}/acheteurs", broker_acts, portfolio::post_buyer},
      {Method::get, "/credit/dossiers/{}/acheteurs/{}", broker_acts, portfolio::show_buyer},
      {Method::post, "/credit/dossiers/{}/acheteurs/{}", broker_acts, portfolio::post_corrected_buyer},
      {Method::post, "/credit/dossiers/{}/acheteurs/retrait", broker_acts, portfolio::post_buyer_removal},
      {Method::post, "/credit/dossiers/{}/sinistres", broker_acts, portfolio::post_loss},
      {Method::post, "/credit/dossiers/{}/sinistres/aucun", broker_acts, portfolio::post_loss_years},
      {Method::post, "/credit/dossiers/{}/sinistres/retrait", broker_acts, portfolio::post_loss_removal},
      {Method::get, "/credit/dossiers/{}/test", broker_acts, blind_test::show_launch},
      {Method::post, "/credit/dossiers/{}/test", broker_acts, blind_test::post_launch, visit::Pace::waits},
      {Method::post, "/credit/dossiers/{}/test/cloture", broker_acts, blind_test::post_close},
      {Method::get, "/credit/dossiers/{}/matrice", reads, blind_test::show_matrix},
      {Method::get, "/credit/dossiers/{}/matrice.csv", reads, blind_test::export_matrix, visit::Pace::waits},
      {Method::get, "/credit/dossiers/{}/matrice.xlsx", reads, blind_test::export_matrix, visit::Pace::waits},
      {Method::get, "/credit/soumissions/{}", Permission::of(brokers), blind_test::show_grid},
      {Method::post, "/credit/soumissions/{}/reponses", broker_acts, blind_test::post_answers},
      {Method::post, "/credit/soumissions/{}/refus", broker_acts, blind_test::post_decline},
      {Method::get, "/couverture", Permission::of(companies), placement::show_company_space},
      {Method::get, "/couverture/{}", Permission::of(companies), portfolio::show},
      {Method::post, "/couverture/{}/questionnaire", company_acts, portfolio::post_questionnaire},
      {Method::post, "/couverture/{}/acheteurs", company_acts, portfolio::post_buyer},
      {Method::get, "/couverture/{}/acheteurs/{}", company_acts, portfolio::show_buyer},
      {Method::post, "/couverture/{}/acheteurs/{}", company_acts, portfolio::post_corrected_buyer},
      {Method::post, "/couverture/{}/acheteurs/retrait", company_acts, portfolio::post_buyer_removal},
      {Method::post, "/couverture/{}/sinistres", company_acts, portfolio::post_loss},
      {Method::post, "/couverture/{}/sinistres/aucun", company_acts, portfolio::post_loss_years},
      {Method::post, "/couverture/{}/sinistres/retrait", company_acts, portfolio::post_loss_removal},
      {Method::post, "/couverture/{}/transmission", company_acts, portfolio::post_hand_over},
      {Method::get, "/souscription", Permission::of(underwriters), blind_test::show_received},
      {Method::get, "/souscription/{}", Permission::of(underwriters), blind_test::show_grid},
      {Method::post, "/souscription/{}/ouverture", underwriter_acts, blind_test::post_opening},
      {Method::post, "/souscription/{}/reponses", underwriter_acts, blind_test::post_answers},
      {Method::post, "/souscription/{}/refus", underwriter_acts, blind_test::post_decline},
  };
  for (auto& route : client_routes()) all.push_back(std::move(route));
  return all;
}

std::vector<visit::NavItem> nav() {
  using web::ui::Accent;
  using web::ui::Icon;
  constexpr std::string_view section = "Assurance-crédit";
  const auto item = [&](std::string_view label, web::html::Url to, Icon icon, identity::KindSet kinds) {
    return visit::NavItem{.label = label,
                          .url = std::move(to),
                          .icon = icon,
                          .section = section,
                          .accent = Accent::credit,
                          .kinds = kinds};
  };
  auto own = item("Dossiers", "/credit", Icon::list, brokers);
  own.count = placement::to_do_sql;
  return {own, item("Dossiers", "/credit", Icon::list, administrators),
          item("Assureurs", "/administration/assureurs-credit", Icon::shield, administrators),
          item("Ma couverture", "/couverture", Icon::shield, companies),
          item("Tests à blanc", "/souscription", Icon::inbox, underwriters)};
}

void register_delays(deadlines::Handlers& handlers) {
  portfolio::register_delays(handlers);
  blind_test::register_delays(handlers);
}

visit::FileKind file_kind() {
  return {.kind = placement_file_kind,
          .url = url,
          .readers = {OrganisationKind::broker, OrganisationKind::administrator, OrganisationKind::insurer,
                      OrganisationKind::insured_company},
          .delay_moved = delay_moved};
}

std::vector<std::pair<std::string_view, std::string>> words() {
  std::vector<std::pair<std::string_view, std::string>> found;
  for (const auto& word : file::fact_words()) found.emplace_back(word.code, std::string(word.sentence));
  return found;
}

}  // namespace credit
