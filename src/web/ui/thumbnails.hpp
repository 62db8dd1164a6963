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

// The first page of a document, beside the line that names it and holds the link of its own: this one is for the eye
// and the mouse only. Fetched when it comes into sight.
html::Markup first_page(const html::Url& image, const html::Url& full);

}  // namespace web::ui
