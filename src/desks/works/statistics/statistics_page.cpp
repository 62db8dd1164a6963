// /administration/statistiques: how firms answer, quote and close, by trade and by department, over a period.
#include "base/french.hpp"
#include "desks/works/statistics/statistics.hpp"
#include "desks/works/statistics/statistics_pages.hpp"
#include "desks/works/trade/trade.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/bars.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace works::statistics {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr Url page_url{"/administration/statistiques"};
constexpr std::size_t most_drawn = 12;  // bars; the table holds all

// What the drawings show; the tables show all four.
enum class Shown { rate, answer, quote, closure };
struct Choice {
  Shown shown;
  std::string_view slug, label;
};
constexpr Choice choices[] = {{Shown::rate, "taux", "Taux de réponse"},
                              {Shown::answer, "reponse", "Délai de réponse"},
                              {Shown::quote, "devis", "Délai du devis"},
                              {Shown::closure, "cloture", "Délai de clôture"}};

const Choice& choice_of(const visit::Visit& visit) {
  for (const auto& choice : choices)
    if (choice.slug == visit.request.query.get("mesure")) return choice;
  return choices[0];
}

Url url_of(Period period, const Choice& choice) {
  Url url = page_url;
  if (period != Period::year) url = url.query("periode", slug(period));
  return choice.shown == Shown::rate ? url : url.query("mesure", choice.slug);
}

std::string rate_text(const Summary& summary) {
  constexpr std::int64_t tenth = 100'000;  // of a percent
  const auto rate = summary.answer_rate();
  return rate ? base::french::percent(base::Rate{(rate->e8 + tenth / 2) / tenth * tenth}) : "";
}

std::string time_text(std::optional<int> minutes) {
  return minutes ? base::french::elapsed(base::minutes(*minutes)) : "";
}

ui::Value shown_or_dash(const std::string& text) { return text.empty() ? ui::Value() : ui::Value(text); }

std::optional<ui::Bar> bar_of(const std::string& name, const Summary& summary, Shown shown) {
  const auto time = [&](std::optional<int> minutes) -> std::optional<ui::Bar> {
    if (!minutes) return std::nullopt;
    return ui::Bar{name, *minutes, time_text(minutes)};
  };
  switch (shown) {
    case Shown::rate:
      if (!summary.answer_rate()) return std::nullopt;
      return ui::Bar{name, summary.answer_rate()->e8, rate_text(summary)};
    case Shown::answer:
      return time(summary.answer);
    case Shown::quote:
      return time(summary.quote);
    case Shown::closure:
      break;
  }
  return time(summary.closure);
}

Markup drawing(const std::vector<Line>& lines, const Choice& choice, std::string (*name)(const std::string&)) {
  std::vector<ui::Bar> bars;
  for (const auto& line : lines)
    if (auto bar = bar_of(name(line.key), line.summary, choice.shown); bar && bars.size() < most_drawn)
      bars.push_back(std::move(*bar));
  if (bars.empty()) return html::p(html::cls("quiet"), "Rien à mesurer encore pour cette période.");
  return html::div(html::cls("drawn"), ui::bars(choice.label, bars));
}

Markup table(const std::vector<Line>& lines, const std::string& first, std::string (*name)(const std::string&)) {
  std::vector<ui::Row> rows;
  for (const auto& line : lines)
    rows.push_back(
        {.cells = {name(line.key), ui::Value::number(line.summary.requests), shown_or_dash(rate_text(line.summary)),
                   shown_or_dash(time_text(line.summary.answer)), shown_or_dash(time_text(line.summary.quote)),
                   shown_or_dash(time_text(line.summary.closure))}});
  return ui::data_table(
      {.caption = first,
       .columns =
           {{first}, {"Demandes"}, {"Taux de réponse"}, {"Délai de réponse"}, {"Délai du devis"}, {"Délai de clôture"}},
       .rows = std::move(rows)});
}

Markup tiles(const Summary& all) {
  const auto of = [](int n, std::string_view one, std::string_view several) {
    return "sur " + base::french::plural(n, one, several);
  };
  return ui::stat_tiles(
      {{"Demandes", ui::Value::number(all.requests)},
       {"Taux de réponse", shown_or_dash(rate_text(all)),
        of(all.answered + all.silent, "demande arrivée à son terme", "demandes arrivées à leur terme")},
       {"Délai de réponse", shown_or_dash(time_text(all.answer)), of(all.answered, "réponse", "réponses")},
       {"Délai du devis", shown_or_dash(time_text(all.quote)), of(all.quotes, "devis", "devis")},
       {"Délai de clôture", shown_or_dash(time_text(all.closure)),
        of(all.closures, "chantier clos", "chantiers clos")}});
}

Markup exports() {
  const auto both = [](const std::string& label, const std::string& path) {
    const auto link = [&](const char* ending, const char* word) {
      return html::a(html::href(Url::path("/administration/exports/{}", path + ending)), label + "\u00a0: " + word);
    };
    return html::li(link(".xlsx", "Excel"), " · ", link(".csv", "CSV"));
  };
  return ui::card(
      {.title = "Exporter", .icon = ui::Icon::download},
      html::ul(both("Demandes", "mandats"), both("Entreprises", "entreprises"), both("Commissions", "commissions")));
}

}  // namespace

Period period_of(const visit::Visit& visit) {
  return period_from_slug(visit.request.query.get("periode")).value_or(Period::year);
}

std::string trade_name(const std::string& slug) {
  const auto* trade = trade::find(slug);
  return trade ? std::string(trade->label) : slug;
}

std::string department_name(const std::string& code) { return "Département " + code; }

web::Response show_statistics(visit::Visit& visit) {
  const Period period = period_of(visit);
  const Choice& choice = choice_of(visit);
  const auto days = days_of(period, base::paris::day_of(visit.now));
  const int most = most_measures.value();
  const auto found = visit.platform.database.read([&](db::Transaction& tx) { return measures(tx, days, most + 1); });
  const bool cut = found.size() > static_cast<std::size_t>(most);
  const auto figures = reckon(std::span(found).first(cut ? static_cast<std::size_t>(most) : found.size()));

  std::vector<ui::Tab> period_tabs, measure_tabs;
  for (const auto one : periods)
    period_tabs.push_back({std::string(label(one)), url_of(one, choice), "", one == period});
  for (const auto& one : choices)
    measure_tabs.push_back({std::string(one.label), url_of(period, one), "", one.shown == choice.shown});
  Markup body = ui::page_header(
      {.title = "Statistiques",
       .lead = "Du " + base::french::day_medium(days.first) + " au " + base::french::day_medium(days.end - 1) +
               ". Délais médians, comptés depuis l’envoi du SMS.",
       .others = {{.label = "Excel",
                   .url = Url("/administration/statistiques/export.xlsx").query("periode", slug(period)),
                   .icon = ui::Icon::download},
                  {.label = "CSV",
                   .url = Url("/administration/statistiques/export.csv").query("periode", slug(period)),
                   .icon = ui::Icon::download}}});
  body += ui::tabs("Période", period_tabs);
  if (figures.all.requests == 0) {
    body += ui::empty_state({.icon = ui::Icon::chart,
                             .title = "Aucune demande sur cette période",
                             .text = "Choisissez une autre période, ou attendez les premières demandes."});
    body += exports();
    return visit::page(visit, {.title = "Statistiques", .body = std::move(body)});
  }
  if (cut)
    body += ui::notice({.tone = ui::Tone::info,
                        .title = "Les " + base::french::integer(most) + " demandes les plus récentes de la période",
                        .text = "Au-delà, choisissez une période plus courte."});
  body += tiles(figures.all);
  body += ui::tabs("Mesure dessinée", measure_tabs);
  body += ui::stack(
      {ui::card({.title = "Par métier", .icon = ui::Icon::hammer},
                drawing(figures.by_trade, choice, trade_name) + table(figures.by_trade, "Métier", trade_name)),
       ui::card({.title = "Par département", .icon = ui::Icon::map_pin},
                drawing(figures.by_department, choice, department_name) +
                    table(figures.by_department, "Département", department_name)),
       exports()});
  return visit::page(visit, {.title = "Statistiques", .body = std::move(body)});
}

}  // namespace works::statistics
