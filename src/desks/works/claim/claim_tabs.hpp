// The tabs of the broker's list; a claim stands in several. Their counts are maintained rows (P14).
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "desks/works/claim/claim_states.hpp"

namespace works::claim {

enum class Tab { all, to_do, awaiting_quote, in_progress, closed, abandoned };
inline constexpr std::array tabs{Tab::all,         Tab::to_do,  Tab::awaiting_quote,
                                 Tab::in_progress, Tab::closed, Tab::abandoned};
std::string_view to_text(Tab tab);
std::string_view slug(Tab tab);   // in the URL, French
std::string_view label(Tab tab);  // "À faire par vous"
std::optional<Tab> tab_from_slug(std::string_view slug);

std::vector<Tab> tabs_of(Status status, WaitingFor waiting_for);

}  // namespace works::claim
