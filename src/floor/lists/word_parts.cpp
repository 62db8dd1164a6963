#include "floor/lists/word_parts.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace lists {
namespace {

// Each pair of neighbours is one of 64 bits: a word that has a part has the part's bits.
std::uint64_t pairs_of(std::string_view text) {
  std::uint64_t bits = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto pair =
        static_cast<std::uint32_t>(static_cast<unsigned char>(text[i - 1]) << 8 | static_cast<unsigned char>(text[i]));
    bits |= std::uint64_t{1} << (pair * 0x9E3779B1U >> 26);  // multiplicative hashing: the upper six bits
  }
  return bits;
}

std::vector<std::string_view> words_of(std::string_view text) {  // each once
  auto words = base::split(text, ' ');
  std::erase(words, "");
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

void WordParts::add(Place place, std::string_view text) {
  for (const std::string_view word : words_of(text)) {
    const auto [known, fresh] = numbers_.try_emplace(std::string(word), static_cast<std::uint32_t>(words_.size()));
    if (fresh) {
      words_.emplace_back(known->first);
      pairs_.push_back(pairs_of(word));
      places_.emplace_back();
    }
    auto& places = places_[known->second];
    places.insert(std::lower_bound(places.begin(), places.end(), place), place);
  }
}

void WordParts::remove(Place place, std::string_view text) {
  for (const std::string_view word : words_of(text)) {
    const auto known = numbers_.find(std::string(word));
    MANDAT_ASSERT(known != numbers_.end());
    auto& places = places_[known->second];
    const auto at = std::lower_bound(places.begin(), places.end(), place);
    MANDAT_ASSERT(at != places.end() && *at == place);
    places.erase(at);
  }
}

Places WordParts::with(std::string_view part, std::size_t size) const {
  Places found(size);
  if (part.empty()) return found;
  const std::uint64_t wanted = pairs_of(part);
  for (std::size_t i = 0; i < pairs_.size(); ++i)
    if ((pairs_[i] & wanted) == wanted && words_[i].find(part) != std::string_view::npos)
      for (const Place place : places_[i]) found.add(place);
  return found;
}

}  // namespace lists
