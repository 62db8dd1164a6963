#include "desks/credit/portfolio/portfolio_actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/questionnaire_chase.hpp"
#include "floor/messages/messages.hpp"

namespace credit::portfolio {
namespace {

using placement::Placement;

constexpr std::size_t answer_limit = 500;  // characters

std::string shortened(std::string_view typed) {
  std::string text(base::trim(typed));
  while (base::count_code_points(text) > answer_limit || !base::valid_utf8(text)) text.pop_back();
  return text;
}

bool holds(const std::vector<int>& years, int year) {
  return std::find(years.begin(), years.end(), year) != years.end();
}

}  // namespace

bool may_change(const Placement& placement, const placement::Reach& by) {
  using placement::Step;
  if (by.link_to) return placement.step == Step::information;
  if (!identity::at_least(by.actor.role, identity::Role::member)) return false;
  if (by.actor.is(identity::OrganisationKind::insured_company)) return placement.step == Step::information;
  return by.actor.is(identity::OrganisationKind::broker) && placement.step <= Step::submission;
}

base::Outcome<Placement> to_change(db::Transaction& tx, PlacementId id, const placement::Reach& by) {
  auto placement = placement::find(tx, id, by);
  if (!placement) return placement::unknown_placement;
  if (!may_change(*placement, by)) return closed;
  return *std::move(placement);
}

base::Outcome<base::Done> save_questionnaire(platform::Act& act, PlacementId id, const placement::Reach& by,
                                             const web::Fields& form) {
  const auto placement = to_change(act.tx, id, by);
  if (!placement) return placement.refusals();
  for (const Question& question : questions())
    if (const auto typed = form.find(question.key)) save_answer(act.tx, id, question.key, shortened(*typed), act.now);
  return base::Done{};
}

base::Outcome<base::Done> add_loss(platform::Act& act, PlacementId id, const placement::Reach& by, Loss loss) {
  const auto placement = to_change(act.tx, id, by);
  if (!placement) return placement.refusals();
  loss.id = act.ids.next();
  insert(act.tx, id, loss);
  const auto answers = answers_of(act.tx, id);
  if (const int year = loss.due_on.year(); said_none(Typed(answers), year))
    save_answer(act.tx, id, no_loss_field(year), "", act.now);
  return base::Done{};
}

base::Outcome<base::Done> remove_loss(platform::Act& act, PlacementId id, const placement::Reach& by,
                                      std::int64_t loss) {
  const auto placement = to_change(act.tx, id, by);
  if (!placement) return placement.refusals();
  if (!remove_loss(act.tx, id, loss)) return buyer_gone;
  return base::Done{};
}

base::Outcome<base::Done> say_losses(platform::Act& act, PlacementId id, const placement::Reach& by,
                                     std::optional<int> year, Said said) {
  const auto placement = to_change(act.tx, id, by);
  if (!placement) return placement.refusals();
  const LossesKnown known{base::paris::day_of(act.now).year(), loss_years_of(act.tx, id)};
  const auto answers = answers_of(act.tx, id);
  std::vector<int> years = unknown_loss_years(Typed(answers), known);
  if (year) {
    if (!holds(loss_years(known.this_year), *year) || holds(known.with_losses, *year))
      return base::Refusal{loss_year, "", {std::to_string(*year)}};
    years = {*year};
  }
  for (const int each : years) save_answer(act.tx, id, no_loss_field(each), said == Said::none ? "oui" : "", act.now);
  return base::Done{};
}

Completeness completeness_of(db::Transaction& tx, const Placement& placement, base::Instant now) {
  const auto answers = answers_of(tx, placement.id);
  return completeness(Typed(answers), {placement.buyers, without_identifier(tx, placement.id)},
                      {base::paris::day_of(now).year(), loss_years_of(tx, placement.id)});
}

base::Outcome<base::Done> hand_over(platform::Act& act, PlacementId id, const placement::Reach& by) {
  const auto found = to_change(act.tx, id, by);
  if (!found) return found.refusals();
  Placement placement = *found;
  const auto state = completeness_of(act.tx, placement, act.now);
  if (!state.complete()) {
    std::string missing;
    for (const auto& each : state.missing) missing += (missing.empty() ? "" : ", ") + each.what;
    return base::Refusal{incomplete, "", {missing}};
  }
  stop_chasing(act, id);
  messages::enqueue(act,
                    {.channel = messages::Channel::notice,
                     .to = {.organisation = placement.broker},
                     .subject = placement.company.name + " a transmis son questionnaire",
                     .body = "Rien ne manque : le dossier " + placement.reference + " peut partir chez les assureurs.",
                     .file = file_of(id)});
  return placement::advance(act, placement, placement::Event::information_complete,
                            "credit.placement.information_complete");
}

}  // namespace credit::portfolio
