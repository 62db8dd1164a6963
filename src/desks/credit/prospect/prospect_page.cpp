// GET /credit/prospects: what the broker's insurers said of a company, before a sale is signed (C20).
#include "desks/credit/prospect/prospect_pages.hpp"
#include "desks/credit/prospect/prospect_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::prospect {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;

ui::Badge badge_of(blind_test::State state) {
  using blind_test::State;
  const std::string text(label(state));
  if (state == State::granted) return {text, ui::Tone::good, ui::Icon::circle_check};
  if (state == State::partial || state == State::insolvency_only) return {text, ui::Tone::warn, ui::Icon::circle_dot};
  if (state == State::refused) return {text, ui::Tone::bad, ui::Icon::circle_x};
  return {text, ui::Tone::mute, ui::Icon::clock};
}

Markup words_of(const Finding& finding, base::Day today) {
  ui::Table table{.caption = "Ce que les assureurs en ont dit",
                  .columns = {{.label = "Assureur"},
                              {.label = "Accordé", .align = ui::Align::end},
                              {.label = "Demandé", .align = ui::Align::end},
                              {.label = "Jusqu’au"},
                              {.label = "Répondu le"},
                              {.label = "Réponse"}},
                  .rows = {}};
  for (const auto& known : finding.last_words) {
    const auto state = blind_test::state_of(known.answer, known.asked, today);
    table.rows.push_back(
        {.cells = {ui::Value(known.insurer_name), ui::Value(known.answer.amount), ui::Value(known.asked),
                   ui::Value(known.answer.valid_until), ui::Value(known.answered_at), ui::Value(badge_of(state))}});
  }
  return ui::data_table(table);
}

Markup result_of(const Finding& finding, const std::string& siren, base::Day today) {
  if (finding.last_words.empty()) return nothing_known(siren, "dans vos dossiers");
  return ui::stat_tiles({{.label = "Couverture disponible",
                          .value = finding.available ? ui::Value(*finding.available) : ui::Value("aucune"),
                          .hint = finding.available ? "la plus forte limite encore valable"
                                                    : "aucune limite valable : ne livrez pas à crédit",
                          .tone = finding.available ? ui::Tone::good : ui::Tone::bad},
                         grade_tile(finding)}) +
         html::p(html::cls("quiet"),
                 "La note se déduit des seules réponses ci-dessous, reçues dans vos dossiers : ce n’est pas une note "
                 "financière.") +
         words_of(finding, today);
}

}  // namespace

web::Response show_prospect(visit::Visit& visit) {
  const auto of = asked(visit);
  const auto today = base::paris::day_of(visit.now);
  Markup result;
  try {
    if (of.siren)
      result = result_of(visit.platform.database.read([&](db::Transaction& tx) {
        return finding_of(blind_test::answers_on(tx, visit.actor().organisation, "FR", *of.siren), today);
      }),
                         *of.siren, today);
  } catch (const db::Error& fault) {
    return could_not_read(visit, fault);
  }
  const Markup body =
      ui::page_header({.title = "Vérifier un prospect",
                       .lead = "Avant de signer une vente : ce que les assureurs couvrent sur cette entreprise.",
                       .crumbs = {{"Dossiers", html::Url("/credit")}}}) +
      ask_form("/credit/prospects", of) + result;
  return visit::page(visit, {.title = "Vérifier un prospect", .body = body, .status = of.error.empty() ? 200 : 422});
}

}  // namespace credit::prospect
