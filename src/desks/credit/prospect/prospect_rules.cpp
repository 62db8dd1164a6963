#include "desks/credit/prospect/prospect_rules.hpp"

#include <algorithm>

namespace credit::prospect {

Finding finding_of(std::vector<KnownAnswer> answers, base::Day today) {
  Finding finding;
  for (auto& known : answers) {
    const bool seen = std::any_of(finding.last_words.begin(), finding.last_words.end(),
                                  [&](const KnownAnswer& earlier) { return earlier.insurer == known.insurer; });
    if (seen) continue;
    const auto state = blind_test::state_of(known.answer, known.asked, today);
    if (state == blind_test::State::granted || state == blind_test::State::partial)
      finding.available = std::max(finding.available.value_or(base::Money{}), known.answer.amount);
    finding.last_words.push_back(std::move(known));
  }
  return finding;
}

}  // namespace credit::prospect
