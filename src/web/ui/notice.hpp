// A sentence set apart from the page's text.
#pragma once

#include <string>

#include "web/html/markup.hpp"
#include "web/ui/tone.hpp"

namespace web::ui {

struct Notice {
  Tone tone = Tone::info;
  std::string title;
  std::string text = {};
};

// `more` stands under the text: a list, a link, a button.
html::Markup notice(const Notice& notice, const html::Markup& more = {});

// What just happened; can be put away, never goes by itself.
html::Markup flash_notice(Tone tone, std::string_view sentence);

}  // namespace web::ui
