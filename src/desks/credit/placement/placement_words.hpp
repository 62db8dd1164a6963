// How a placement looks: its badge, and who holds it in the reader's words.
#pragma once

#include <string>

#include "desks/credit/placement/placement.hpp"
#include "floor/identity/actor.hpp"
#include "web/ui/badge.hpp"

namespace credit::placement {

web::ui::Badge step_badge(Step step);

// "5 / 9"; empty once it is over.
std::string step_count(Step step);

// « Vous » to who holds it himself.
std::string holder(WaitingFor waiting_for, const std::string& named, const identity::Actor& reader);

// An amount without its cents, for dense tables: "1 250 000 €".
std::string rounded_euros(base::Money amount);

}  // namespace credit::placement
