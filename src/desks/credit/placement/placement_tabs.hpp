// The tabs of the pipeline; a placement stands in several. Their counts are maintained rows (P14).
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "desks/credit/placement/placement_states.hpp"

namespace credit::placement {

enum class Tab { all, to_do, preparation, insurers, decision, in_force, abandoned };
inline constexpr std::array tabs{Tab::all,      Tab::to_do,    Tab::preparation, Tab::insurers,
                                 Tab::decision, Tab::in_force, Tab::abandoned};
std::string_view to_text(Tab tab);
std::string_view slug(Tab tab);   // in the URL, French
std::string_view label(Tab tab);  // "À faire par vous"
std::optional<Tab> tab_from_slug(std::string_view slug);

// The part of the way a step belongs to: preparation, insurers, decision, in_force or abandoned.
Tab part_of(Step step);
std::vector<Tab> tabs_of(Step step, WaitingFor waiting_for);

}  // namespace credit::placement
