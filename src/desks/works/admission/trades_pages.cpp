// « Métiers » of a firm's settings, and the new ones an administrator has to tick (W8, W8.declared, W9).
#include <algorithm>

#include "desks/works/admission/trades.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/tradesman/profile_rules.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/table.hpp"

namespace works::admission {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;
using tradesman::Coverage;
using tradesman::Validity;

constexpr Url withdrawal_url{"/chantiers/reglages/metiers/retrait"};

std::string name_of(std::string_view slug) {
  const auto* trade = trade::find(slug);
  return std::string(trade == nullptr ? slug : trade->label);
}

ui::Badge badge_of(const Coverage& coverage, base::Day today) {
  switch (tradesman::validity_on(coverage, today)) {
    case Validity::coming:
      return {"à venir", ui::Tone::neutral, ui::Icon::clock};
    case Validity::valid:
      return {"valide", ui::Tone::good, ui::Icon::circle_check};
    case Validity::ending:
      return {"bientôt échue", ui::Tone::warn, ui::Icon::alert};
    case Validity::over:
      break;
  }
  return {"échue", ui::Tone::bad, ui::Icon::circle_x};
}

struct Declared {
  std::string slug;
  std::vector<Coverage> coverages;  // by first day
  bool to_tick;
};

std::vector<Declared> declared_of(db::Transaction& tx, identity::OrganisationId firm) {
  const auto coverages = tradesman::coverages_of(tx, firm);
  auto slugs = declared_trades(tx, firm);
  if (!find(tx, firm))  // a partner from before there were applications does what he is covered for
    for (const auto& coverage : coverages) slugs.push_back(coverage.trade);
  std::sort(slugs.begin(), slugs.end());
  slugs.erase(std::unique(slugs.begin(), slugs.end()), slugs.end());
  const auto asked = trades_to_tick(tx, firm);
  std::vector<Declared> all;
  for (auto& slug : slugs) {
    Declared one{slug, {}, std::find(asked.begin(), asked.end(), slug) != asked.end()};
    for (const auto& coverage : coverages)
      if (coverage.trade == slug) one.coverages.push_back(coverage);
    all.push_back(std::move(one));
  }
  return all;
}

// Not covered: what has to happen before it is offered.
ui::Badge waiting_badge(const Declared& declared, bool certificate) {
  if (declared.to_tick && certificate) return {"à vérifier par un administrateur", ui::Tone::info, ui::Icon::hourglass};
  return {"attestation à envoyer", ui::Tone::warn, ui::Icon::alert};
}

ui::Value withdrawal(const visit::Visit& visit, const std::string& slug, bool may) {
  if (!may) return ui::Value();
  return ui::Value(ui::action_button(
      {.label = "Retirer",
       .url = withdrawal_url,
       .look = ui::Look::quiet,
       .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                        .question = "Retirer « " + name_of(slug) + " » ?",
                        .consequence = "Aucune demande ne viendra plus pour ce métier ; vos chantiers en cours ne "
                                       "changent pas.",
                        .fields = {{"trade", slug}}}}));
}

Markup table_of(const visit::Visit& visit, const std::vector<Declared>& all, bool certificate) {
  if (all.empty()) return html::p("Aucun métier n’est déclaré : vous ne recevez pas de demande.");
  const auto today = base::paris::day_of(visit.now);
  const bool may = identity::at_least(visit.actor().role, identity::Role::member) && all.size() > 1;
  std::vector<ui::Row> rows;
  for (const auto& declared : all) {
    bool first = true;
    for (const auto& coverage : declared.coverages) {
      rows.push_back(
          {.cells = {ui::Value::two_lines(name_of(declared.slug), coverage.certificate), coverage.valid_from,
                     coverage.valid_until, badge_of(coverage, today), withdrawal(visit, declared.slug, may && first)}});
      first = false;
    }
    if (declared.coverages.empty())
      rows.push_back({.cells = {name_of(declared.slug), ui::Value(), ui::Value(), waiting_badge(declared, certificate),
                                withdrawal(visit, declared.slug, may)}});
  }
  return ui::data_table(
      {.caption = "Vos métiers et les attestations qui les couvrent",
       .columns =
           {{.label = "Métier"}, {.label = "Du"}, {.label = "Au"}, {.label = "Attestation"}, {.label = "Retirer"}},
       .rows = std::move(rows)});
}

Markup declaration_form(const visit::Visit& visit, const std::vector<Declared>& all, const ui::FormState& state) {
  std::vector<ui::Option> options;
  for (const auto& trade : trade::trades())
    if (std::none_of(all.begin(), all.end(), [&](const Declared& one) { return one.slug == trade.slug; }))
      options.push_back({std::string(trade.slug), std::string(trade.label)});
  if (options.empty() || !identity::at_least(visit.actor().role, identity::Role::member)) return {};
  const ui::FormState own = state.form() == trades_url.text() ? state : ui::FormState{};
  return ui::form({.action = trades_url,
                   .csrf_token = visit::csrf_token(visit),
                   .submit = "Déclarer ce métier",
                   .look = ui::Look::secondary,
                   .errors = own.errors()},
                  ui::select_field(ui::Field{.name = "trade",
                                             .label = "Un autre métier",
                                             .hint = "Il est proposé dès qu’un administrateur l’a trouvé sur votre "
                                                     "attestation décennale.",
                                             .width = ui::FieldWidth::half}
                                       .with(own),
                                   options));
}

}  // namespace

Markup trades_card(db::Transaction& tx, const visit::Visit& visit, const ui::FormState& state) {
  const auto firm = visit.actor().organisation;
  const auto all = declared_of(tx, firm);
  const bool certificate = certificate_in_force(tx, firm, base::paris::day_of(visit.now)).has_value();
  return ui::card({.title = "Métiers", .icon = ui::Icon::shield, .id = "metiers"},
                  table_of(visit, all, certificate) +
                      html::p(html::cls("quiet"),
                              "Seuls les métiers que couvre une attestation vérifiée sont proposés, jusqu’à son "
                              "dernier jour. ",
                              ui::Value::link("/partenariat", "Envoyer une attestation").markup()) +
                      declaration_form(visit, all, state));
}

Markup new_trades_card(const visit::Visit& visit, identity::OrganisationId firm, const std::vector<std::string>& trades,
                       const std::optional<Paper>& certificate) {
  if (trades.empty()) return {};
  const bool may = certificate && identity::at_least(visit.actor().role, identity::Role::member);
  Markup body;
  if (!certificate)
    body +=
        html::p("Aucune attestation décennale n’est en cours de validité : l’entreprise doit d’abord en envoyer une.");
  else
    body += html::p(
        "Cochez ceux qui figurent sur l’attestation en cours. Pour les autres, l’entreprise est priée d’en "
        "envoyer une qui les couvre. ",
        ui::Value::link(Url::path("/documents/{}", certificate->document), "Ouvrir l’attestation").markup());
  std::vector<ui::Option> options;
  std::string names;
  for (const auto& slug : trades) {
    const auto* trade = trade::find(slug);
    options.push_back({slug, name_of(slug), trade == nullptr ? std::string() : std::string(trade->activity)});
    names += (names.empty() ? "" : ", ") + name_of(slug);
  }
  body += may ? ui::form(
                    {.action = Url::path("/administration/inscriptions/{}/metiers", firm),
                     .csrf_token = visit::csrf_token(visit),
                     .submit = "Enregistrer",
                     .icon = ui::Icon::check},
                    ui::checkbox_group({.name = "trades", .label = "Nouveaux métiers", .form = "metiers"}, options, {}))
              : html::p(names);
  return ui::card({.title = "Nouveaux métiers déclarés", .icon = ui::Icon::hammer, .id = "metiers"}, body);
}

web::Response post_trade_withdrawal(visit::Visit& visit) {
  const auto done = withdraw_trade(visit.platform, visit.actor(), visit.request.form.get("trade"));
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, "/chantiers/reglages", {ui::Tone::good, "Ce métier est retiré."});
}

web::Response post_ticked_trades(visit::Visit& visit) {
  std::vector<std::string> ticked;
  for (const auto slug : visit.request.form.all("trades")) ticked.emplace_back(slug);
  const identity::OrganisationId firm{visit.id()};
  const auto done = tick_trades(visit.platform, visit.actor(), firm, ticked);
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, Url::path("/administration/inscriptions/{}", firm),
                          {ui::Tone::good, "Les nouveaux métiers sont décidés ; l’entreprise en voit l’effet."});
}

}  // namespace works::admission
