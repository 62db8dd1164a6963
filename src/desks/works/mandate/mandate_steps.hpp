// Steps that several acts on a mandate share: start and end its delays, begin and end the job, find what it is about.
#pragma once

#include <string>
#include <string_view>

#include "desks/works/claim/claim.hpp"
#include "desks/works/letters/letters.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace works::mandate {

// The claim and lot of a mandate, kept alive while letters are written.
struct About {
  claim::Claim claim;
  lot::Lot lot;
  letters::Subject view(const Mandate& mandate) const { return {claim, lot, mandate}; }
};
About subject_of(platform::Act& act, const Mandate& mandate);
Mandate mandate_of(platform::Act& act, const deadlines::Deadline& delay);  // the one that the delay runs for

// A fact of the claim's file, with the mandate and its firm.
void record(platform::Act& act, std::string_view code, const Mandate& mandate);

int distance_to(const tradesman::Tradesman& firm, const claim::Claim& claim);  // metres

deadlines::DeadlineId start_delay(platform::Act& act, const Mandate& mandate, std::string_view rule,
                                  std::string_view start_event, base::Instant start, base::Instant due,
                                  identity::OrganisationId owner);

// W19: the quote's delay and its two reminders; when the quote is due.
base::Instant start_quote_delays(platform::Act& act, const Mandate& mandate, base::Instant start,
                                 std::string_view start_event);
void meet_quote_delays(platform::Act& act, const Mandate& mandate);

// After acceptance: free cancellation runs, the quote is awaited, contact details leave (W14).
Mandate begin_job(platform::Act& act, Mandate mandate);
// Refused, expired, cancelled or withdrawn: the delays stop, the links die, both sides are told, the lot is free (W21).
Mandate end(platform::Act& act, Mandate mandate, State state, std::string reason);

}  // namespace works::mandate
