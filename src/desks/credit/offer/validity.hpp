// When somebody moves the end of an offer: what it says of itself follows.
#pragma once

#include "base/rule.hpp"
#include "desks/credit/offer/offer.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace credit::offer {

inline constexpr base::Rule validity_rules[] = {
    MANDAT_RULE("C9.moved",
                "When an administrator puts off the end of an offer, its last day and its warnings follow, and the due "
                "date of the pipeline while the client's answer is awaited"),
};

void follow(platform::Act& act, const deadlines::Deadline& moved);  // a delay of C9.expiry

}  // namespace credit::offer
