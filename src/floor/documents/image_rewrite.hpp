// Runs in the confined child: an image decoded and written again, so that only its pixels survive (P3).
#pragma once

#include <string_view>

#include "floor/documents/document_rules.hpp"
#include "floor/documents/verdict.hpp"

namespace documents {

// `bytes`: a file of one of the image types. Writes the image, in its own type, upright, and its thumbnail (JPEG).
Verdict rewrite_image(std::string_view bytes, const ImageLimits& limits, int image, int thumbnail);

}  // namespace documents
