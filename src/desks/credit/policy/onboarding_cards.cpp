#include "base/french.hpp"
#include "desks/credit/engine/regularisation.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/policy/onboarding.hpp"
#include "desks/credit/policy/policy_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace credit::policy {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using html::Markup;
using html::Url;
using ui::Field;

ui::Badge standing(const OnboardingRow& row, base::Day today) {
  if (row.done_on) return {"fait le " + french::day_medium(*row.done_on), ui::Tone::good, ui::Icon::circle_check};
  if (row.due < today) return {"en retard", ui::Tone::bad, ui::Icon::clock};
  return {"avant le " + french::day_medium(row.due), ui::Tone::neutral, ui::Icon::calendar};
}

// Of the delay that ran last: an earlier one ended with a completion that was taken back.
Markup receipt(const PolicyView& view, const OnboardingRow& row) {
  const deadlines::Deadline* last = nullptr;
  for (const auto& delay : view.onboarding_delays)
    if (delay.rule == keys_of(row.item).rule && (last == nullptr || delay.id > last->id)) last = &delay;
  if (last == nullptr) return {};
  const Url url =
      view.insured ? Url::path("/couverture/echeances/{}", last->id) : Url::path("/credit/echeances/{}", last->id);
  return html::p(html::cls("quiet"),
                 html::a(html::href(url), html::aria("label", "Reçu de l’échéance : " + std::string(label(row.item))),
                         "Reçu de l’échéance"));
}

Markup completion(const PolicyView& view, const OnboardingRow& row, base::Day today) {
  if (!view.may_act || row.done_on) return {};
  const std::string form = "item-" + std::string(to_text(row.item));
  const auto with = [&](Field field) {
    field.form = form;
    return std::move(field).with(view.state);
  };
  return ui::disclosure("Noter", view.state.form() == form ? ui::Fold::open : ui::Fold::closed,
                        ui::form({.action = Url::path("/credit/dossiers/{}/police/prise-en-main", view.placement.id),
                                  .csrf_token = view.csrf_token,
                                  .submit = "Enregistrer",
                                  .look = ui::Look::secondary},
                                 ui::hidden_field("item", to_text(row.item)) +
                                     ui::text_field(with({.name = "note",
                                                          .label = "Ce qui a été vu",
                                                          .value = row.note,
                                                          .hint = std::string(hint(row.item)),
                                                          .need = Field::Need::optional})) +
                                     ui::date_field(with({.name = "done_on",
                                                          .label = "Fait le",
                                                          .value = today.iso(),
                                                          .hint = "Vide : pas encore.",
                                                          .need = Field::Need::optional,
                                                          .width = ui::FieldWidth::short_text}))));
}

}  // namespace

Markup schedule_card(const PolicyView& view) {
  if (!view.policy || !view.policy->effect_on || !view.quote) return {};
  const auto& terms = view.quote->premium.terms;
  if (terms.model == engine::ContractModel::forfait) return {};
  const auto effect = *view.policy->effect_on;
  std::vector<ui::Line> lines;
  for (const auto& instalment : engine::deposit_schedule(terms.declaration_period, view.quote->deposits, effect))
    if (instalment.amount.value.cents > 0)
      lines.push_back({"Acompte HT", "le " + french::day_medium(instalment.due.value),
                       ui::Value(html::div(html::cls("figure"), french::euros(instalment.amount.value),
                                           explained_by(instalment.explanation, instalment.amount.label)))});
  if (lines.empty()) return {};
  return ui::card({.title = "Acomptes de l’année", .icon = ui::Icon::calendar}, ui::lines(lines, ""));
}

Markup onboarding_card(const PolicyView& view) {
  if (view.onboarding.empty()) return {};
  const auto today = base::paris::day_of(view.now);
  std::int64_t done = 0;
  Markup items;
  for (const auto& row : view.onboarding) {
    done += row.done_on ? 1 : 0;
    items += html::li(
        html::div(html::cls("onboarding-head"), html::strong(label(row.item)), ui::status_badge(standing(row, today))),
        html::p(html::cls("quiet"), row.note.empty() ? hint(row.item) : std::string_view(row.note)),
        row.done_by ? html::p(html::cls("quiet"), "Noté par ", view.names.of(row.done_by)) : Markup(),
        receipt(view, row), completion(view, row, today));
  }
  const auto all = static_cast<std::int64_t>(view.onboarding.size());
  return ui::card({.title = "Prise en main (" + french::integer(done) + " sur " + french::integer(all) + ")",
                   .icon = ui::Icon::flag},
                  html::ul(html::cls("onboarding"), items));
}

}  // namespace credit::policy
