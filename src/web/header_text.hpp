// Internal to the reading of heads: what values of headers and cookies are read with, ASCII alone (RFC 9110
// § 5.5, 5.6.3).
#pragma once

#include <string>
#include <string_view>

namespace web {

inline std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

// Without the spaces and tabs around it.
inline std::string_view strip(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace web
