// Buyers added, corrected, removed, taken from a list: each act counts them anew.
#include "base/text.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "floor/audit/audit.hpp"

namespace credit::portfolio {
namespace {

using placement::Placement;

void count_again(platform::Act& act, Placement placement) {
  const Sum sum = sum_of(act.tx, placement.id);
  placement.buyers = sum.buyers;
  placement.exposure = sum.exposure;
  placement::save(act.tx, placement);
}

}  // namespace

base::Outcome<Added> add_buyer(platform::Act& act, PlacementId id, const placement::Reach& by, const NewBuyer& buyer) {
  const auto placement = to_change(act.tx, id, by);
  if (!placement) return placement.refusals();
  if (const auto known = find(act.tx, id, buyer.country, buyer.identifier))
    return base::Refusal{known_buyer, "identifier", {known->name}};
  std::vector<Buyer> to_save{{buyer, BuyerId{}}};
  if (!buyer.identifier.empty()) to_save = merge(unidentified_in(act.tx, id, buyer.country), {buyer}).to_save;
  const bool completes = static_cast<bool>(to_save.front().id);
  if (!completes) to_save.front().id = BuyerId{act.ids.next()};
  save(act.tx, id, to_save, act.now);
  count_again(act, *placement);
  return completes ? Added::identifier : Added::buyer;
}

base::Outcome<base::Done> correct_buyer(platform::Act& act, PlacementId id, const placement::Reach& by, BuyerId buyer,
                                        const NewBuyer& corrected) {
  const auto placement = to_change(act.tx, id, by);
  if (!placement) return placement.refusals();
  if (!find(act.tx, id, buyer)) return buyer_gone;
  if (const auto known = find(act.tx, id, corrected.country, corrected.identifier); known && known->id != buyer)
    return base::Refusal{anothers, "identifier", {known->name}};
  save(act.tx, id, {Buyer{corrected, buyer}}, act.now);
  count_again(act, *placement);
  return base::Done{};
}

base::Outcome<base::Done> remove_buyer(platform::Act& act, PlacementId id, const placement::Reach& by, BuyerId buyer) {
  const auto placement = to_change(act.tx, id, by);
  if (!placement) return placement.refusals();
  if (!remove(act.tx, id, buyer)) return buyer_gone;
  count_again(act, *placement);
  return base::Done{};
}

base::Outcome<Taken> take_buyers(platform::Act& act, PlacementId id, const placement::Reach& by,
                                 const std::vector<NewBuyer>& buyers) {
  const auto placement = to_change(act.tx, id, by);
  if (!placement) return placement.refusals();
  auto merged = merge(buyers_of(act.tx, id), buyers);
  for (Buyer& buyer : merged.to_save)
    if (!buyer.id) buyer.id = BuyerId{act.ids.next()};
  save(act.tx, id, merged.to_save, act.now);
  count_again(act, *placement);
  audit::record(act, {"credit.portfolio.imported", file_of(id), {{"buyers", std::to_string(buyers.size())}}});
  return merged.taken;
}

}  // namespace credit::portfolio
