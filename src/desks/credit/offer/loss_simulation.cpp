#include "desks/credit/offer/loss_simulation.hpp"

#include <algorithm>

#include "desks/credit/engine/refusals.hpp"

namespace credit::offer {
namespace {

using engine::ContractModel;

engine::InvoiceDays days_of(const SimulatedLoss& loss) { return {loss.issued, loss.issued + loss.term}; }

engine::IndemnityCase claim_of(const Quote& quote, const SimulatedLoss& loss) {
  const auto& terms = quote.premium.terms;
  engine::IndemnityCase of{
      .loss = {.terms = terms,
               .buyer = loss.buyer,
               .invoices = {{.reference = {}, .days = days_of(loss), .delivered = loss.issued, .amount = loss.invoice}},
               .limits = {}},
      .recovered = loss.recovered,
      .cause = loss.cause,
      .indemnities_paid = loss.paid_earlier,
      .premium = terms.model == ContractModel::forfait ? terms.fixed_premium : quote.deposits};
  if (loss.cover == engine::CoverKind::named)
    of.loss.limits.push_back({.from = loss.issued, .kind = loss.cover, .amount = loss.limit});
  return of;
}

// The engines name a value by its place in the case.
base::Refusals by_member(base::Refusals refusals) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"invoices/0/amount", "invoice"},     {"limits/0/amount", "limit"},  {"recovered", "recovered"},
      {"indemnities_paid", "paid_earlier"}, {"invoices/0/due_on", "term"}, {"invoices/0/due", "term"}};
  for (auto& refusal : refusals)
    for (const auto& [engine_name, member] : names)
      if (refusal.field == engine_name) refusal.field = member;
  return refusals;
}

// No more can be recovered than is still owed; nothing then is shared.
base::Outcome<std::optional<engine::Recovery>> shared_later(const engine::Indemnity& paid, const Quote& quote,
                                                            const SimulatedLoss& loss) {
  const auto owed = loss.invoice - loss.recovered;
  if (loss.recovered_later.cents == 0) return std::optional<engine::Recovery>();
  if (loss.recovered_later > owed) return base::Refusal{engine::recovery_above_debt, "recovered_later"};
  auto shared = engine::recovery(
      engine::recovery_after(paid, quote.premium.terms.recovery_allocation, {owed, loss.recovered_later}));
  if (!shared) return base::Refusal{shared.refusal().code, "recovered_later", shared.refusal().details};
  return std::optional(std::move(shared).value());
}

std::optional<base::Day> last_day_of(const engine::Deadlines& deadlines, engine::DeadlineKind kind) {
  for (const auto& date : deadlines.dates)
    if (date.kind == kind) return date.day.value;
  return std::nullopt;
}

}  // namespace

base::Outcome<Simulation> simulated(const Quote& quote, const SimulatedLoss& loss) {
  if (loss.term < 0 || loss.term > engine::longest_delay.value())
    return base::Refusal{engine::days_out_of_range, "term", {"0", std::to_string(engine::longest_delay.value())}};
  engine::DeadlineCase dates{
      .terms = quote.premium.terms, .buyer = loss.buyer, .invoices = {{"impayée", days_of(loss)}}};
  if (loss.cause == engine::DefaultCause::insolvency)
    dates.insolvency = engine::Insolvency{loss.issued + loss.term, engine::Zone::domestic};
  auto deadlines = engine::deadlines(dates);
  if (!deadlines) return by_member(deadlines.refusals());
  auto claim = claim_of(quote, loss);
  claim.loss.claim_filed = last_day_of(*deadlines, engine::DeadlineKind::claim_file);
  claim.claim_admitted = claim.loss.claim_filed;
  auto indemnity = engine::indemnity(claim);
  if (!indemnity) return by_member(indemnity.refusals());
  auto shared = shared_later(*indemnity, quote, loss);
  if (!shared) return shared.refusals();
  auto retained = calculators::retained({loss.invoice, loss.recovered, indemnity->indemnity.value});
  const auto reason = indemnity->cover.invoices.front().reason;
  return Simulation{*std::move(indemnity), *std::move(deadlines), std::move(retained), reason, *std::move(shared)};
}

}  // namespace credit::offer
