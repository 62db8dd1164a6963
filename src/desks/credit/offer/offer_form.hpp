// The form of one round of an offer: what was typed, read whole or refused beside its fields.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/outcome.hpp"
#include "base/time.hpp"
#include "desks/credit/offer/quote.hpp"
#include "web/http.hpp"

namespace credit::offer {

inline constexpr base::RefusalCode bad_amount{base::RefusalKind::invalid, "credit.offer.bad_amount"};
inline constexpr base::RefusalCode bad_percent{base::RefusalKind::invalid, "credit.offer.bad_percent"};
inline constexpr base::RefusalCode bad_count{base::RefusalKind::invalid, "credit.offer.bad_count"};
inline constexpr base::RefusalCode choice_missing{base::RefusalKind::invalid, "credit.offer.choice_missing"};
inline constexpr base::RefusalCode bad_issue_day{base::RefusalKind::invalid, "credit.offer.bad_issue_day"};
inline constexpr base::RefusalCode bad_last_day{base::RefusalKind::invalid, "credit.offer.bad_last_day"};
inline constexpr base::RefusalCode line_name_missing{base::RefusalKind::invalid, "credit.offer.line_name_missing"};
inline constexpr base::RefusalCode turnover_missing{base::RefusalKind::invalid, "credit.offer.turnover_missing"};
inline constexpr base::RefusalCode note_too_long{base::RefusalKind::invalid, "credit.offer.note_too_long"};  // {0}

inline constexpr int line_rows = 4;  // of the form
inline constexpr int fee_rows = 3;
inline constexpr std::size_t longest_note = 1000;  // characters
inline constexpr std::size_t longest_name = 60;

struct TypedRound {
  base::Day issued;
  std::optional<base::Day> last_day = {};
  std::string note;
  Quote quote;
};
base::Outcome<TypedRound> read_round(const web::Fields& form, base::Day today);

// "2026-11-27" and "09:30" in Paris; null when either does not read.
std::optional<base::Instant> typed_instant(std::string_view day, std::string_view time);

// The same fields as a form would hold them.
using Pairs = std::vector<std::pair<std::string, std::string>>;
Pairs pairs_of(const Quote& quote);

}  // namespace credit::offer
