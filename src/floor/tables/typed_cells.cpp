#include "floor/tables/typed_cells.hpp"

#include <array>
#include <charconv>
#include <string>

#include "base/text.hpp"
#include "base/typed_text.hpp"

namespace tables {
namespace {

std::optional<int> small_number(std::string_view text) {
  constexpr std::size_t longest = 4;
  if (!base::all_digits(text) || text.size() > longest) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int full_year(int year, std::size_t digits) {
  constexpr int last_of_this_century = 49;
  if (digits != 2) return year;
  return year <= last_of_this_century ? 2000 + year : 1900 + year;
}

// Digits and how many of them are decimals, of "0,25" or "0.25".
struct Decimal {
  std::int64_t digits;
  std::size_t decimals;
};
std::optional<Decimal> decimal_of(std::string_view text) {
  constexpr std::size_t longest = 17;
  const std::size_t mark = text.find_first_of(",.");
  const std::string_view whole = text.substr(0, mark);
  const std::string_view decimals = mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
  const bool sound = base::all_digits(whole) && (mark == std::string_view::npos || base::all_digits(decimals));
  if (!sound || whole.size() + decimals.size() > longest) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : std::string(whole) + std::string(decimals)) value = value * 10 + (c - '0');
  return Decimal{value, decimals.size()};
}

}  // namespace

std::optional<base::Day> parse_day(std::string_view typed) {
  std::string_view text = base::trim(typed);
  text = text.substr(0, text.find_first_of(" T"));
  const std::size_t mark = text.find_first_of("/-.");
  if (mark == std::string_view::npos) return std::nullopt;
  const auto parts = base::split(text, text[mark]);
  if (parts.size() != 3) return std::nullopt;
  std::array<int, 3> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto number = small_number(parts[i]);
    if (!number) return std::nullopt;
    numbers[i] = *number;
  }
  if (parts[0].size() == 4) return base::Day::of(numbers[0], numbers[1], numbers[2]);
  const bool french = parts[0].size() <= 2 && parts[1].size() <= 2 && (parts[2].size() == 4 || parts[2].size() == 2);
  if (!french) return std::nullopt;
  return base::Day::of(full_year(numbers[2], parts[2].size()), numbers[1], numbers[0]);
}

std::optional<std::int64_t> parse_count(std::string_view typed) {
  const std::string text = base::compact(typed, ".");
  constexpr std::size_t longest = 15;
  if (!base::all_digits(text) || text.size() > longest) return std::nullopt;
  // A dot that does not part thousands is a decimal one.
  if (const std::size_t dot = typed.find('.'); dot != std::string_view::npos)
    if (typed.size() - dot != 4 && typed.find('.', dot + 1) == std::string_view::npos) return std::nullopt;
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<base::Rate> parse_percent(std::string_view typed) {
  std::string text = base::compact(typed);
  if (text.ends_with('%')) text.pop_back();
  const auto decimal = decimal_of(text);
  constexpr std::size_t places = 6;  // of a percent: a Rate counts 10^-8
  constexpr std::int64_t most = 1000 * 1'000'000;
  if (!decimal || decimal->decimals > places || decimal->digits > most) return std::nullopt;
  std::int64_t rate = decimal->digits;
  for (std::size_t i = decimal->decimals; i < places; ++i) {
    rate *= 10;
    if (rate > most) return std::nullopt;
  }
  return base::Rate{rate};
}

std::optional<base::Money> money_of_decimal(std::string_view decimal) {
  const std::size_t dot = decimal.find('.');
  const std::string_view whole = decimal.substr(0, dot);
  std::string decimals(dot == std::string_view::npos ? std::string_view() : decimal.substr(dot + 1));
  decimals.resize(3, '0');  // the third decides; a stored number has 15 digits at most
  constexpr std::size_t longest = 11;
  if (!base::all_digits(whole) || !base::all_digits(decimals) || whole.size() > longest) return std::nullopt;
  std::int64_t mills = 0;
  for (const char c : std::string(whole) + decimals) mills = mills * 10 + (c - '0');
  const base::Money amount{(mills + 5) / 10};
  return amount > base::Money::euros(10'000'000'000) ? std::nullopt : std::optional(amount);
}

}  // namespace tables
