#include "desks/works/closure/closure_actions.hpp"

#include <algorithm>

#include "desks/works/closure/booking.hpp"
#include "desks/works/closure/chase.hpp"
#include "desks/works/letters/letters.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/mandate/mandate_steps.hpp"
#include "desks/works/quote/quote.hpp"
#include "floor/audit/audit.hpp"

namespace works::closure {
namespace {

using base::Done;
using base::Outcome;
using base::Refusal;

bool ended(const claim::Claim& claim) { return claim.abandoned_at || claim.closed_at; }

// Every lot that goes on has a quote the insurer agreed to, or a job already closed (W26).
bool every_quote_agreed(const std::vector<lot::Lot>& lots) {
  return std::all_of(lots.begin(), lots.end(), [](const lot::Lot& lot) {
    return lot.state == lot::State::quote_validated || lot.state == lot::State::job_closed ||
           lot.state == lot::State::abandoned;
  });
}

bool any_job_closed(const std::vector<lot::Lot>& lots) {
  return std::any_of(lots.begin(), lots.end(), [](const lot::Lot& lot) { return lot.state == lot::State::job_closed; });
}

bool every_lot_abandoned(const std::vector<lot::Lot>& lots) {
  return std::all_of(lots.begin(), lots.end(), [](const lot::Lot& lot) { return lot.state == lot::State::abandoned; });
}

// The whole file is SANS SUITE.
void mark_abandoned(platform::Act& act, ClaimId id, claim::Abandonment reason) {
  auto claim = claim::find(act.tx, id);
  claim->abandoned_at = act.now;
  claim->abandoned_reason = to_text(reason);
  claim::save(act.tx, *claim);
  audit::record(act, {"works.claim.abandoned", file_of(id), {{"reason", std::string(to_text(reason))}}});
}

std::string label_text(claim::Abandonment reason) { return std::string(claim::label(reason)); }

}  // namespace

Outcome<Done> close_job(platform::Platform& platform, const identity::Actor& tradesman, MandateId id,
                        const JobClosure& closure) {
  return platform.act(platform::Author::of(tradesman), [&](platform::Act& act) -> Outcome<Done> {
    const auto mandate = mandate::find(act.tx, id);
    if (!mandate || mandate->tradesman != tradesman.organisation) return mandate::unknown_mandate;
    if (mandate->state == mandate::State::closed) return Done{};
    const auto quote = quote::latest_of(act.tx, id);
    if (!quote || !quote::agreed(quote->state)) return quote_not_agreed;
    const auto closed = mandate::note_job_closed(act, *mandate);
    if (!closed) return job_not_open;

    Invoice invoice{id, mandate->lot, mandate->claim, {}, closure.invoiced_ht, act.now, tradesman.account};
    invoice.document = documents::attach(act, closure.invoice,
                                         {.owner = tradesman.organisation,
                                          .file = file_of(mandate->claim),
                                          .subject_kind = lot_subject,
                                          .subject_id = mandate->lot.value,
                                          .kind = "invoice"});
    insert(act.tx, invoice);
    if (const auto added = attach_papers(act, *closed, closure.papers); !added) return added.refusals();
    audit::record(act,
                  {"works.job.closed",
                   file_of(mandate->claim),
                   {{"mandate", std::to_string(id.value)}, {"amount", std::to_string(closure.invoiced_ht.cents)}}});
    const auto about = mandate::subject_of(act, *closed);
    book_commission(act, about.claim, invoice);
    letters::alert_job_closed(act, about.view(*closed));
    lot::project(act, mandate->claim);
    book_bonus_when_finished(act, mandate->claim);
    chase_broker_if_last(act, mandate->claim);
    return Done{};
  });
}

Outcome<Done> close_file(platform::Platform& platform, const identity::Actor& broker, ClaimId id,
                         std::optional<base::Day> reimbursed_on) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto claim = claim::find(act.tx, id, broker);
    if (!claim) return unknown_claim;
    if (claim->closed_by_broker_at) return Done{};
    if (ended(*claim)) return already_ended;
    if (!every_quote_agreed(lot::of_claim(act.tx, id))) return quote_not_agreed;
    if (!reimbursed_on) return Refusal{reimbursement_missing, "reimbursed_on"};
    if (*reimbursed_on > base::paris::day_of(act.now)) return Refusal{reimbursement_in_future, "reimbursed_on"};
    claim->reimbursed_on = reimbursed_on;
    claim->closed_by_broker_at = act.now;
    claim::save(act.tx, *claim);
    audit::record(act, {"works.claim.closed_by_broker", file_of(id), {{"day", reimbursed_on->iso()}}});
    end_chase_of_broker(act, id);
    lot::project(act, id);
    book_bonus_when_finished(act, id);
    return Done{};
  });
}

Outcome<Done> abandon(platform::Platform& platform, const identity::Actor& broker, ClaimId id,
                      claim::Abandonment reason) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    const auto claim = claim::find(act.tx, id, broker);
    if (!claim) return unknown_claim;
    if (claim->abandoned_at) return Done{};
    if (ended(*claim)) return already_ended;
    if (any_job_closed(lot::of_claim(act.tx, id))) return job_already_closed;
    mandate::withdraw_all(act, id, label_text(reason));
    for (const auto& lot : lot::of_claim(act.tx, id)) lot::save_state(act.tx, lot.id, lot::State::abandoned, {});
    mark_abandoned(act, id, reason);
    lot::project(act, id);
    return Done{};
  });
}

Outcome<Done> abandon_lot(platform::Platform& platform, const identity::Actor& broker, LotId id,
                          claim::Abandonment reason) {
  const auto claim_of = [&](platform::Act& act) -> std::optional<claim::Claim> {
    const auto lot = lot::find(act.tx, id);
    return lot ? claim::find(act.tx, lot->claim, broker) : std::nullopt;
  };
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    const auto claim = claim_of(act);
    if (!claim) return unknown_claim;
    const auto lot = lot::find(act.tx, id);
    if (lot->state == lot::State::abandoned) return Done{};
    if (ended(*claim)) return already_ended;
    if (lot->state == lot::State::job_closed) return job_already_closed;
    mandate::withdraw_of_lot(act, id, label_text(reason));
    lot::save_state(act.tx, id, lot::State::abandoned, {});
    audit::record(act, {"works.lot.abandoned",
                        file_of(claim->id),
                        {{"lot", std::to_string(id.value)}, {"reason", std::string(to_text(reason))}}});
    if (every_lot_abandoned(lot::of_claim(act.tx, claim->id))) mark_abandoned(act, claim->id, reason);
    lot::project(act, claim->id);
    book_bonus_when_finished(act, claim->id);
    chase_broker_if_last(act, claim->id);
    return Done{};
  });
}

}  // namespace works::closure
