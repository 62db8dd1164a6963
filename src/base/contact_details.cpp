// W13: no phone number and no e-mail address may leak to a tradesman before he accepts.
#include <algorithm>
#include <array>
#include <span>

#include "base/fold_table.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace base {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_word(char c) { return is_digit(c) || is_letter(c); }

// A unit (€, %, m²) or a foreign sign: no number and no address goes on after it.
constexpr char barrier = '\x01';

// Characters that are drawn as nothing, or only colour the one before (soft hyphen, joiners, accents, keycaps).
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
         c == 0x20E3 || (c >= 0x300 && c <= 0x36F);
}

char plain_sign(char32_t c) {
  if (is_blank(c)) return ' ';
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width forms
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c == 0xB7 || c == 0x2022 || c == 0x2024 || c == 0x3002) return '.';
  return c < ' ' || c >= 0x7F || c == '%' || c == '$' ? barrier : static_cast<char>(c);
}

// Letters folded, digits and signs made ASCII, and the letter O that stands in for a zero ("O6 12") made one.
std::string plain(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    if (is_invisible(c.value)) continue;
    const std::string_view letters = folded_letters(c.value);
    letters.empty() ? void(result += plain_sign(c.value)) : void(result += letters);
  }
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result[i] != 'o') continue;
    const char before = i > 0 ? result[i - 1] : ' ';
    const char after = i + 1 < result.size() ? result[i + 1] : ' ';
    if ((is_digit(before) && !is_letter(after)) || (is_digit(after) && !is_letter(before))) result[i] = '0';
  }
  return result;
}

struct Token {
  std::string_view text;    // a run of digits, or of letters and digits
  std::string_view before;  // the signs and blanks since the token before
};

std::vector<Token> tokens_of(std::string_view text, bool (*belongs)(char)) {
  std::vector<Token> tokens;
  for (std::size_t at = 0;;) {
    const auto begin = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), belongs);
    const auto end = std::find_if_not(begin, text.end(), belongs);
    const auto offset = static_cast<std::size_t>(begin - text.begin());
    const auto length = static_cast<std::size_t>(end - begin);
    tokens.push_back({text.substr(offset, length), text.substr(at, offset - at)});
    if (length == 0) return tokens;  // the last one is empty and holds what ends the text
    at = offset + length;
  }
}

// ------------------------------------------------------------------ numbers

// Signs between two groups of one number: a few, and among them neither letter nor barrier.
bool joins(std::string_view signs) {
  return signs.size() <= 5 && std::none_of(signs.begin(), signs.end(), is_letter) &&
         signs.find(barrier) == std::string_view::npos;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool between(std::string_view digits, int low, int high) {
  return digits.size() <= 4 && number(digits) >= low && number(digits) <= high;
}

// 21/11/2026, 5-3-2026: three groups parted by one same sign that does not go on after the third.
bool is_date(std::span<const Token> groups) {
  if (groups.size() < 4) return false;
  const std::string_view sign = groups[1].before;
  const std::string_view year = groups[2].text;
  return (sign == "/" || sign == "-" || sign == ".") && groups[2].before == sign && groups[3].before != sign &&
         between(groups[0].text, 1, 31) && between(groups[1].text, 1, 12) && year.size() == 4 &&
         between(year, 1900, 2099);
}

bool is_time(std::span<const Token> groups) {
  return groups.size() >= 3 && groups[1].before == ":" && groups[1].text.size() == 2 && groups[2].before != ":" &&
         between(groups[0].text, 0, 23) && between(groups[1].text, 0, 59);
}

// A time of day is one when no group follows it, or only another time: "06:12 34 56 78" is no time.
bool is_times_to_the_end(std::span<const Token> groups) {
  while (is_time(groups)) {
    groups = groups.subspan(2);
    if (groups[0].text.empty() || !joins(groups[0].before)) return true;
  }
  return false;
}

// 0612345678; 0033612345678 or 33 6…, with or without (0); any number that begins with + or 00.
bool is_phone(std::string_view digits, bool plus) {
  const std::size_t size = digits.size();
  if (plus) return size >= 10 && size <= 13 && digits[0] != '0';
  if (digits.starts_with("00")) return size >= 12 && size <= 15 && digits[2] != '0';
  if (digits[0] == '0') return size == 10;
  return digits.starts_with("33") && ((size == 11 && digits[2] != '0') || (size == 12 && digits[2] == '0'));
}

bool begins_phone(std::span<const Token> groups) {
  const bool plus = groups[0].before.ends_with('+');
  std::string digits;
  for (std::size_t i = 0; i < groups.size() && digits.size() <= 15; ++i) {
    if (groups[i].text.empty() || (i > 0 && !joins(groups[i].before))) break;
    digits += groups[i].text;
    if (is_phone(digits, plus)) return true;
  }
  return false;
}

bool holds_phone_in_digits(std::string_view text) {
  const std::vector<Token> all = tokens_of(text, is_digit);
  for (std::size_t i = 0; i + 1 < all.size();) {
    const std::span<const Token> rest = std::span(all).subspan(i);
    if (is_date(rest)) {
      i += 3;
    } else if (is_times_to_the_end(rest)) {
      i += 2;
    } else if (begins_phone(rest)) {
      return true;
    } else {
      ++i;
    }
  }
  return false;
}

// "zéro six douze trente-quatre…": a run of number words that begins with zero and goes on for at least four more.
bool holds_phone_in_words(const std::vector<Token>& words) {
  constexpr std::array<std::string_view, 24> numbers = {
      "zero",  "un",    "deux",   "trois",    "quatre",    "cinq",     "six",      "sept",
      "huit",  "neuf",  "dix",    "onze",     "douze",     "treize",   "quatorze", "quinze",
      "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "et",       "vingts"};
  std::size_t run = 0;
  for (const Token& word : words) {
    const bool counts = std::find(numbers.begin(), numbers.end(), word.text) != numbers.end();
    run = counts && joins(word.before) && (run > 0 || word.text == "zero") ? run + 1 : word.text == "zero" ? 1 : 0;
    if (run >= 5) return true;
  }
  return false;
}

// ---------------------------------------------------------------- addresses

bool has(std::string_view text, std::string_view signs) { return text.find_first_of(signs) != std::string_view::npos; }

bool is_common_top_level(std::string_view label) {
  constexpr std::array<std::string_view, 12> common = {"fr", "com", "net",  "org", "eu", "be",
                                                       "ch", "lu",  "info", "io",  "re", "pro"};
  return std::find(common.begin(), common.end(), label) != common.end();
}

bool is_top_level(std::string_view label) {
  return label.size() >= 2 && label.size() <= 12 && std::all_of(label.begin(), label.end(), is_letter);
}

// What parts a sign of address from prose: "@ Lyon. Le plombier" ends a sentence, "@ b . fr" does not.
enum class TopLevel { any_when_glued, common };

// Do `words` read as a domain: label, dot, label…, the last one a top level?
bool begins_domain(std::span<const Token> words, TopLevel accepted) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    bool glued = words[i].before == ".";
    if (has(words[i].before, {&barrier, 1})) return false;
    if (!has(words[i].before, ".")) {
      if (words[i].text != "point" && words[i].text != "dot") return false;
      if (++i == words.size()) return false;
      glued = true;
    }
    if (is_common_top_level(words[i].text)) return true;
    if (accepted == TopLevel::any_when_glued && glued && is_top_level(words[i].text)) return true;
  }
  return false;
}

bool is_arobase(std::string_view word) {
  return word == "arobase" || word == "arobas" || word == "arrobase" || word == "arrobas";
}

bool holds_address(std::span<const Token> words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::span<const Token> from = words.subspan(i);
    if (is_arobase(from[0].text)) return true;  // damage is described without it
    if (has(from[0].before, "@")) {
      const bool glued = from[0].before == "@" && is_letter(from[0].text.front());
      if (glued || begins_domain(from, TopLevel::any_when_glued)) return true;
    }
    if (from[0].text == "at") {
      const bool bracketed = has(from[0].before, "([{<*_-") && has(from[1].before, ")]}>*_-");
      if (begins_domain(from.subspan(1), bracketed ? TopLevel::any_when_glued : TopLevel::common)) return true;
    }
  }
  return false;
}

}  // namespace

bool holds_contact_details(std::string_view text) {
  const std::string read = plain(text);
  if (holds_phone_in_digits(read)) return true;
  const std::vector<Token> words = tokens_of(read, is_word);
  return holds_phone_in_words(words) || holds_address(words);
}

}  // namespace base
