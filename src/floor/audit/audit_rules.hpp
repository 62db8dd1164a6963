// What the journal promises (P10).
#pragma once

#include "base/rule.hpp"

namespace audit {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P10.append",
                "Every fact is written once, in its own transaction, with actor, instant and cause, and "
                "is never changed."),
    MANDAT_RULE("P10.chain",
                "A sealer chains the facts within a second: each seal is an HMAC of its position, the seal "
                "before and the fact, so that none can be changed, dropped or slipped in unseen."),
    MANDAT_RULE("P10.verify", "Verification names the first position that does not fit, and counts the unsealed tail."),
    MANDAT_RULE("P10.pseudonymous",
                "A fact holds ids, codes, amounts and days, so that erasure does not break the chain."),
};

}  // namespace audit
