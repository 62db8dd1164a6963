// How a grid is read as it is typed, which version is in force, and how two versions differ (M26, M27). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/motor/rates/rates.hpp"

namespace motor::rates {

inline constexpr base::Rule rate_rules[] = {
    MANDAT_RULE("M26",
                "A grid HT has the companies of the source and those a repairer adds by name; T and M in € an hour, "
                "paint in €, discounts in %"),
    MANDAT_RULE("M26.typed",
                "A cell holds a number of two decimals at most, a discount at most 100; anything else is "
                "refused beside its cell, with all else kept"),
    MANDAT_RULE("M27", "Each sending is a version that nothing changes; a cell left empty is not 0"),
    MANDAT_RULE("M27.in_force",
                "On a day counts the version for the make and the place, else for the make, else for the "
                "place, else for all; of those the last effective, then the last sent"),
    MANDAT_RULE("M27.effective", "A version takes effect on the day it is sent or later"),
    MANDAT_RULE("M27.receipt", "Each firm of a confirmed attachment sees the version and acknowledges it, once"),
};

inline constexpr base::Figure<int> highest_rate{"M26.highest_rate", 1000};  // €/h or € HT
inline constexpr base::Figure<int> most_companies{"M26.most_companies", 40};
inline constexpr base::Figure<int> longest_company{"M26.longest_company", 60};  // characters

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode bad_price{RefusalKind::invalid, "motor.rates.bad_price"};              // {0}: as typed
inline constexpr RefusalCode letter_for_zero{RefusalKind::invalid, "motor.rates.letter_for_zero"};  // {0}: as typed
inline constexpr RefusalCode too_high{RefusalKind::invalid, "motor.rates.too_high"};                // {0}: the highest
inline constexpr RefusalCode empty_grid{RefusalKind::invalid, "motor.rates.empty_grid"};
inline constexpr RefusalCode company_missing{RefusalKind::invalid, "motor.rates.company_missing"};
inline constexpr RefusalCode company_twice{RefusalKind::invalid, "motor.rates.company_twice"};  // {0}: the company
inline constexpr RefusalCode company_too_long{RefusalKind::invalid, "motor.rates.company_too_long"};
inline constexpr RefusalCode too_many_companies{RefusalKind::invalid, "motor.rates.too_many_companies"};
inline constexpr RefusalCode bad_day{RefusalKind::invalid, "motor.rates.bad_day"};
inline constexpr RefusalCode day_over{RefusalKind::invalid, "motor.rates.day_over"};
inline constexpr RefusalCode make_too_long{RefusalKind::invalid, "motor.rates.make_too_long"};
inline constexpr RefusalCode unknown_place{RefusalKind::invalid, "motor.rates.unknown_place"};

// Null for an empty cell, or a wrong one: then a refusal beside `field` was added.
std::optional<Price> read_price(std::string_view typed, Unit unit, const std::string& field, base::Refusals& refusals);

// A grid as typed: a company a row, a text a cell.
struct TypedRow {
  std::string company;
  std::array<std::string, column_count> cells = {};
  std::string agreement = {};
};
std::string cell_field(std::size_t row, Column column);  // "3-t1": names of the form's fields
std::string company_field(std::size_t row);              // "3-company"
std::string agreement_field(std::size_t row);            // "3-agreement"
inline constexpr std::string_view added_company_field = "added_company";

base::Outcome<std::vector<Line>> read_grid(const std::vector<TypedRow>& rows);
// The name of a company to add to those rows.
base::Outcome<std::string> read_added_company(std::string_view typed, const std::vector<TypedRow>& rows);

// M27.effective: an empty day is today.
base::Outcome<base::Day> read_effective_day(std::string_view typed, base::Day today);

struct Asked {
  std::string make;
  identity::EstablishmentId establishment;
  base::Day on;
};
// The one of a repairer's versions that counts; null when none does.
const Version* in_force(const std::vector<Version>& versions, const Asked& asked);
bool same_make(std::string_view a, std::string_view b);  // however written

// Two versions side by side: the companies of both, in the order of the later one.
struct Difference {
  std::string company;
  const Line* before;  // null: the company was added
  const Line* after;   // null: it was taken away
  bool differs(Column column) const;
  bool agreement_differs() const;
  bool any() const;
};
std::vector<Difference> compare(const Version& before, const Version& after);

// The line that counts for an insurer: the one of its name, else PUBLIC; null when the grid has neither.
const Line* line_for(const Version& version, std::string_view insurer);

}  // namespace motor::rates
