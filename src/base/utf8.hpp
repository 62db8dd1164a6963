// Code points of UTF-8 text, one at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace base {

struct CodePoint {
  char32_t value;      // U+FFFD where the bytes are no UTF-8
  std::size_t length;  // in bytes, 1 where the bytes are no UTF-8
  bool valid;
};

// The code point that begins at `at` (< text.size()). Overlong forms, surrogates and values above U+10FFFF are invalid.
inline CodePoint decode_utf8(std::string_view text, std::size_t at) {
  constexpr CodePoint broken{U'\uFFFD', 1, false};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const char32_t lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return broken;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - at < length) return broken;
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return broken;
    value = value << 6 | (byte(at + i) & 0x3Fu);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return broken;
  return {value, length, true};
}

// Spaces, tabs, line ends and the no-break, figure, thin and narrow spaces.
constexpr bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace base
