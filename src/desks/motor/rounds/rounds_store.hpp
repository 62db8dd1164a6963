// What a firm has to decide, for the rail of its pages.
#pragma once

#include <string_view>

namespace motor::rounds {

std::string_view to_decide_sql();  // how many dates, supplements and documents, of the firm :organisation

}  // namespace motor::rounds
