// What a visitor types into a calculator: the fields of its address. An address without them is opened anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/money.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "web/http.hpp"

namespace credit::calculators {

inline constexpr base::RefusalCode bad_amount{base::RefusalKind::invalid, "credit.calculators.bad_amount"};
inline constexpr base::RefusalCode bad_rate{base::RefusalKind::invalid, "credit.calculators.bad_rate"};
inline constexpr base::RefusalCode bad_days{base::RefusalKind::invalid, "credit.calculators.bad_days"};
inline constexpr base::RefusalCode bad_day{base::RefusalKind::invalid, "credit.calculators.bad_day"};
inline constexpr base::RefusalCode too_long{base::RefusalKind::invalid, "credit.calculators.too_long"};  // {0}
inline constexpr base::RefusalCode missing{base::RefusalKind::invalid, "credit.calculators.missing"};

// "5", "0,25", "0.25 %", with blanks of any kind; a percentage. At most six decimals and 1 000 %.
std::optional<base::Rate> parse_percent(std::string_view typed);

// The field, or zero with a refusal.
base::Money typed_amount(const web::Fields& fields, const std::string& field, base::Refusals& refusals);
base::Rate typed_percent(const web::Fields& fields, const std::string& field, base::Refusals& refusals);
int typed_days(const web::Fields& fields, const std::string& field, base::Refusals& refusals);  // a whole number
base::Day typed_day(const web::Fields& fields, const std::string& field, base::Refusals& refusals);
std::optional<base::Day> typed_day_if_any(const web::Fields& fields, const std::string& field,
                                          base::Refusals& refusals);

}  // namespace credit::calculators
