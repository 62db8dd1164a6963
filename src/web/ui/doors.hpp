// Ways in, one under the other, each with what is behind it.
#pragma once

#include <string>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/icon.hpp"

namespace web::ui {

struct Door {
  Icon icon;
  std::string label;
  std::string detail;
  html::Url url;
};
html::Markup doors(const std::vector<Door>& doors);

}  // namespace web::ui
