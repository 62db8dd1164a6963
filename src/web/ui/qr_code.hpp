// A QR code (ISO/IEC 18004), drawn as SVG from its modules.
#pragma once

#include <string_view>

#include "web/html/markup.hpp"

namespace web::ui {

// `label`: what it is, for who does not see it. At most some two thousand bytes of text (asserted).
html::Markup qr_code(std::string_view text, std::string_view label);

}  // namespace web::ui
