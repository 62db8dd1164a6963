// The unpaid history (C3.losses): what was lost, and the years of which it is said that nothing was.
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/portfolio/portfolio_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;
using ui::Field;

ui::Action say(const PortfolioView& view, std::string label, std::string year, std::string act) {
  return {
      .label = std::move(label),
      .url = view.at("sinistres", "aucun"),
      .look = ui::Look::quiet,
      .post = ui::Post{.csrf_token = view.csrf_token, .fields = {{"year", std::move(year)}, {"acte", std::move(act)}}}};
}

ui::Line year_line(const PortfolioView& view, int year) {
  std::int64_t losses = 0;
  base::Money sum;
  for (const Loss& loss : view.losses)
    if (loss.due_on.year() == year) {
      ++losses;
      sum += loss.amount;
    }
  const std::string text = std::to_string(year);
  ui::Line line{.what = ui::Value(year == view.today.year() ? text + ", à ce jour" : text)};
  if (losses > 0) {
    line.end = ui::Value(base::french::plural(losses, "impayé", "impayés") + " · " + base::french::euros(sum));
  } else if (said_none(Typed(view.answers), year)) {
    line.detail = "Aucun impayé";
    if (view.may_change) line.end = ui::action_button(say(view, "Revenir", text, "revenir"));
  } else if (view.may_change) {
    line.end = ui::action_button(say(view, "Aucun impayé en " + text, text, "aucun"));
  } else {
    line.end = ui::Badge{"non renseigné", ui::Tone::warn, ui::Icon::alert};
  }
  return line;
}

Markup years(const PortfolioView& view) {
  std::vector<ui::Line> lines;
  for (const int year : loss_years(view.today.year())) lines.push_back(year_line(view, year));
  Markup all = ui::lines(lines, {});
  const bool nothing_known = unknown_loss_years(Typed(view.answers), view.losses_known()).size() == lines.size();
  if (view.may_change && nothing_known)
    all += ui::actions_row({say(view, "Aucun impayé sur toutes ces années", "toutes", "aucun")});
  return all;
}

Markup loss_form(const PortfolioView& view) {
  const Url url = view.at("sinistres");
  const std::string form(url.text());
  const auto field = [&](Field made) {
    made.form = form;
    return std::move(made).with(view.typed);
  };
  std::vector<ui::Option> options;
  for (const Cause cause : causes) options.push_back({std::string(to_text(cause)), std::string(label(cause))});
  return ui::disclosure("Déclarer un impayé", view.typed.form() == form ? ui::Fold::open : ui::Fold::closed,
                        ui::form({.action = url, .csrf_token = view.csrf_token, .submit = "Ajouter cet impayé"},
                                 ui::text_field(field({.name = "buyer_name", .label = "Client"})) +
                                     ui::money_field(field({.name = "amount", .label = "Montant"})) +
                                     ui::date_field(field({.name = "due_on", .label = "Échéance impayée"})) +
                                     ui::select_field(field({.name = "cause", .label = "Cause"}), options)));
}

}  // namespace

LossesKnown PortfolioView::losses_known() const {
  LossesKnown known{today.year()};
  for (const Loss& loss : losses) known.with_losses.push_back(loss.due_on.year());
  return known;
}

Markup losses_card(const PortfolioView& view) {
  std::vector<ui::Line> lines;
  base::Money sum;
  for (const Loss& loss : view.losses) {
    sum += loss.amount;
    lines.push_back({loss.buyer_name,
                     base::french::euros(loss.amount) + " · " + base::french::day_medium(loss.due_on) + " · " +
                         std::string(label(loss.cause)),
                     removal(view, view.at("sinistres", "retrait"), "loss", loss.id)});
  }
  Markup body = years(view);
  if (!lines.empty()) body += ui::lines(lines, {}) + html::p(html::strong("Total : ", base::french::euros(sum)));
  if (view.may_change) body += loss_form(view);
  return ui::card({.title = "Impayés sur trois ans", .icon = ui::Icon::alert, .id = "impayes"}, body);
}

}  // namespace credit::portfolio
