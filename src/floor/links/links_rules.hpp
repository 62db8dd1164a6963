// What a decision link is bound to, and what became of it (P7).
#pragma once

#include "base/rule.hpp"

namespace links {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P7.bound",
                "A token is its link's id with an HMAC of id, purpose, subject, recipient, channel and "
                "generation under the server's key: none is stored, none can be made up or moved."),
    MANDAT_RULE("P7.expiry", "A link reads its deadline's row, never copies it, and ends with it."),
    MANDAT_RULE("P7.code", "A code typed instead of a link is eight digits made of the link's token: none is stored."),
    MANDAT_RULE("P7.revocation", "A link is revoked with what it was for, and says so to who clicks it later."),
};

// Of 32 bytes; 120 bits are 24 letters of base 32, and leave nothing to guess (96 would do).
inline constexpr std::size_t mac_bytes = 15;
inline constexpr std::size_t longest_token = 40;

}  // namespace links
