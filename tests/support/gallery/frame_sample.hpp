// The frame of a broker of the gallery.
#pragma once

#include "web/ui/frame.hpp"

namespace gallery {

base::Instant now();  // sat. 21 Nov. 2026, 16:30 in Paris
web::ui::Frame broker_frame(std::string title);

}  // namespace gallery
