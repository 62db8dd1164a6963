#pragma once

#include "desks/works/bonus/bonus.hpp"
#include "web/ui/badge.hpp"

namespace works::bonus {

web::ui::Badge badge_of(State state);
std::string when_of(const Statement& statement);  // « Versé le 05/01/2027 »

}  // namespace works::bonus
