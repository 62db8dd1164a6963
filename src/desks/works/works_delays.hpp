// French names of the desk's delays, as files show them; the same rows are registered with their handlers.
#pragma once

#include <string_view>

namespace works {

std::string_view delay_label(std::string_view rule);

}  // namespace works
