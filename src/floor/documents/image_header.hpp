// What the header of an image says, read without decoding it: bombs are refused by what they announce (P3). Pure.
#pragma once

#include <optional>
#include <string_view>

#include "floor/documents/document_rules.hpp"
#include "floor/documents/media_type.hpp"

namespace documents {

struct ImageHeader {
  ImageSize size;
  int orientation = 1;  // Exif 2.32 tag 0x0112, 1 to 8: how the rows must be turned to stand upright
};

// Nothing when the file is not an image of that type, announces no size, or stops before its end.
std::optional<ImageHeader> read_image_header(MediaType type, std::string_view bytes);

}  // namespace documents
