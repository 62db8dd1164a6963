// What the administrators' statistics say of a set of requests (W15, W19, W25). Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace works::statistics {

inline constexpr base::Figure<int> most_measures{"W15.most_measures", 20'000};  // of a period, the latest

enum class Outcome { waiting, answered, silent, uncounted };
std::string_view to_text(Outcome outcome);
std::optional<Outcome> outcome_from_text(std::string_view text);

// One trade of one request; times run from the emission of its SMS.
struct Measure {
  std::string trade;
  bool main;  // of several trades of one request, the one it is counted by
  std::string department;
  Outcome outcome;
  std::optional<int> answer_minutes, quote_minutes, closure_minutes;
};

struct Summary {
  int requests = 0, answered = 0, silent = 0, quotes = 0, closures = 0;
  std::optional<int> answer, quote, closure;  // medians, in minutes
  std::optional<base::Rate> answer_rate() const;
};
struct Line {
  std::string key;  // slug of the trade, code of the department
  Summary summary;
};
struct Statistics {
  Summary all;
  std::vector<Line> by_trade, by_department;  // most requests first
};
Statistics reckon(std::span<const Measure> measures);

// The upper of the two middle values of an even number; null: there is none.
std::optional<int> median(std::vector<int> values);

enum class Period { month, quarter, year, this_year, last_year };
inline constexpr Period periods[] = {Period::month, Period::quarter, Period::year, Period::this_year,
                                     Period::last_year};
std::string_view slug(Period period);  // in addresses: "12-mois"
std::optional<Period> period_from_slug(std::string_view text);
std::string_view label(Period period);
// First day and the day after the last, in Paris.
struct Days {
  base::Day first, end;
};
Days days_of(Period period, base::Day today);

std::span<const base::Rule> rules();

}  // namespace works::statistics
