// What a form that takes a while says once it was sent.
#pragma once

#include <string_view>

#include "web/html/elements.hpp"

namespace web::ui {

// Stands right after the form: shown, and told to screen readers, from its sending on.
inline html::Markup working(std::string_view sentence) {
  return html::p(html::cls("working"), html::role("status"), html::data("working", sentence));
}

}  // namespace web::ui
