// A SIRET as a firm types it, and the one it may have meant (M31). Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/rule.hpp"

namespace motor::attachment {

inline constexpr base::Rule siret_rules[] = {
    MANDAT_RULE("M31.siret",
                "A mistyped SIRET is refused, and the attached one that differs by one slip is proposed; La Poste's "
                "are taken; a SIRET that no validated account has yet waits, and its files follow when one has it"),
};

// Its 14 digits, from a choice of the list ("910 000 012 00017 · Garage du Parc") as well.
std::string siret_digits(std::string_view typed);
// One slip of the fingers apart: a digit replaced, missing or too many, or two neighbours swapped.
bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace motor::attachment
