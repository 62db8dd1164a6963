// Euro amounts in integer cents, rates in exact decimals (P8). No floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// Exact decimal in units of 10^-8 (20 % = 20 000 000); stored as BIGINT.
struct Rate {
  std::int64_t e8 = 0;

  static constexpr Rate percent(std::int64_t p) { return {p * 1'000'000}; }
  static constexpr Rate basis_points(std::int64_t bp) { return {bp * 10'000}; }
  friend constexpr auto operator<=>(const Rate&, const Rate&) = default;
};

// Integer cents, may be negative; stored as BIGINT. Overflow is a bug and asserts.
struct Money {
  std::int64_t cents = 0;

  static constexpr Money euros(std::int64_t e) { return {e * 100}; }
  Money operator-() const;
  Money& operator+=(Money other);
  Money& operator-=(Money other);
  friend Money operator+(Money a, Money b) { return a += b; }
  friend Money operator-(Money a, Money b) { return a -= b; }
  friend constexpr auto operator<=>(const Money&, const Money&) = default;
};

// amount × rate, rounded half away from zero to the cent: once per contractual amount (P8).
Money apply(Rate rate, Money amount);

// Shares of `total` in proportion to `weights` (none negative, sum > 0), by largest remainder (ties: the earlier one);
// the shares add up to `total` exactly.
std::vector<Money> split(Money total, std::span<const std::int64_t> weights);

// What a person types: "1 234,50", "1234.5", "1.234,50 €", "12". A dot before three digits groups thousands ("1.234" is
// 1 234 €). Null when it is no amount, is negative, has more than two decimals, or lies above 10 billion euros.
std::optional<Money> parse_money(std::string_view typed);

}  // namespace base
