#include "base/identifiers.hpp"

#include <array>

#include "base/typed_text.hpp"

namespace base {
namespace {

enum class Line { fixed, mobile };

// The French numbering plan (Arcep decision 2018-0881): nine digits after the country code.
struct Range {
  std::string_view country;
  std::string_view prefix;
  Line line;
};

constexpr auto ranges = std::to_array<Range>({
    {"33", "1", Line::fixed},
    {"33", "2", Line::fixed},
    {"33", "3", Line::fixed},
    {"33", "4", Line::fixed},
    {"33", "5", Line::fixed},
    {"33", "6", Line::mobile},
    {"33", "7", Line::mobile},
    {"33", "9", Line::fixed},
    {"262", "262", Line::fixed},   // Réunion
    {"262", "263", Line::fixed},
    {"262", "692", Line::mobile},
    {"262", "693", Line::mobile},
    {"262", "269", Line::fixed},   // Mayotte
    {"262", "639", Line::mobile},
    {"590", "590", Line::fixed},   // Guadeloupe, Saint-Martin, Saint-Barthélemy
    {"590", "690", Line::mobile},
    {"590", "691", Line::mobile},
    {"594", "594", Line::fixed},   // Guyane
    {"594", "694", Line::mobile},
    {"596", "596", Line::fixed},   // Martinique
    {"596", "696", Line::mobile},
    {"596", "697", Line::mobile},
});

// 06 39 98 belongs to no subscriber: Arcep keeps it, like 01 99 00, for works of fiction. Our examples use it.
constexpr std::string_view fiction = "63998";

std::string_view overseas_country(std::string_view postal_code) {
  if (postal_code.starts_with("974") || postal_code.starts_with("976")) return "262";
  if (postal_code.starts_with("971") || postal_code.starts_with("977") || postal_code.starts_with("978")) return "590";
  if (postal_code.starts_with("972")) return "596";
  if (postal_code.starts_with("973")) return "594";
  return "";
}

bool is_overseas_number(std::string_view nine_digits) {
  return !nine_digits.starts_with(fiction) && std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    return range.country != "33" && nine_digits.starts_with(range.prefix);
  });
}

const Range* range_of(std::string_view country, std::string_view nine_digits) {
  if (nine_digits.size() != 9 || (country == "33" && is_overseas_number(nine_digits))) return nullptr;
  const auto found = std::find_if(ranges.begin(), ranges.end(), [&](const Range& range) {
    return range.country == country && nine_digits.starts_with(range.prefix);
  });
  return found == ranges.end() ? nullptr : &*found;
}

struct FrenchNumber {
  std::string_view country;
  std::string_view nine_digits;
};

// The country code and the rest of an E.164 without its "+"; null when its country is not in our table.
std::optional<FrenchNumber> french(std::string_view digits) {
  for (const Range& range : ranges)
    if (digits.starts_with(range.country))
      return FrenchNumber{range.country, digits.substr(range.country.size())};
  return std::nullopt;
}

// Digits after "+", or "00", or a bare 33: French ones must be in the plan, "(0)" forgiven; others of 8 to 15 digits.
std::optional<std::string> international(std::string_view digits) {
  const auto number = french(digits);
  if (!number) {
    if (digits.size() < 8 || digits.size() > 15 || digits[0] == '0') return std::nullopt;
    return "+" + std::string(digits);
  }
  std::string_view rest = number->nine_digits;
  if (rest.size() == 10 && rest[0] == '0') rest.remove_prefix(1);
  if (range_of(number->country, rest) == nullptr) return std::nullopt;
  return "+" + std::string(number->country) + std::string(rest);
}

// Ten digits that begin with 0: of the place's own region first, else of the mainland, dialled alike from everywhere.
std::optional<std::string> national_number(std::string_view digits, std::string_view postal_code) {
  const std::string_view rest = digits.substr(1);
  for (const std::string_view country : {overseas_country(postal_code), std::string_view("33")})
    if (range_of(country, rest) != nullptr) return "+" + std::string(country) + std::string(rest);
  return std::nullopt;
}

}  // namespace

std::optional<Phone> Phone::parse(std::string_view typed, std::string_view postal_code) {
  const std::string text = compact(typed, ".-/()_");
  std::string_view digits = text;
  const bool plus = digits.starts_with('+');
  if (plus) digits.remove_prefix(1);
  if (!all_digits(digits)) return std::nullopt;

  std::optional<std::string> e164;
  if (plus) {
    e164 = international(digits);
  } else if (digits.starts_with("00")) {
    e164 = international(digits.substr(2));
  } else if (digits.starts_with("0") && digits.size() == 10) {
    e164 = national_number(digits, postal_code);
  } else if (digits.starts_with("33") && digits.size() >= 11) {
    e164 = international(digits);
  }
  if (!e164) return std::nullopt;
  return Phone(*std::move(e164));
}

bool Phone::mobile() const {
  const auto number = french(std::string_view(e164_).substr(1));
  if (!number) return false;
  const Range* range = range_of(number->country, number->nine_digits);
  return range != nullptr && range->line == Line::mobile;
}

std::string Phone::national() const {
  const auto number = french(std::string_view(e164_).substr(1));
  if (!number) return e164_;
  std::string text = "0";
  for (std::size_t i = 0; i < number->nine_digits.size(); ++i) {
    if (i % 2 == 1) text += ' ';
    text += number->nine_digits[i];
  }
  return text;
}

}  // namespace base
