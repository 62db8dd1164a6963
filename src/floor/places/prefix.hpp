// Prefix look-up in rows that are sorted by a text.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace places {

// The rows whose text begins with `prefix`; `rows` are in the order of `text_of`.
template <class Row, class TextOf>
std::span<const Row> starting_with(std::span<const Row> rows, std::string_view prefix, TextOf text_of) {
  const auto head = [&](const Row& row) { return std::string_view(text_of(row)).substr(0, prefix.size()); };
  const auto first = std::lower_bound(rows.begin(), rows.end(), prefix,
                                      [&](const Row& row, std::string_view wanted) { return head(row) < wanted; });
  const auto last = std::upper_bound(first, rows.end(), prefix,
                                     [&](std::string_view wanted, const Row& row) { return wanted < head(row); });
  return {first, last};
}

}  // namespace places
