// An answer as an underwriter writes it: in the grid, or in the workbook he sends back. Pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "base/outcome.hpp"
#include "desks/credit/blind_test/blind_test.hpp"

namespace credit::blind_test {

inline constexpr base::RefusalCode amount_missing{base::RefusalKind::invalid, "credit.answer.amount_missing"};
inline constexpr base::RefusalCode bad_amount{base::RefusalKind::invalid, "credit.answer.bad_amount"};
inline constexpr base::RefusalCode condition_missing{base::RefusalKind::invalid, "credit.answer.condition_missing"};

struct Choice {
  std::string_view text, label;
};
std::span<const Choice> choices();  // "partly_approved", "Accord partiel"
std::string_view choice_of(const KeptAnswer* answer);
std::string_view label_of_choice(std::string_view text);  // empty for none

struct TypedRow {
  std::string_view choice;  // text of one of choices(); empty: none was made
  std::optional<base::Money> amount;
  std::string_view condition;
};
// Null: nothing answered. Refusals name the field "k", "a" or "c".
base::Outcome<std::optional<Answer>> answer_of(const TypedRow& row, const TestLine& line,
                                               std::optional<base::Day> valid_until);

bool same_words(const Answer& a, const Answer& b);  // but for the validity

}  // namespace credit::blind_test
