#include "desks/works/claim/claim.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/quote/quote.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/identity/organisations.hpp"

namespace works::lot {
namespace {

// W19: the delay of the latest request for a quote has fired. A new quote asked after a refusal starts another one.
bool quote_overdue(MandateId mandate, const std::vector<deadlines::Deadline>& delays) {
  bool fired = false;
  for (const auto& delay : delays) {
    if (delay.subject_kind != mandate_subject || delay.subject_id != mandate.value ||
        delay.rule != deadline_rule::quote)
      continue;
    if (delay.state == deadlines::State::pending) return false;
    fired = fired || delay.state == deadlines::State::fired;
  }
  return fired;
}

// What the claim's screen needs of one lot, gathered from the claim's mandates, quotes and delays.
struct Gathered {
  Situation situation;
  std::optional<mandate::Mandate> live;
  std::optional<base::Day> visit_on;  // of the expert
};

Gathered gather(const Lot& lot, const std::vector<mandate::Mandate>& mandates, const std::vector<quote::Quote>& quotes,
                const std::vector<deadlines::Deadline>& delays) {
  Gathered found;
  found.situation.abandoned = lot.state == State::abandoned;
  for (const auto& mandate : mandates) {
    if (mandate.lot != lot.id) continue;
    if (mandate::live(mandate.state))
      found.live = mandate;
    else
      found.situation.asked_before = true;
  }
  if (!found.live) return found;
  found.situation.live = found.live->state;
  for (const auto& quote : quotes) {
    if (quote.mandate != found.live->id) continue;
    found.situation.quote = quote.state;
    found.situation.visit_planned = quote.expert_visit_on.has_value();
    found.visit_on = quote.expert_visit_on;
  }
  found.situation.quote_overdue = quote_overdue(found.live->id, delays);
  return found;
}

// The delay the list shows: the earliest one that binds somebody. Reminders have no owner and are not shown.
std::optional<base::Instant> next_due(const std::vector<deadlines::Deadline>& delays) {
  std::optional<base::Instant> earliest;
  for (const auto& delay : delays)
    if (delay.state == deadlines::State::pending && delay.owner && delay.rule != deadline_rule::cancel &&
        (!earliest || delay.due < *earliest))
      earliest = delay.due;
  return earliest;
}

}  // namespace

std::string trades_label(const Lot& lot) {
  std::string text;
  for (const auto& slug : lot.trades) {
    const auto* trade = trade::find(slug);
    text += (text.empty() ? "" : " + ") + std::string(trade ? trade->label : std::string_view(slug));
  }
  return text;
}

void project(platform::Act& act, ClaimId id) {
  auto claim = claim::find(act.tx, id);
  MANDAT_ASSERT(claim);
  const auto lots = of_claim(act.tx, id);
  const auto mandates = mandate::of_claim(act.tx, id);
  const auto quotes = quote::of_claim(act.tx, id);
  const auto delays = deadlines::of_file(act.tx, file_of(id));

  std::vector<Situation> situations;
  std::vector<Gathered> gathered;
  for (const auto& lot : lots) {
    gathered.push_back(gather(lot, mandates, quotes, delays));
    situations.push_back(gathered.back().situation);
    const State state = state_of(situations.back());
    const MandateId live = gathered.back().live ? gathered.back().live->id : MandateId{};
    if (state != lot.state || live != lot.mandate) save_state(act.tx, lot.id, state, live);
  }

  const Closures closures{claim->closed_by_broker_at.has_value(), claim->abandoned_at.has_value()};
  const Shown shown = lot::shown(situations, closures);
  const auto& deciding = gathered[shown.lot].live;
  claim->status = shown.status;
  claim->detail = shown.detail;
  claim->waiting_for = shown.waiting_for;
  claim->expert_visit_on =
      shown.detail == claim::Detail::visit_planned ? gathered[shown.lot].visit_on : std::optional<base::Day>();
  claim->waiting_name = shown.waiting_for == claim::WaitingFor::tradesman && deciding
                            ? identity::organisation_name(act.tx, deciding->tradesman)
                            : std::string();
  claim->next_due_at = next_due(delays);
  if (finished(situations, closures) && !claim->closed_at) claim->closed_at = act.now;
  claim::save(act.tx, *claim);
}

}  // namespace works::lot
