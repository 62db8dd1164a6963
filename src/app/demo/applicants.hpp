// People of the demo who wait to be let in: a tradesman with a refused paper, a broker complete but for the verdicts.
#pragma once

#include <filesystem>

#include "app/demo/cast.hpp"
#include "app/house.hpp"

namespace app::demo {

// By the public forms' own acts, at the house's present instant.
void let_apply(House& house, const Cast& cast, const std::filesystem::path& folder);

}  // namespace app::demo
