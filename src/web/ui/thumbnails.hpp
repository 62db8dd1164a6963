// Small pictures side by side, each leading to the whole one.
#pragma once

#include <string>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace web::ui {

struct Thumbnail {
  html::Url image;  // the small one
  html::Url full;
  std::string alt;  // "Photo après travaux 2"
};
// `title` names the group; nothing is drawn when there is no picture.
html::Markup thumbnails(std::string_view title, const std::vector<Thumbnail>& pictures);

}  // namespace web::ui
