// What a search found, one group for each kind of thing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/action.hpp"
#include "web/ui/badge.hpp"

namespace web::ui {

struct Hit {
  html::Url url;
  std::string title;
  std::string detail = {};
  std::optional<Badge> state = {};
};

struct HitGroup {
  std::string title;
  Icon icon;
  std::string count;  // "3", "1 000+"
  std::vector<Hit> hits;
  std::string note = {};           // under them, quiet
  std::optional<Action> all = {};  // leads to the list of all
};
html::Markup hit_group(const HitGroup& group);

}  // namespace web::ui
