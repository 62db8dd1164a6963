// GET /credit/prospects: what the broker's insurers said of a company, before a sale is signed (C20).
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/blind_test/known_answers.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/prospect/prospect_pages.hpp"
#include "desks/credit/prospect/prospect_rules.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::prospect {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using html::Markup;

inline constexpr base::RefusalCode bad_identifier{base::RefusalKind::invalid, "credit.prospect.bad_identifier"};

Finding look_up(visit::Visit& visit, const std::string& siren) {
  const auto rows = visit.platform.database.read(
      [&](db::Transaction& tx) { return blind_test::answers_on(tx, visit.actor().organisation, "FR", siren); });
  std::vector<KnownAnswer> answers;
  for (const auto& row : rows)
    answers.push_back({row.insurer, row.insurer_name, row.answer, row.asked, row.answered_at});
  return finding_of(std::move(answers), base::paris::day_of(visit.now));
}

ui::Badge badge_of(blind_test::State state) {
  using blind_test::State;
  const std::string text(label(state));
  if (state == State::granted) return {text, ui::Tone::good, ui::Icon::circle_check};
  if (state == State::partial || state == State::insolvency_only) return {text, ui::Tone::warn, ui::Icon::circle_dot};
  if (state == State::refused) return {text, ui::Tone::bad, ui::Icon::circle_x};
  return {text, ui::Tone::mute, ui::Icon::clock};
}

// Why the grade is what it is, and from whom: the table under it names them.
std::string reason_of(const Finding& finding) {
  if (finding.grade == Grade::none) return "aucune réponse encore valable";
  std::string reason;
  const auto say = [&](int count, std::string_view what) {
    if (count == 0) return;
    if (!reason.empty()) reason += ", ";
    reason += std::to_string(count) + " " + std::string(what);
  };
  say(finding.in_full, "en entier");
  say(finding.in_part, "en partie");
  say(finding.insolvency_only, "en insolvabilité seule");
  say(finding.refused, "en refus");
  return french::plural(finding.valid(), "assureur répond", "assureurs répondent") + " : " + reason;
}

ui::Tone tone_of(Grade grade) {
  if (grade == Grade::a || grade == Grade::b) return ui::Tone::good;
  if (grade == Grade::c || grade == Grade::d) return ui::Tone::warn;
  return grade == Grade::e ? ui::Tone::bad : ui::Tone::mute;
}

Markup result_of(const Finding& finding, const std::string& siren, base::Day today) {
  if (finding.last_words.empty())
    return ui::empty_state({.icon = ui::Icon::search,
                            .title = "Rien n’est connu de " + siren,
                            .text = "Aucun assureur n’a été interrogé sur cette entreprise dans vos dossiers. Ce n’est "
                                    "ni un refus ni une panne : demandez une limite avant de livrer."});
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
  const auto tiles = ui::stat_tiles({{.label = "Couverture disponible",
                                      .value = finding.available ? ui::Value(*finding.available) : ui::Value("aucune"),
                                      .hint = finding.available ? "la plus forte limite encore valable"
                                                                : "aucune limite valable : ne livrez pas à crédit",
                                      .tone = finding.available ? ui::Tone::good : ui::Tone::bad},
                                     {.label = "Note d’assurabilité",
                                      .value = ui::Value(std::string(label(finding.grade))),
                                      .hint = reason_of(finding),
                                      .tone = tone_of(finding.grade)}});
  return tiles +
         html::p(html::cls("quiet"),
                 "La note se déduit des seules réponses ci-dessous, reçues dans vos dossiers : ce n’est pas une note "
                 "financière.") +
         ui::data_table(table);
}

}  // namespace

web::Response show_prospect(visit::Visit& visit) {
  const auto typed = visit.request.query.find("siren");
  Markup result;
  std::string error;
  if (typed && !base::trim(*typed).empty()) {
    const auto siren = portfolio::identifier_of("FR", *typed);
    if (siren)
      result = result_of(look_up(visit, *siren), *siren, base::paris::day_of(visit.now));
    else
      error = visit::sentence(visit, {bad_identifier, "siren"});
  }
  const Markup form = html::form(html::cls("inline-form"), html::method_get(), html::action("/credit/prospects"),
                                 ui::text_field({.name = "siren",
                                                 .label = "SIREN du prospect",
                                                 .value = std::string(typed.value_or("")),
                                                 .error = error,
                                                 .hint = "9 chiffres ; un SIRET convient aussi.",
                                                 .width = ui::FieldWidth::half,
                                                 .autocomplete = "off"}),
                                 html::button(html::cls("btn btn-primary"), html::type("submit"),
                                              ui::icon(ui::Icon::search), html::span("Vérifier")));
  const Markup body =
      ui::page_header({.title = "Vérifier un prospect",
                       .lead = "Avant de signer une vente : ce que les assureurs couvrent sur cette entreprise.",
                       .crumbs = {{"Dossiers", html::Url("/credit")}}}) +
      form + result;
  return visit::page(visit, {.title = "Vérifier un prospect", .body = body, .status = error.empty() ? 200 : 422});
}

}  // namespace credit::prospect
