// The words of a list kept in memory (ADR 15), found by any part of them: the last digits of a number, the middle of a
// name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "floor/lists/orders.hpp"
#include "floor/lists/places.hpp"

namespace lists {

// Texts are folded (base::fold): words with one space between. Not thread-safe. Looking for a part costs a few
// instructions for each different word of the list.
class WordParts {
 public:
  WordParts() = default;
  WordParts(const WordParts&) = delete;
  WordParts& operator=(const WordParts&) = delete;
  WordParts(WordParts&&) = default;
  WordParts& operator=(WordParts&&) = default;

  void add(Place place, std::string_view text);
  void remove(Place place, std::string_view text);  // as it was added

  // Whether some word of a place's text has the part in it; without a part, none has. `size`: places of the list.
  Places with(std::string_view part, std::size_t size) const;

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of each word that was ever added
  std::vector<std::string_view> words_;                     // by number: into the keys above, which stay where they are
  std::vector<std::uint64_t> pairs_;                        // by number: which pairs of letters it has, as bits
  std::vector<std::vector<Place>> places_;                  // by number, sorted; empty when nobody has it any more
};

}  // namespace lists
