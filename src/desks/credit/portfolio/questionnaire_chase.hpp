// A questionnaire that lies unfinished is chased (C2.chase).
#pragma once

#include "base/rule.hpp"
#include "desks/credit/portfolio/invitation.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace credit::portfolio {

inline constexpr base::Rule chase_rules[] = {
    MANDAT_RULE("C2.chase",
                "A questionnaire that was sent and not handed over is chased after 5 and 10 days at 09:00: the company "
                "gets its link again with what is still missing, the broker is told"),
};

inline constexpr base::Figure<int> first_chase{"C2.first_chase", 5};  // days after it was sent
inline constexpr base::Figure<int> last_chase{"C2.last_chase", 10};
inline constexpr base::Figure<int> chased_at_hour{"C2.chased_at_hour", 9};  // of Paris

namespace deadline_rule {
inline constexpr std::string_view first_chase = "C2.first_chase";
inline constexpr std::string_view last_chase = "C2.last_chase";
}  // namespace deadline_rule
inline constexpr std::string_view questionnaire_subject = "credit.questionnaire";

// What a letter says of what is still to be filled in.
std::string missing_told(const Completeness& state);

// From now on, in the place of those that ran.
void start_chasing(platform::Act& act, PlacementId placement);
void stop_chasing(platform::Act& act, PlacementId placement);
void register_delays(deadlines::Handlers& handlers);

}  // namespace credit::portfolio
