#include "desks/credit/blind_test/typed_answer.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace credit::blind_test {
namespace {

constexpr std::size_t condition_limit = 300;  // characters

constexpr Choice all_choices[] = {
    {"approved", "Accord total"}, {"partly_approved", "Accord partiel"},      {"conditional", "Sous condition"},
    {"refused", "Refus"},         {"insolvency_only", "Insolvabilité seule"}, {"pending", "À l’étude"},
};

bool needs_amount(std::string_view choice) { return choice == "partly_approved" || choice == "conditional"; }

std::string condition_of(std::string_view typed) {
  std::string text = base::squeeze(typed);
  while (base::count_code_points(text) > condition_limit || !base::valid_utf8(text)) text.pop_back();
  return text;
}

}  // namespace

std::span<const Choice> choices() { return all_choices; }

std::string_view choice_of(const KeptAnswer* answer) {
  if (answer == nullptr) return {};
  if (answer->scope == Scope::insolvency_only) return "insolvency_only";
  return to_text(answer->kind);
}

std::string_view label_of_choice(std::string_view text) {
  const auto found = std::find_if(std::begin(all_choices), std::end(all_choices),
                                  [text](const Choice& choice) { return choice.text == text; });
  return found == std::end(all_choices) ? std::string_view() : found->label;
}

base::Outcome<std::optional<Answer>> answer_of(const TypedRow& row, const TestLine& line,
                                               std::optional<base::Day> valid_until) {
  Answer answer{.kind = Kind::approved, .amount = line.asked, .valid_until = valid_until};
  answer.conditions = condition_of(row.condition);
  if (row.choice.empty() && !row.amount) return std::optional<Answer>();
  if (needs_amount(row.choice) && (!row.amount || row.amount->cents == 0))
    return base::Refusal{amount_missing, "a", {line.name}};
  if (row.choice == "conditional" && answer.conditions.empty())
    return base::Refusal{condition_missing, "c", {line.name}};
  if (row.choice == "refused" || row.choice == "pending") {
    answer.kind = row.choice == "refused" ? Kind::refused : Kind::pending;
    answer.amount = {};
    answer.valid_until = std::nullopt;
    return std::optional(answer);
  }
  // An amount alone is an answer: as much as was asked is an approval, less is a part, nothing a refusal.
  if (row.amount) answer.amount = *row.amount;
  if (row.choice == "insolvency_only") answer.scope = Scope::insolvency_only;
  if (row.choice == "approved") answer.amount = std::max(answer.amount, line.asked);
  answer.kind = answer.amount.cents == 0      ? Kind::refused
                : row.choice == "conditional" ? Kind::conditional
                : answer.amount >= line.asked ? Kind::approved
                                              : Kind::partly_approved;
  if (answer.kind == Kind::refused) answer.valid_until = std::nullopt;
  return std::optional(answer);
}

bool same_words(const Answer& a, const Answer& b) {
  return a.kind == b.kind && a.amount == b.amount && a.scope == b.scope && a.conditions == b.conditions;
}

}  // namespace credit::blind_test
