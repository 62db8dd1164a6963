// Elements drawn around a hole, which is then filled: long content is copied once, not once for each element around it.
#pragma once

#include "web/html/markup.hpp"

namespace web::html {

Markup hole();
// `around` has one hole (asserted).
Markup filled(const Markup& around, const Markup& content);

}  // namespace web::html
