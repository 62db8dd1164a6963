// Does an explanation's operations again (C35), by arithmetic of its own.
#pragma once

#include <string>

#include "desks/credit/engine/explanation.hpp"

namespace testing_support {

// Empty when every step, done again from its inputs, gives what it says, and each input taken from a step is what that
// step gave. Otherwise what differs.
std::string replay_fault(const credit::engine::Explanation& explanation);

}  // namespace testing_support
