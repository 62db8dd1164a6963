// The <head> of every page but the phone page.
#pragma once

#include "base/time.hpp"
#include "web/html/markup.hpp"

namespace web::ui {

// `csrf_token` is empty on pages where nobody is signed in.
html::Markup page_head(std::string_view title, base::Instant now, std::string_view csrf_token);

}  // namespace web::ui
