// What a file is found by: its words, folded, as the search compares them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desks/motor/file/file_list.hpp"

namespace motor::file {

// "ab123cd" of a plate, else the folded text: what is compared.
std::string plate_key(std::string_view plate);
std::string search_key(const File& file);  // all of them, in one text

inline constexpr std::string_view in_insured = "i", in_vehicle = "v", elsewhere = "o";
struct Word {
  std::string text;
  std::string_view field;  // in_insured, in_vehicle, or elsewhere
  friend auto operator<=>(const Word&, const Word&) = default;
};
std::vector<Word> search_words(const Listed& file);  // each once, sorted

// The words of a search as typed; a plate, however written, is one word.
std::vector<std::string> words_of_search(std::string_view typed);

}  // namespace motor::file
