#include "desks/credit/portfolio/portfolio_actions.hpp"

#include <map>

#include "base/text.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/questionnaire_chase.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/audit/audit.hpp"
#include "floor/messages/messages.hpp"

namespace credit::portfolio {
namespace {

using placement::Placement;

constexpr std::size_t answer_limit = 500;  // characters

base::Outcome<Placement> to_change(platform::Act& act, PlacementId id, const placement::Reach& by) {
  auto placement = placement::find(act.tx, id, by);
  if (!placement) return placement::unknown_placement;
  if (!may_change(*placement, by)) return closed;
  return *std::move(placement);
}

void count_again(platform::Act& act, Placement& placement) {
  const Sum sum = sum_of(act.tx, placement.id);
  placement.buyers = sum.buyers;
  placement.exposure = sum.exposure;
  placement::save(act.tx, placement);
}

// A name alone recognises nobody (C3); the same row once more is the same row.
std::string whole_row(const NewBuyer& buyer) {
  std::string row;
  for (const auto& part : {buyer.name, buyer.country, std::to_string(buyer.exposure.cents),
                           std::to_string(buyer.terms_days), buyer.sector, buyer.group})
    row += part + "\n";
  return row;
}

std::string shortened(std::string_view typed) {
  std::string text(base::trim(typed));
  while (base::count_code_points(text) > answer_limit || !base::valid_utf8(text)) text.pop_back();
  return text;
}

}  // namespace

bool may_change(const Placement& placement, const placement::Reach& by) {
  using placement::Step;
  if (by.link_to) return placement.step == Step::information;
  if (!identity::at_least(by.actor.role, identity::Role::member)) return false;
  if (by.actor.is(identity::OrganisationKind::insured_company)) return placement.step == Step::information;
  return by.actor.is(identity::OrganisationKind::broker) && placement.step <= Step::submission;
}

base::Outcome<base::Done> save_questionnaire(platform::Act& act, PlacementId id, const placement::Reach& by,
                                             const web::Fields& form) {
  const auto placement = to_change(act, id, by);
  if (!placement) return placement.refusals();
  for (const Question& question : questions())
    if (const auto typed = form.find(question.key)) save_answer(act.tx, id, question.key, shortened(*typed), act.now);
  return base::Done{};
}

base::Outcome<base::Done> add_buyer(platform::Act& act, PlacementId id, const placement::Reach& by,
                                    const NewBuyer& buyer) {
  auto placement = to_change(act, id, by);
  if (!placement) return placement.refusals();
  if (const auto known = find(act.tx, id, buyer.country, buyer.identifier))
    return base::Refusal{known_buyer, "identifier", {known->name}};
  save(act.tx, id, {Buyer{buyer, BuyerId{act.ids.next()}}}, act.now);
  Placement changed = *placement;
  count_again(act, changed);
  return base::Done{};
}

base::Outcome<base::Done> remove_buyer(platform::Act& act, PlacementId id, const placement::Reach& by, BuyerId buyer) {
  auto placement = to_change(act, id, by);
  if (!placement) return placement.refusals();
  if (!remove(act.tx, id, buyer)) return buyer_gone;
  Placement changed = *placement;
  count_again(act, changed);
  return base::Done{};
}

base::Outcome<Taken> take_buyers(platform::Act& act, PlacementId id, const placement::Reach& by,
                                 const std::vector<NewBuyer>& buyers) {
  auto placement = to_change(act, id, by);
  if (!placement) return placement.refusals();
  std::map<std::pair<std::string, std::string>, Buyer> known;
  std::map<std::string, int> unidentified;  // rows that are the same in all they say
  for (Buyer& buyer : buyers_of(act.tx, id)) {
    if (buyer.identifier.empty())
      ++unidentified[whole_row(buyer)];
    else
      known.emplace(std::pair{buyer.country, buyer.identifier}, std::move(buyer));
  }
  Taken taken;
  std::vector<Buyer> to_save;
  for (const NewBuyer& buyer : buyers) {
    if (buyer.identifier.empty()) {
      if (--unidentified[whole_row(buyer)] >= 0) continue;
      ++taken.unidentified;
    }
    const auto before = known.find({buyer.country, buyer.identifier});
    if (before == known.end()) {
      to_save.push_back({buyer, BuyerId{act.ids.next()}});
      ++taken.added;
    } else if (static_cast<const NewBuyer&>(before->second) != buyer) {
      to_save.push_back({buyer, before->second.id});
      ++taken.changed;
    }
  }
  save(act.tx, id, to_save, act.now);
  Placement changed = *placement;
  count_again(act, changed);
  audit::record(act, {"credit.portfolio.imported", file_of(id), {{"buyers", std::to_string(buyers.size())}}});
  return taken;
}

base::Outcome<base::Done> add_loss(platform::Act& act, PlacementId id, const placement::Reach& by, Loss loss) {
  const auto placement = to_change(act, id, by);
  if (!placement) return placement.refusals();
  loss.id = act.ids.next();
  insert(act.tx, id, loss);
  return base::Done{};
}

base::Outcome<base::Done> remove_loss(platform::Act& act, PlacementId id, const placement::Reach& by,
                                      std::int64_t loss) {
  const auto placement = to_change(act, id, by);
  if (!placement) return placement.refusals();
  if (!remove_loss(act.tx, id, loss)) return buyer_gone;
  return base::Done{};
}

base::Outcome<base::Done> hand_over(platform::Act& act, PlacementId id, const placement::Reach& by) {
  auto placement = to_change(act, id, by);
  if (!placement) return placement.refusals();
  const auto answers = answers_of(act.tx, id);
  const auto state = completeness(Typed(answers), {placement->buyers, without_identifier(act.tx, id)});
  if (!state.complete()) {
    std::string missing;
    for (const auto& each : state.missing) missing += (missing.empty() ? "" : ", ") + each;
    return base::Refusal{incomplete, "", {missing}};
  }
  stop_chasing(act, id);
  Placement changed = *placement;
  messages::enqueue(act,
                    {.channel = messages::Channel::notice,
                     .to = {.organisation = changed.broker},
                     .subject = changed.company.name + " a transmis son questionnaire",
                     .body = "Rien ne manque : le dossier " + changed.reference + " peut partir chez les assureurs.",
                     .file = file_of(id)});
  return placement::advance(act, changed, placement::Event::information_complete,
                            "credit.placement.information_complete");
}

}  // namespace credit::portfolio
