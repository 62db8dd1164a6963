#include "floor/tables/numbers.hpp"

#include <algorithm>
#include <charconv>

#include "base/typed_text.hpp"

namespace tables {
namespace {

constexpr int significant_digits = 15;
constexpr int most_places = 30;

// 0.digits × 10^point
struct Decimal {
  bool negative = false;
  std::string digits;  // no zeros at its ends; empty: zero
  int point = 0;
};

void strip_zeros(Decimal& number) {
  while (!number.digits.empty() && number.digits.back() == '0') number.digits.pop_back();
  const std::size_t leading = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, leading);
  number.point = number.digits.empty() ? 0 : number.point - static_cast<int>(leading);
}

std::optional<int> exponent_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  if (value > 400 || value < -400) return std::nullopt;
  return value;
}

std::optional<Decimal> decimal_of(std::string_view text) {
  Decimal number;
  if (text.starts_with('-') || text.starts_with('+')) {
    number.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t mark = text.find_first_of("eE");
  const auto exponent = mark == std::string_view::npos ? std::optional(0) : exponent_of(text.substr(mark + 1));
  const std::string_view mantissa = text.substr(0, mark);
  const std::size_t dot = mantissa.find('.');
  const std::string_view whole = mantissa.substr(0, dot);
  const std::string_view decimals = dot == std::string_view::npos ? std::string_view() : mantissa.substr(dot + 1);
  const bool sound = (base::all_digits(whole) || (whole.empty() && !decimals.empty())) &&
                     (base::all_digits(decimals) || (decimals.empty() && !whole.empty()));
  if (!exponent || !sound || mantissa.size() > 400) return std::nullopt;
  number.digits = std::string(whole) + std::string(decimals);
  number.point = static_cast<int>(whole.size()) + *exponent;
  strip_zeros(number);
  return number;
}

void round(Decimal& number) {
  if (number.digits.size() <= significant_digits) return;
  const bool up = number.digits[significant_digits] >= '5';
  number.digits.resize(significant_digits);
  if (up) {
    number.digits.insert(number.digits.begin(), '0');
    ++number.point;
    for (std::size_t i = number.digits.size(); i-- > 0;) {
      if (number.digits[i] != '9') {
        ++number.digits[i];
        break;
      }
      number.digits[i] = '0';
    }
  }
  strip_zeros(number);
}

}  // namespace

std::optional<std::string> plain_decimal(std::string_view stored, int shift) {
  auto number = decimal_of(stored);
  if (!number) return std::nullopt;
  number->point += shift;
  round(*number);
  if (number->digits.empty()) return "0";
  const int size = static_cast<int>(number->digits.size());
  if (number->point > most_places || size - number->point > most_places) return std::nullopt;
  std::string text = number->negative ? "-" : "";
  if (number->point <= 0) {
    text += "0.";
    text.append(static_cast<std::size_t>(-number->point), '0');
    return text + number->digits;
  }
  if (number->point >= size)
    return text + number->digits + std::string(static_cast<std::size_t>(number->point - size), '0');
  const auto point = static_cast<std::size_t>(number->point);
  return text + number->digits.substr(0, point) + "." + number->digits.substr(point);
}

std::optional<base::Day> day_of_serial(std::string_view stored, DateSystem system) {
  const auto plain = plain_decimal(stored);
  if (!plain || plain->starts_with('-')) return std::nullopt;
  const std::string_view whole = std::string_view(*plain).substr(0, plain->find('.'));
  int days = 0;
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), days);
  constexpr int end_of_9999 = 2'958'465;  // in the 1900 system
  if (error != std::errc{} || end != whole.data() + whole.size() || days > end_of_9999) return std::nullopt;
  if (system == DateSystem::from_1904) {
    const base::Day day = *base::Day::of(1904, 1, 1) + days;
    return day.year() > 9999 ? std::nullopt : std::optional(day);
  }
  constexpr int believed_in = 60;
  if (days == 0 || days == believed_in) return std::nullopt;
  return *base::Day::of(1899, 12, 31) + (days > believed_in ? days - 1 : days);
}

Shown shown_by(std::string_view format) {
  for (std::size_t at = 0; at < format.size(); ++at) {
    switch (format[at]) {
      case ';':
        return Shown::number;  // of the first section, that of positive numbers
      case '\\':
      case '_':
      case '*':
        ++at;
        break;
      case '"':
        at = std::min(format.find('"', at + 1), format.size());
        break;
      case '[':
        at = std::min(format.find(']', at + 1), format.size());
        break;
      case 'd':
      case 'D':
      case 'y':
      case 'Y':
        return Shown::day;
      case '%':
        return Shown::percentage;
      default:
        break;
    }
  }
  return Shown::number;
}

Shown shown_by_built_in(int format_id) {
  const auto within = [format_id](int first, int last) { return format_id >= first && format_id <= last; };
  if (within(9, 10)) return Shown::percentage;
  const bool day = within(14, 17) || format_id == 22 || within(27, 31) || format_id == 36 || within(50, 58);
  return day ? Shown::day : Shown::number;
}

}  // namespace tables
