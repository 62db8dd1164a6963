// What opens under a button, without script: a short list of links, a small form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/icon.hpp"

namespace web::ui {

html::Markup dropdown(std::string_view label, Icon icon, const html::Markup& panel);

struct MenuLink {
  std::string label;
  html::Url url;
  std::string hint = {};  // quieter, under it
};
html::Markup menu_links(const std::vector<MenuLink>& links);

}  // namespace web::ui
