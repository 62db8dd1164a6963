// A file without a sequel: nobody is asked for anything any more (C13.given_up).
#pragma once

#include <string_view>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/platform/platform.hpp"

namespace credit::file {

inline constexpr base::Rule giving_up_rules[] = {
    MANDAT_RULE("C13.given_up",
                "A file that is given up closes its blind test and ends its delays: no insurer, client or signatory is "
                "asked or reminded any more"),
};

base::Outcome<base::Done> give_up(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                  std::string_view reason);

}  // namespace credit::file
