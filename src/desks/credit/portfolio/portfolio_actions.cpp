#include "desks/credit/portfolio/portfolio_actions.hpp"

#include "base/text.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/audit/audit.hpp"

namespace credit::portfolio {
namespace {

using placement::Placement;

constexpr std::size_t answer_limit = 500;  // characters

base::Outcome<Placement> to_change(platform::Act& act, PlacementId id, const identity::Actor& actor) {
  auto placement = placement::find(act.tx, id, actor);
  if (!placement) return placement::unknown_placement;
  if (!may_change(*placement, actor)) return closed;
  return *std::move(placement);
}

void count_again(platform::Act& act, Placement& placement) {
  const Sum sum = sum_of(act.tx, placement.id);
  placement.buyers = sum.buyers;
  placement.exposure = sum.exposure;
  placement::save(act.tx, placement);
}

std::string shortened(std::string_view typed) {
  std::string text(base::trim(typed));
  while (base::count_code_points(text) > answer_limit || !base::valid_utf8(text)) text.pop_back();
  return text;
}

}  // namespace

bool may_change(const Placement& placement, const identity::Actor& actor) {
  using placement::Step;
  if (!identity::at_least(actor.role, identity::Role::member)) return false;
  if (actor.is(identity::OrganisationKind::insured_company)) return placement.step == Step::information;
  return actor.is(identity::OrganisationKind::broker) && placement.step <= Step::submission;
}

base::Outcome<base::Done> save_questionnaire(platform::Act& act, PlacementId id, const identity::Actor& actor,
                                             const web::Fields& form) {
  const auto placement = to_change(act, id, actor);
  if (!placement) return placement.refusals();
  for (const Question& question : questions())
    if (const auto typed = form.find(question.key)) save_answer(act.tx, id, question.key, shortened(*typed), act.now);
  return base::Done{};
}

base::Outcome<base::Done> add_buyer(platform::Act& act, PlacementId id, const identity::Actor& actor,
                                    const NewBuyer& buyer) {
  auto placement = to_change(act, id, actor);
  if (!placement) return placement.refusals();
  if (const auto known = find(act.tx, id, buyer.country, buyer.identifier))
    return base::Refusal{known_buyer, "identifier", {known->name}};
  insert(act.tx, id, Buyer{buyer, BuyerId{act.ids.next()}}, act.now);
  Placement changed = *placement;
  count_again(act, changed);
  return base::Done{};
}

base::Outcome<base::Done> remove_buyer(platform::Act& act, PlacementId id, const identity::Actor& actor,
                                       BuyerId buyer) {
  auto placement = to_change(act, id, actor);
  if (!placement) return placement.refusals();
  if (!remove(act.tx, id, buyer)) return buyer_gone;
  Placement changed = *placement;
  count_again(act, changed);
  return base::Done{};
}

base::Outcome<Taken> take_buyers(platform::Act& act, PlacementId id, const identity::Actor& actor,
                                 const std::vector<NewBuyer>& buyers) {
  auto placement = to_change(act, id, actor);
  if (!placement) return placement.refusals();
  Taken taken;
  for (const NewBuyer& buyer : buyers) {
    if (const auto known = find(act.tx, id, buyer.country, buyer.identifier)) {
      update(act.tx, id, Buyer{buyer, known->id});
      ++taken.changed;
    } else {
      insert(act.tx, id, Buyer{buyer, BuyerId{act.ids.next()}}, act.now);
      ++taken.added;
    }
  }
  Placement changed = *placement;
  count_again(act, changed);
  audit::record(act, {"credit.portfolio.imported", file_of(id), {{"buyers", std::to_string(buyers.size())}}});
  return taken;
}

base::Outcome<base::Done> add_loss(platform::Act& act, PlacementId id, const identity::Actor& actor, Loss loss) {
  const auto placement = to_change(act, id, actor);
  if (!placement) return placement.refusals();
  loss.id = act.ids.next();
  insert(act.tx, id, loss);
  return base::Done{};
}

base::Outcome<base::Done> remove_loss(platform::Act& act, PlacementId id, const identity::Actor& actor,
                                      std::int64_t loss) {
  const auto placement = to_change(act, id, actor);
  if (!placement) return placement.refusals();
  if (!remove_loss(act.tx, id, loss)) return buyer_gone;
  return base::Done{};
}

base::Outcome<base::Done> hand_over(platform::Act& act, PlacementId id, const identity::Actor& actor) {
  auto placement = to_change(act, id, actor);
  if (!placement) return placement.refusals();
  const auto answers = answers_of(act.tx, id);
  std::int64_t without = 0;
  for (const Buyer& buyer : buyers_of(act.tx, id)) without += buyer.identifier.empty() ? 1 : 0;
  const auto state = completeness(Typed(answers), {placement->buyers, without});
  if (!state.complete()) {
    std::string missing;
    for (const auto& each : state.missing) missing += (missing.empty() ? "" : ", ") + each;
    return base::Refusal{incomplete, "", {missing}};
  }
  Placement changed = *placement;
  return placement::advance(act, changed, placement::Event::information_complete,
                            "credit.placement.information_complete");
}

}  // namespace credit::portfolio
