// The stored text and the French label of each enumerator, as one table a concept owns.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/assert.hpp"

namespace base {

template <class E>
struct Word {
  E value;
  std::string_view text;   // stored form: lower case English
  std::string_view label;  // French, as shown
};

template <class E, std::size_t N>
constexpr const Word<E>& word_of(const Word<E> (&words)[N], E value) {
  for (const auto& word : words)
    if (word.value == value) return word;
  MANDAT_ASSERT(!"every enumerator has a word");
  return words[0];
}

template <class E, std::size_t N>
constexpr std::optional<E> value_of(const Word<E> (&words)[N], std::string_view text) {
  for (const auto& word : words)
    if (word.text == text) return word.value;
  return std::nullopt;
}

}  // namespace base
