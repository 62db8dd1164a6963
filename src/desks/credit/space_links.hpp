// The pages of one placement in its company's space, each a link away from the others: questionnaire, offers, policy.
#pragma once

#include <vector>

#include "desks/credit/placement/placement.hpp"
#include "web/ui/action.hpp"

namespace credit {

enum class SpacePage { questionnaire, offers, policy };
// To the others, as far as the placement has come.
std::vector<web::ui::Action> space_links(const placement::Placement& placement, SpacePage from);

}  // namespace credit
