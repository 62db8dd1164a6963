#include "base/text.hpp"

#include "base/fold_table.hpp"
#include "base/utf8.hpp"

namespace base {
namespace {

constexpr bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// Controls that turn the direction of what follows: a name could be shown as another (CVE-2021-42574).
constexpr bool is_bidi_control(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

}  // namespace

std::string_view trim(std::string_view text) {
  std::size_t begin = text.size(), end = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (!is_blank(c.value)) {
      if (begin == text.size()) begin = at;
      end = at + c.length;
    }
    at += c.length;
  }
  return text.substr(begin, end - begin);
}

std::string squeeze(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool blank_pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (is_blank(c.value)) {
      blank_pending = !result.empty();
    } else {
      if (blank_pending) result += ' ';
      blank_pending = false;
      result.append(text, at, c.length);
    }
    at += c.length;
  }
  return result;
}

bool valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (!c.valid) return false;
    at += c.length;
  }
  return true;
}

bool has_control_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const bool permitted = c.value == '\t' || c.value == '\r' || c.value == '\n';
    if (!permitted && (c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0) || is_bidi_control(c.value))) return true;
    at += c.length;
  }
  return false;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decode_utf8(text, at).length;
  return count;
}

std::string fold(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool blank_pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    if (is_combining(c.value)) continue;
    const std::string_view letters = folded_letters(c.value);
    if (letters.empty()) {
      blank_pending = !result.empty();
      continue;
    }
    if (blank_pending) result += ' ';
    blank_pending = false;
    result += letters;
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

}  // namespace base
