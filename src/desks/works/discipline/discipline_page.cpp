// /administration/discipline: proposals to decide, notices that run, deactivated firms, the latest warnings (W18, W20).
#include "base/french.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/discipline/discipline_pages.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace works::discipline {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr Url page_url{"/administration/discipline"};
constexpr int most_shown = 50;  // of each list

struct Shown {
  std::vector<Deactivation> proposed, noticed;
  std::vector<identity::OrganisationId> suspended;
  std::vector<Warning> warnings;
  identity::Names names;
};

Shown load(db::Transaction& tx) {
  auto proposed = in_state(tx, State::proposed, most_shown);
  auto noticed = in_state(tx, State::noticed, most_shown);
  std::vector<identity::OrganisationId> confirmed;
  for (const auto& one : in_state(tx, State::confirmed, most_shown)) confirmed.push_back(one.firm);
  auto suspended = tradesman::suspended_among(tx, confirmed);
  auto warnings = latest_warnings(tx, most_shown);
  std::vector<identity::OrganisationId> firms = suspended;
  for (const auto& one : proposed) firms.push_back(one.firm);
  for (const auto& one : noticed) firms.push_back(one.firm);
  for (const auto& one : warnings) firms.push_back(one.firm);
  return {std::move(proposed), std::move(noticed), std::move(suspended), std::move(warnings),
          identity::Names(tx, std::move(firms))};
}

ui::Value firm_link(const Shown& shown, identity::OrganisationId firm) {
  return ui::Value::link(Url::path("/administration/organisations/{}", firm), shown.names.of(firm));
}

std::string why(const Deactivation& proposal) {
  if (proposal.ground == Ground::warnings) return "Trois avertissements ou plus en douze mois.";
  return "Ni connexion ni réponse depuis le " + base::french::instant_medium(*proposal.silent_since) +
         "\u00a0; préavis de trente jours écoulé.";
}

Markup decision_form(const visit::Visit& visit, const Deactivation& proposal, const ui::FormState& state) {
  const Url action = Url::path("/administration/discipline/{}", proposal.id);
  const std::string form(action.text());
  const auto field = [&](ui::Field wanted) {
    wanted.form = form;
    return std::move(wanted).with(state);
  };
  return ui::form(
      {.action = action,
       .csrf_token = visit::csrf_token(visit),
       .submit = "Enregistrer la décision",
       .look = ui::Look::secondary},
      html::fragment(ui::radio_cards(field({.name = "verdict", .label = "Décision"}),
                                     {{"garder", "Garder l’entreprise", "Elle continue de recevoir des demandes."},
                                      {"desactiver", "Désactiver l’entreprise",
                                       "Plus de demande\u00a0; ses chantiers acceptés lui restent."}}),
                     ui::text_area(field({.name = "reason", .label = "Motif", .hint = "L’entreprise le lira."}), 2)));
}

Markup proposals(const visit::Visit& visit, const Shown& shown, const ui::FormState& state) {
  if (shown.proposed.empty())
    return ui::empty_state({.icon = ui::Icon::circle_check,
                            .title = "Aucune désactivation à décider",
                            .text = "Une règle les propose\u00a0: inactivité, avertissements répétés."});
  const bool acts = identity::at_least(visit.actor().role, identity::Role::member);
  std::vector<Markup> cards;
  for (const auto& proposal : shown.proposed) {
    Markup body = ui::facts({{"Entreprise", firm_link(shown, proposal.firm)},
                             {"Pourquoi", why(proposal)},
                             {"Proposée le", proposal.notice_until ? ui::Value(*proposal.notice_until + 1)
                                                                   : ui::Value(proposal.opened_at)}});
    if (acts) body += decision_form(visit, proposal, state);
    cards.push_back(ui::card({.title = std::string(label(proposal.ground)), .icon = ui::Icon::flag}, body));
  }
  return ui::stack(cards);
}

Markup notices(const Shown& shown) {
  std::vector<ui::Row> rows;
  for (const auto& notice : shown.noticed)
    rows.push_back({.cells = {firm_link(shown, notice.firm), ui::Value(notice.silent_since), notice.opened_at,
                              ui::Value(notice.notice_until)}});
  return ui::card(
      {.title = "Préavis en cours", .icon = ui::Icon::clock},
      rows.empty()
          ? html::p(html::cls("quiet"), "Aucun préavis ne court.")
          : ui::data_table({.caption = "Préavis en cours",
                            .columns = {{"Entreprise"}, {"Dernier signe de vie"}, {"Préavis envoyé le"}, {"Jusqu’au"}},
                            .rows = std::move(rows)}));
}

Markup deactivated(const visit::Visit& visit, const Shown& shown) {
  const bool acts = identity::at_least(visit.actor().role, identity::Role::member);
  std::vector<ui::Row> rows;
  for (const auto firm : shown.suspended)
    rows.push_back({.cells = {firm_link(shown, firm),
                              acts ? ui::Value(ui::action_button(
                                         {.label = "Réactiver",
                                          .url = Url::path("/administration/discipline/{}/reactivation", firm),
                                          .look = ui::Look::secondary,
                                          .post = ui::Post{.csrf_token = visit::csrf_token(visit)}}))
                                   : ui::Value()}});
  if (rows.empty()) return {};
  return ui::card({.title = "Entreprises désactivées", .icon = ui::Icon::ban},
                  ui::data_table({.caption = "Entreprises désactivées",
                                  .columns = {{.label = "Entreprise"}, {.label = "", .align = ui::Align::end}},
                                  .rows = std::move(rows)}));
}

Markup warnings(const Shown& shown, base::Instant now) {
  std::vector<ui::Row> rows;
  for (const auto& warning : shown.warnings)
    rows.push_back(
        {.cells = {firm_link(shown, warning.firm), std::string(label(warning.kind)), warning.given_at,
                   ui::Value(base::paris::day_of(warning_over(warning.given_at)) - 1),
                   ui::Value::link(Url::path("/travaux/dossiers/{}", warning.claim),
                                   counts(warning.given_at, now) ? "Ouvrir le dossier" : "Dossier (ne compte plus)")}});
  return ui::card(
      {.title = "Derniers avertissements", .icon = ui::Icon::alert},
      rows.empty()
          ? html::p(html::cls("quiet"), "Aucun avertissement.")
          : ui::data_table({.caption = "Derniers avertissements",
                            .columns = {{"Entreprise"}, {"Motif"}, {"Donné le"}, {"Compte jusqu’au"}, {"Dossier"}},
                            .rows = std::move(rows)}));
}

web::Response draw(visit::Visit& visit, const ui::FormState& state, int status) {
  const auto shown = visit.platform.database.read([](db::Transaction& tx) { return load(tx); });
  return visit::page(
      visit,
      {.title = "Discipline",
       .body = ui::page_header(
                   {.title = "Discipline",
                    .lead = "Une règle propose, vous décidez\u00a0: aucune entreprise n’est désactivée d’office."}) +
               ui::stack({proposals(visit, shown, state), notices(shown), deactivated(visit, shown),
                          warnings(shown, visit.now)}),
       .status = status,
       .live = status == 200 ? std::optional(Url("/administration/discipline/direct")) : std::nullopt});
}

std::optional<Verdict> verdict_of(std::string_view typed) {
  if (typed == "desactiver") return Verdict::deactivate;
  if (typed == "garder") return Verdict::keep;
  return std::nullopt;
}

}  // namespace

web::Response show_discipline(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_decision(visit::Visit& visit) {
  const auto& typed = visit.request.form;
  const auto done = decide(visit.platform, visit.actor(), DeactivationId{visit.id()}, verdict_of(typed.get("verdict")),
                           typed.get("reason"));
  if (done) return visit::see_other(visit, page_url, {ui::Tone::good, "Votre décision est enregistrée."});
  if (done.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, done.refusals());
  return draw(visit, visit::form_state(visit, done.refusals()), 422);
}

web::Response post_reactivation(visit::Visit& visit) {
  const auto done = reactivate(visit.platform, visit.actor(), identity::OrganisationId{visit.id()});
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, page_url, {ui::Tone::good, "L’entreprise est réactivée."});
}

Markup firm_card(db::Transaction& tx, identity::OrganisationId firm, base::Instant now) {
  const auto open = open_of(tx, firm);
  std::vector<ui::Line> lines;
  for (const auto& warning : warnings_of(tx, firm, now - base::hours(24 * 367)))
    if (counts(warning.given_at, now))
      lines.push_back({std::string(label(warning.kind)), "Donné le " + base::french::instant_medium(warning.given_at),
                       ui::Value(base::paris::day_of(warning_over(warning.given_at)) - 1)});
  Markup parts;
  if (open && open->ground == Ground::inactivity)
    parts +=
        ui::notice({.tone = ui::Tone::warn,
                    .title = "Préavis de désactivation",
                    .text = "Faute de signe de vie depuis le " + base::french::instant_medium(*open->silent_since) +
                            ". Vous êtes connecté\u00a0: le préavis est levé dans un instant."});
  if (!lines.empty())
    parts += ui::card({.title = "Avertissements", .icon = ui::Icon::alert},
                      ui::lines(lines, "") +
                          html::p(html::cls("quiet"),
                                  "Chacun compte jusqu’au jour indiqué. Trois en même temps\u00a0: un administrateur "
                                  "examine votre partenariat."));
  return parts;
}

}  // namespace works::discipline
