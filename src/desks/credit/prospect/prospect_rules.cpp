#include "desks/credit/prospect/prospect_rules.hpp"

#include <algorithm>

namespace credit::prospect {
namespace {

using blind_test::State;

int* tally_of(Finding& finding, State state) {
  switch (state) {
    case State::granted:
      return &finding.in_full;
    case State::partial:
      return &finding.in_part;
    case State::insolvency_only:
      return &finding.insolvency_only;
    case State::refused:
      return &finding.refused;
    case State::not_asked:
    case State::pending:
    case State::expired:
    case State::declined:
      break;
  }
  return nullptr;  // no word that is valid
}

Grade grade_of(const Finding& finding) {
  if (finding.valid() == 0) return Grade::none;
  if (finding.in_full == finding.valid()) return Grade::a;
  if (finding.in_full > 0) return Grade::b;
  if (finding.in_part > 0) return Grade::c;
  return finding.insolvency_only > 0 ? Grade::d : Grade::e;
}

}  // namespace

std::string_view label(Grade grade) {
  constexpr std::string_view labels[] = {"non connue", "A", "B", "C", "D", "E"};
  return labels[static_cast<std::size_t>(grade)];
}

UnderPolicy under_policy(const Finding& finding, std::string_view insurer, base::Money unnamed_limit, base::Day today) {
  using Cover = UnderPolicy::Cover;
  const auto unnamed = unnamed_limit.cents > 0 ? UnderPolicy{Cover::unnamed, unnamed_limit} : UnderPolicy{};
  const auto word = std::find_if(finding.last_words.begin(), finding.last_words.end(),
                                 [&](const KnownAnswer& known) { return known.insurer == insurer; });
  if (word == finding.last_words.end()) return unnamed;
  switch (blind_test::state_of(word->answer, word->asked, today)) {
    case State::granted:
    case State::partial:
      return {Cover::named, word->answer.amount, *word};
    case State::insolvency_only:
      return {Cover::insolvency_only, word->answer.amount, *word};
    case State::refused:
      return {Cover::refused, {}, *word};
    case State::expired:
      return {Cover::over, {}, *word};
    case State::not_asked:
    case State::pending:
    case State::declined:
      break;
  }
  return unnamed;
}

Finding finding_of(std::vector<KnownAnswer> answers, base::Day today) {
  Finding finding;
  for (auto& known : answers) {
    const bool seen = std::any_of(finding.last_words.begin(), finding.last_words.end(),
                                  [&](const KnownAnswer& earlier) { return earlier.insurer == known.insurer; });
    if (seen) continue;
    const auto state = blind_test::state_of(known.answer, known.asked, today);
    if (state == blind_test::State::granted || state == blind_test::State::partial)
      finding.available = std::max(finding.available.value_or(base::Money{}), known.answer.amount);
    if (int* tally = tally_of(finding, state)) ++*tally;
    finding.last_words.push_back(std::move(known));
  }
  finding.grade = grade_of(finding);
  return finding;
}

}  // namespace credit::prospect
