#include "base/identifiers.hpp"

#include <array>

#include "base/text.hpp"
#include "base/typed_text.hpp"

namespace base {
namespace {

// The French numbering plan (Arcep decision 2018-0881): how the nine digits after the country code begin.
struct Region {
  std::string_view postal_codes;
  std::string_view country;
  std::string_view fixed;
  std::string_view mobile;
};

constexpr auto regions = std::to_array<Region>({
    {"", "33", "1 2 3 4 5 9", "6 7"},          // the mainland
    {"971 977 978", "590", "590", "690 691"},  // Guadeloupe, Saint-Martin, Saint-Barthélemy
    {"972", "596", "596", "696 697"},          // Martinique
    {"973", "594", "594", "694"},              // Guyane
    {"974", "262", "262 263", "692 693"},      // Réunion
    {"976", "262", "269", "639"},              // Mayotte
});
constexpr std::string_view mainland = regions.front().country;

// 06 39 98 belongs to no subscriber: Arcep keeps it, like 01 99 00, for works of fiction. Our examples use it.
constexpr std::string_view fiction = "63998";

bool begins_with_one_of(std::string_view text, std::string_view beginnings) {
  const auto list = split(beginnings, ' ');
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view beginning) { return !beginning.empty() && text.starts_with(beginning); });
}

enum class Line { none, fixed, mobile };

Line line_in(std::string_view country, std::string_view nine_digits) {
  for (const Region& region : regions) {
    if (region.country != country) continue;
    if (begins_with_one_of(nine_digits, region.mobile)) return Line::mobile;
    if (begins_with_one_of(nine_digits, region.fixed)) return Line::fixed;
  }
  return Line::none;
}

bool overseas(std::string_view nine_digits) {
  return !nine_digits.starts_with(fiction) && std::any_of(regions.begin(), regions.end(), [&](const Region& region) {
    return region.country != mainland && line_in(region.country, nine_digits) != Line::none;
  });
}

Line line_of(std::string_view country, std::string_view nine_digits) {
  if (nine_digits.size() != 9 || (country == mainland && overseas(nine_digits))) return Line::none;
  return line_in(country, nine_digits);
}

struct FrenchNumber {
  std::string_view country;
  std::string_view nine_digits;
};

// The country code and the rest of an E.164 without its "+"; null when it is of another country.
std::optional<FrenchNumber> french(std::string_view digits) {
  for (const Region& region : regions)
    if (digits.starts_with(region.country)) return FrenchNumber{region.country, digits.substr(region.country.size())};
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
  if (line_of(number->country, rest) == Line::none) return std::nullopt;
  return "+" + std::string(number->country) + std::string(rest);
}

// Ten digits that begin with 0: of the place's own region first, else of the mainland, dialled alike from everywhere.
std::optional<std::string> national_number(std::string_view digits, std::string_view postal_code) {
  const std::string_view rest = digits.substr(1);
  for (const Region& region : regions)
    if (begins_with_one_of(postal_code, region.postal_codes) && line_of(region.country, rest) != Line::none)
      return "+" + std::string(region.country) + std::string(rest);
  if (line_of(mainland, rest) == Line::none) return std::nullopt;
  return "+" + std::string(mainland) + std::string(rest);
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
  return number && line_of(number->country, number->nine_digits) == Line::mobile;
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
