#include "desks/motor/file/file_words.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace motor::file {
namespace {

std::vector<std::string> split_words(std::string_view folded) {
  std::vector<std::string> words;
  for (const std::string_view word : base::split(folded, ' '))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

}  // namespace

std::string plate_key(std::string_view plate) {
  std::string key = base::fold(plate);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  return key;
}

std::string search_key(const File& file) {
  return base::fold(file.reference + " " + file.insured.name + " " + file.vehicle_name() + " " + file.claim_number +
                    " " + file.vehicle.vin) +
         " " + plate_key(file.vehicle.plate);
}

std::vector<Word> search_words(const Listed& file) {
  const auto insured = split_words(file.insured_key);
  const auto vehicle = split_words(file.vehicle_key);
  const auto in = [](const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  std::vector<Word> all;
  for (const auto& word : insured) all.push_back({word, in_insured});
  for (const auto& word : vehicle) all.push_back({word, in_vehicle});
  for (const auto& word : split_words(file.search_key))
    if (!in(insured, word) && !in(vehicle, word)) all.push_back({word, elsewhere});
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<std::string> words_of_search(std::string_view typed) {
  if (const auto plate = base::Plate::parse(typed)) return {plate_key(plate->text())};
  return split_words(base::fold(typed));
}

}  // namespace motor::file
