#include "base/french.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/policy/policy_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace credit::policy {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using html::Markup;
using ui::Field;

std::string span_of(const engine::Declaration& period) {
  return french::day_medium(period.from) + " – " + french::day_medium(period.to);
}

ui::Badge badge_of(const PeriodOfYear& each) {
  switch (each.standing) {
    case PeriodStanding::to_come:
      return {"à venir", ui::Tone::neutral, ui::Icon::calendar};
    case PeriodStanding::open:
      return {"avant le " + french::day_medium(each.period.due), ui::Tone::warn, ui::Icon::clock};
    case PeriodStanding::late:
      return {"en retard depuis le " + french::day_medium(each.period.due), ui::Tone::bad, ui::Icon::clock};
    case PeriodStanding::declared:
      break;
  }
  return {"déclaré le " + french::day_medium(base::paris::day_of(each.declared->at)), ui::Tone::good,
          ui::Icon::circle_check};
}

Markup declaring(const PolicyView& view, const PeriodOfYear& each) {
  if (!view.may_declare || view.turnover.whole() || each.standing == PeriodStanding::to_come) return {};
  const std::string form = "turnover-" + each.period.from.iso();
  const auto& lines = view.quote->premium.lines;
  std::vector<Markup> fields;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    Field field{.name = "turnover_" + std::to_string(line),
                .label = lines[line].name + " HT",
                .value = each.declared ? french::euros(each.declared->by_line.at(line)) : std::string(),
                .autocomplete = "off"};
    field.form = form;
    fields.push_back(ui::money_field(std::move(field).with(view.state)));
  }
  const bool again = each.declared.has_value();
  return ui::disclosure(again ? "Corriger" : "Déclarer",
                        view.state.form() == form || (!again && each.standing == PeriodStanding::late)
                            ? ui::Fold::open
                            : ui::Fold::closed,
                        ui::form({.action = view.declarations_url(),
                                  .csrf_token = view.csrf_token,
                                  .submit = "Enregistrer la déclaration",
                                  .look = ui::Look::secondary},
                                 ui::hidden_field("starts_on", each.period.from.iso()) + ui::field_row(fields)));
}

Markup period_item(const PolicyView& view, const PeriodOfYear& each) {
  Markup amounts;
  if (each.declared) {
    base::Money sum;
    for (const auto amount : each.declared->by_line) sum += amount;
    amounts = html::p(html::cls("quiet"), french::euros(sum), " HT");
  }
  return html::li(
      html::div(html::cls("onboarding-head"), html::strong(span_of(each.period)), ui::status_badge(badge_of(each))),
      amounts, declaring(view, each));
}

Markup row(std::string_view label, const engine::Amount& amount, const engine::Explanation& explanation,
           std::string_view look = "") {
  return html::div(
      html::cls(look), html::dt(label),
      html::dd(html::cls("num"), french::euros(amount.value), amount.step ? explained(explanation, amount) : Markup()));
}

Markup regularisation_of(const TurnoverYear& year) {
  if (!year.regularisation)
    return html::p(html::cls("quiet"),
                   "La prime se régularise quand toutes les périodes de l’année sont déclarées ; la limite de "
                   "décaissement reste provisoire jusque-là.");
  const auto& due = *year.regularisation;
  const auto& why = due.explanation;
  const bool refund = due.balance.value.cents < 0;
  Markup rows = row("Prime due HT", due.premium.premium, why) + row("Acomptes versés HT", due.deposits, why) +
                row("Régularisation HT", due.regularisation, why) + row("Taxe", due.tax, why) +
                row(refund ? "À vous rembourser" : "À régler", due.balance, why, "total");
  if (due.final_limit) rows += row("Limite de décaissement définitive", *due.final_limit, why);
  return html::h3("Régularisation de l’année") + html::dl(html::cls("sum"), rows);
}

}  // namespace

Markup turnover_card(const PolicyView& view) {
  const auto& year = view.turnover;
  if (year.periods.empty()) return {};
  Markup items;
  for (const auto& each : year.periods) items += period_item(view, each);
  return ui::card({.title = "Chiffre d’affaires déclaré (" + french::integer(static_cast<std::int64_t>(year.declared)) +
                            " sur " + french::integer(static_cast<std::int64_t>(year.periods.size())) + ")",
                   .icon = ui::Icon::chart,
                   .id = "chiffre-affaires"},
                  html::ul(html::cls("onboarding"), items) + regularisation_of(year));
}

}  // namespace credit::policy
