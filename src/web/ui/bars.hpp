// A drawing of how much each of a few things has: one bar a line, its name before it and its value after it, so that it
// reads as a list without sight.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/html/markup.hpp"

namespace web::ui {

struct Bar {
  std::string label;
  std::int64_t size;  // >= 0, in the unit of its chart; the longest fills the line
  std::string value;  // as shown: "25 %", "3 h"
};
html::Markup bars(std::string_view title, const std::vector<Bar>& bars);

}  // namespace web::ui
