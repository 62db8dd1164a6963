// What the readers of identifiers share: blanks stripped, characters judged, control sums taken.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace base {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_alphanumeric(char c) { return is_digit(c) || is_upper(c); }

inline bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}
inline bool all_upper(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_upper);
}
inline bool all_alphanumeric(std::string_view text) { return std::all_of(text.begin(), text.end(), is_alphanumeric); }

constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// `typed` in upper case without blanks and without the `ignored` signs.
inline std::string compact(std::string_view typed, std::string_view ignored = "") {
  std::string text;
  text.reserve(typed.size());
  for (std::size_t at = 0; at < typed.size();) {
    const CodePoint c = decode_utf8(typed, at);
    const bool dropped = is_blank(c.value) || (c.length == 1 && ignored.find(typed[at]) != std::string_view::npos);
    if (!dropped)
      for (std::size_t i = at; i < at + c.length; ++i) text += upper(typed[i]);
    at += c.length;
  }
  return text;
}

// Luhn's sum of digits, the last one undoubled; a valid number gives a multiple of 10.
inline int luhn_sum(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[i] - '0';
    const bool doubled = (digits.size() - i) % 2 == 0;
    sum += doubled ? 2 * digit - (digit > 4 ? 9 : 0) : digit;
  }
  return sum;
}

// The remainder by 97 of `text` read with A = 10 … Z = 35 (ISO 7064).
inline int mod97(std::string_view text) {
  int remainder = 0;
  for (const char c : text)
    remainder = is_digit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;
  return remainder;
}

}  // namespace base
