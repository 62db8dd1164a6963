#include "desks/motor/document/turn_rules.hpp"

#include <algorithm>

namespace motor::document {
namespace {

// The latest of each kind: what came again takes the place of what was refused.
std::vector<Answer> latest_of_each(const std::vector<Answer>& sent) {
  std::vector<Answer> latest;
  for (const Answer& answer : sent) {
    const auto same =
        std::find_if(latest.begin(), latest.end(), [&](const Answer& other) { return other.kind == answer.kind; });
    if (same == latest.end())
      latest.push_back(answer);
    else
      *same = answer;
  }
  return latest;
}

}  // namespace

Turn turn_of_documents(const std::vector<Answer>& sent) {
  const auto latest = latest_of_each(sent);
  const auto any = [&](Verdict verdict) {
    return std::any_of(latest.begin(), latest.end(),
                       [verdict](const Answer& answer) { return answer.verdict == verdict; });
  };
  if (latest.empty() || any(Verdict::non_compliant)) return Turn::repairer;
  return any(Verdict::none) ? Turn::firm : Turn::settled;
}

Turn turn_of_invoice(const std::vector<Answer>& sent) {
  const auto last =
      std::find_if(sent.rbegin(), sent.rend(), [](const Answer& answer) { return answer.kind == Kind::invoice; });
  return last != sent.rend() && last->verdict == Verdict::none ? Turn::firm : Turn::repairer;
}

}  // namespace motor::document
