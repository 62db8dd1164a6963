// Values as people type them in the desk's forms; each refusal stands beside its field.
#pragma once

#include <optional>
#include <string>

#include "base/money.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "web/http.hpp"

namespace works::typed {

inline constexpr base::RefusalCode bad_amount{base::RefusalKind::invalid, "works.typed.bad_amount"};
inline constexpr base::RefusalCode amount_required{base::RefusalKind::invalid, "works.typed.amount_required"};
inline constexpr base::RefusalCode bad_day{base::RefusalKind::invalid, "works.typed.bad_day"};
inline constexpr base::RefusalCode choice_missing{base::RefusalKind::invalid, "works.typed.choice_missing"};
inline constexpr base::RefusalCode file_missing{base::RefusalKind::invalid, "works.typed.file_missing"};

// Null when the field is empty, or wrong: then a refusal was added.
std::optional<base::Money> optional_amount(const web::Fields& form, const std::string& field, base::Refusals& refusals);
std::optional<base::Day> optional_day(const web::Fields& form, const std::string& field, base::Refusals& refusals);
// Null, with a refusal, unless an amount above zero was typed.
std::optional<base::Money> positive_amount(const web::Fields& form, const std::string& field, base::Refusals& refusals);

// The file chosen in that field. Null, with a refusal, when there is none.
const web::UploadedFile* file_of(const web::Request& request, const std::string& field, base::Refusals& refusals);

}  // namespace works::typed
