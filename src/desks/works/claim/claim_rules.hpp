// The rules of declaring a claim (W10, W13). What they check stands in declaration.cpp.
#pragma once

#include <span>

#include "base/rule.hpp"

namespace works::claim {

std::span<const base::Rule> rules();

}  // namespace works::claim
