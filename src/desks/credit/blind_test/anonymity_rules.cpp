#include "desks/credit/blind_test/anonymity_rules.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace credit::blind_test {
namespace {

// Words of a company's name that many have: its form and its kin.
constexpr std::array<std::string_view, 22> common{
    "sarl",   "sasu",          "eurl",    "societe",  "entreprise",   "entreprises", "etablissements", "compagnie",
    "groupe", "holding",       "france",  "fils",     "freres",       "associes",    "association",    "cooperative",
    "europe", "international", "general", "generale", "distribution", "services"};
// Short words that stand in any sentence, or in many companies' names.
constexpr std::array<std::string_view, 46> everyday{
    "sa",  "sas", "sci", "snc", "scp", "sel", "gie",  "sem", "et",  "de", "du",  "des", "la", "le",  "les", "un",
    "une", "en",  "au",  "aux", "par", "sur", "pour", "qui", "que", "ou", "ne",  "pas", "mr", "mme", "ste", "ets",
    "cie", "son", "ses", "nos", "vos", "est", "il",   "ils", "on",  "ce", "ces", "se",  "si", "co"};
constexpr std::size_t long_enough = 4;  // to be looked for within words too
constexpr std::size_t shortest_word = 2;
constexpr std::size_t siren_digits = 9, phone_digits = 9;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : base::fold(text)) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (part)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_everyday(const std::string& word) {
  return std::find(everyday.begin(), everyday.end(), word) != everyday.end();
}

bool told(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// « Tôlerie Vauquelin SAS » is told by Vauquelin: its first word is its trade, where others follow.
std::vector<std::string> own_words(std::string_view company) {
  std::vector<std::string> own;
  for (auto& word : words_of(company))
    if (word.size() >= shortest_word && std::find(common.begin(), common.end(), word) == common.end() &&
        !is_everyday(word))
      own.push_back(std::move(word));
  if (own.size() > 1) own.erase(own.begin());
  return own;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

// A clue of a few letters is one as a word, or words, of its own: « SEB » is not told by « sebum ».
bool holds(std::string_view text, std::string_view clue) {
  const std::string folded = base::fold(clue);
  if (folded.size() >= long_enough) return base::fold(text).find(folded) != std::string::npos;
  const auto words = words_of(text), looked_for = words_of(clue);
  if (std::all_of(looked_for.begin(), looked_for.end(), is_everyday)) return false;
  return std::search(words.begin(), words.end(), looked_for.begin(), looked_for.end()) != words.end();
}

}  // namespace

std::optional<std::string> clue_in(std::string_view text, const Client& client) {
  for (const std::string_view whole : {client.company, client.contact, client.email})
    if (holds(text, whole)) return std::string(whole);
  if (const auto at = client.email.find('@'); at != std::string_view::npos && holds(text, client.email.substr(at)))
    return std::string(client.email.substr(at));
  const auto words = words_of(text);
  for (const auto& word : own_words(client.company))
    if (told(words, word)) return word;
  for (const auto& word : own_words(client.contact))
    if (told(words, word)) return word;
  const std::string digits = digits_of(text);
  if (client.siren.size() == siren_digits && digits.find(client.siren) != std::string::npos)
    return std::string(client.siren);
  const std::string phone = digits_of(client.phone);
  if (phone.size() >= phone_digits && digits.find(phone.substr(phone.size() - phone_digits)) != std::string::npos)
    return std::string(client.phone);
  return std::nullopt;
}

}  // namespace credit::blind_test
