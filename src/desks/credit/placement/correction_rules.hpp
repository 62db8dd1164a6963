// What of a first contact may still be corrected, and when (C1). Pure.
#pragma once

#include "base/rule.hpp"
#include "desks/credit/placement/placement_states.hpp"

namespace credit::placement {

inline constexpr base::Rule correction_rules[] = {
    MANDAT_RULE("C1.corrected",
                "The company, its contact, its need and the notes may be corrected, and the timeline tells what was; "
                "from the day the policy is out for signature only the contact and the notes: what it says of the "
                "company stays"),
    MANDAT_RULE("C1.mailed",
                "From the proposal of an offer on the contact keeps an e-mail address: it may be replaced, not erased"),
    MANDAT_RULE("C1.handled",
                "A file is handed to a colleague who may act, who is told; the list tells whose is whose"),
    MANDAT_RULE("C37.corrected",
                "When the company turns out to be another one (another name, another SIREN), the identity check and "
                "the screening that were recorded are to be done again, and no reason overrides them any more"),
};

// The policy is out for signature, or signed.
bool company_is_fixed(Step step, WaitingFor waiting_for);
// What the client owes goes by mail from here on.
bool needs_address(Step step);

}  // namespace credit::placement
