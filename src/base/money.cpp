#include "base/money.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/assert.hpp"
#include "base/typed_text.hpp"

namespace base {
namespace {

__extension__ typedef __int128 Wide;

constexpr std::int64_t rate_unit = 100'000'000;
constexpr std::int64_t largest_typed = 1'000'000'000'000;  // 10 billion euros, in cents

std::int64_t narrow(Wide value) {
  MANDAT_ASSERT(value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max());
  return static_cast<std::int64_t>(value);
}

// Every kind of blank made a space, blanks at the ends and the currency taken away.
std::string plain_amount(std::string_view typed) {
  std::string plain;
  for (std::size_t at = 0; at < typed.size();) {
    const CodePoint c = decode_utf8(typed, at);
    is_blank(c.value) ? void(plain += ' ') : void(plain.append(typed, at, c.length));
    at += c.length;
  }
  constexpr std::string_view euro = "€";
  const auto strip_blanks = [&plain] {
    plain.erase(0, plain.find_first_not_of(' '));
    plain.erase(plain.find_last_not_of(' ') + 1);
  };
  strip_blanks();
  if (plain.ends_with(euro)) plain.erase(plain.size() - euro.size());
  strip_blanks();
  return plain;
}

// "1234", "1 234", "1.234.567": one run of digits, or a first group of 1 to 3 (not led by 0) and groups of 3, all
// parted by the same sign. Its digits alone; null when it is not written so.
std::optional<std::string> ungrouped(std::string_view text) {
  if (all_digits(text)) return std::string(text);
  const std::size_t first = text.find_first_of(" .");
  if (first == 0 || first > 3 || first == std::string_view::npos || text[0] == '0') return std::nullopt;
  std::string digits(text.substr(0, first));
  for (std::size_t at = first; at < text.size(); at += 4) {
    if (text[at] != text[first] || text.size() - at < 4) return std::nullopt;
    digits += text.substr(at + 1, 3);
  }
  if (!all_digits(digits)) return std::nullopt;
  return digits;
}

// Where the decimals begin: at the comma, or at the only dot. A dot before exactly three digits groups thousands, as
// French readers take it.
std::size_t decimal_sign(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma != std::string_view::npos) return comma;
  const std::size_t dot = text.find('.');
  const bool groups = dot != text.rfind('.') || text.size() - dot == 4;
  return groups ? std::string_view::npos : dot;
}

}  // namespace

Money Money::operator-() const { return Money{} -= *this; }

Money& Money::operator+=(Money other) {
  MANDAT_ASSERT(!__builtin_add_overflow(cents, other.cents, &cents));
  return *this;
}

Money& Money::operator-=(Money other) {
  MANDAT_ASSERT(!__builtin_sub_overflow(cents, other.cents, &cents));
  return *this;
}

Money apply(Rate rate, Money amount) {
  const Wide product = static_cast<Wide>(amount.cents) * rate.e8;
  const Wide half = product < 0 ? -rate_unit / 2 : rate_unit / 2;
  return Money{narrow((product + half) / rate_unit)};
}

std::vector<Money> split(Money total, std::span<const std::int64_t> weights) {
  Wide sum = 0;
  for (const std::int64_t weight : weights) {
    MANDAT_ASSERT(weight >= 0);
    sum += weight;
  }
  MANDAT_ASSERT(sum > 0);

  const Wide sign = total.cents < 0 ? -1 : 1;
  const Wide amount = sign * total.cents;
  std::vector<Wide> shares(weights.size());
  std::vector<Wide> remainders(weights.size());
  Wide left = amount;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    shares[i] = amount * weights[i] / sum;
    remainders[i] = amount * weights[i] % sum;
    left -= shares[i];
  }

  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++shares[order[i]];

  std::vector<Money> result(weights.size());
  std::transform(shares.begin(), shares.end(), result.begin(), [&](Wide share) { return Money{narrow(sign * share)}; });
  return result;
}

std::optional<Money> parse_money(std::string_view typed) {
  const std::string plain = plain_amount(typed);
  const std::string_view text = plain;
  const std::size_t sign = decimal_sign(text);
  const auto whole = ungrouped(text.substr(0, sign));
  if (!whole || whole->size() > 18) return std::nullopt;

  std::string decimals = "00";
  if (sign != std::string_view::npos) {
    decimals = text.substr(sign + 1);
    if (!all_digits(decimals) || decimals.size() > 2) return std::nullopt;
    decimals.resize(2, '0');
  }
  Wide cents = 0;
  for (const char digit : *whole + decimals) cents = cents * 10 + (digit - '0');
  if (cents > largest_typed) return std::nullopt;
  return Money{narrow(cents)};
}

}  // namespace base
