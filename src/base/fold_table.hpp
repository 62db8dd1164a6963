// The letters a code point counts as in search and order: ASCII, the Latin-1 supplement and Latin Extended-A.
#pragma once

#include <array>
#include <string_view>

namespace base {
namespace fold_table {

// U+00C0 to U+017F, one character each; the digits stand for the pairs below, a space for what is no letter.
inline constexpr std::string_view latin =
    "aaaaaa0ceeeeiiiidnooooo ouuuuy12"   // U+00C0 À
    "aaaaaa0ceeeeiiiidnooooo ouuuuy1y"   // U+00E0 à
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // U+0100 Ā
    "gggghhhhiiiiiiiiii33jjkkklllllll"   // U+0120 Ġ
    "lllnnnnnn4nnoooooo55rrrrrrssssss"   // U+0140 ŀ
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0160 Š
static_assert(latin.size() == 0x180 - 0xC0);

inline constexpr std::array<std::string_view, 6> pairs = {"ae", "th", "ss", "ij", "n", "oe"};

inline constexpr std::array<char, 128> ascii = [] {
  std::array<char, 128> table{};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = table[static_cast<std::size_t>(c - 32)] = c;
  return table;
}();

}  // namespace fold_table

// Lower case, without accent; empty when `c` is neither letter nor digit of these blocks.
inline std::string_view folded_letters(char32_t c) {
  if (c < 0x80) {
    const char& letter = fold_table::ascii[c];
    return {&letter, letter == '\0' ? 0u : 1u};
  }
  if (c < 0xC0 || c > 0x17F) return {};
  const char& letter = fold_table::latin[c - 0xC0];
  if (letter == ' ') return {};
  if (letter >= '0' && letter <= '5') return fold_table::pairs[static_cast<std::size_t>(letter - '0')];
  return {&letter, 1};
}

}  // namespace base
