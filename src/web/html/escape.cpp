#include "web/html/escape.hpp"

#include <array>

#include "base/french.hpp"

namespace web::html {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// For each byte, what stands for it; empty when it stands for itself.
constexpr std::array<std::string_view, 256> kReferences = [] {
  std::array<std::string_view, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = kReplacement;
  table['\t'] = table['\n'] = table['\r'] = {};
  table[0x7F] = kReplacement;
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\''] = "&#39;";
  return table;
}();

constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) table[c] = kReferences[c].empty();
  return table;
}();

constexpr bool unreserved(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  const char* from = text.data();
  const char* const end = from + text.size();
  while (from != end) {
    const char* to = from;
    while (to != end && kPlain[static_cast<unsigned char>(*to)]) ++to;
    out.append(from, to);
    if (to == end) return;
    out.append(kReferences[static_cast<unsigned char>(*to)]);
    from = to + 1;
  }
}

void append_shown(std::string& out, std::string_view text) {
  if (base::french::breaks_at_punctuation(text))
    append_escaped(out, base::french::with_no_break_spaces(text));
  else
    append_escaped(out, text);
}

void append_percent_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (unreserved(byte)) {
      out.push_back(c);
    } else {
      out.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
  }
}

}  // namespace web::html
