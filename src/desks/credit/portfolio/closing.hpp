// The broker holds the information to be complete, or opens it again (C2, C4).
#pragma once

#include "base/rule.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/platform/platform.hpp"

namespace credit::portfolio {

inline constexpr base::Rule closing_rules[] = {
    MANDAT_RULE("C4.missing",
                "Before the information is closed what is missing is listed; the broker closes it as it stands only "
                "once he has seen that list, and the timeline keeps what was missing"),
    MANDAT_RULE("C2.reopened",
                "Information opened again waits for the company where it can come back to it: it is told, by its link "
                "and in its space, what is missing, and chasing starts anew; where it has neither, it waits for the "
                "broker"),
};

enum class Closing { complete_only, as_it_stands };
// Refused as `incomplete`, with what is missing, unless it is closed as it stands.
base::Outcome<base::Done> close_information(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                            Closing closing);

enum class Told { company, nobody };
base::Outcome<Told> reopen_information(platform::Platform& platform, const identity::Actor& broker, PlacementId id);

}  // namespace credit::portfolio
