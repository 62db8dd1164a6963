#include "desks/credit/policy/policy_rules.hpp"

#include <algorithm>

#include "desks/credit/engine/regularisation.hpp"
#include "desks/credit/insurer/insurer_words.hpp"

namespace credit::policy {

base::Instant signature_due(base::Instant sent) {
  return base::paris::start_of(base::paris::day_of(sent) + days_to_sign.value() + 1);
}

SignatureReminders signature_reminders(base::Instant sent) {
  const auto day = base::paris::day_of(sent);
  const auto on = [](base::Day when) { return base::paris::at(when, reminded_at_hour.value(), 0); };
  return {on(day + first_signature_reminder.value()),
          on(day + (days_to_sign.value() - last_signature_reminder.value()))};
}

bool may_have_been_signed_on(base::Day day, base::Day accepted, base::Day today) {
  return day >= accepted && day <= today;
}

CodeStanding standing_of(const CodeSent& code, base::Instant now) {
  if (!code.at) return CodeStanding::none;
  if (now >= *code.at + code_validity.value()) return CodeStanding::stale;
  return code.tries >= code_tries.value() ? CodeStanding::spent : CodeStanding::usable;
}

bool may_sign_on(std::optional<base::Instant> verified, base::Instant now) {
  return verified && now >= *verified && now < *verified + signing_time.value();
}

std::vector<OnboardingStep> onboarding(const engine::Terms& terms, base::Day effect, base::Day signed_on) {
  const auto from = std::max(effect, signed_on);
  std::vector<OnboardingStep> steps{{Item::portal, from + portal_days.value()},
                                    {Item::limits, from + training_days.value()},
                                    {Item::prospects, from + training_days.value()}};
  const auto declared = engine::declarations(terms, effect);
  if (!declared.empty()) steps.push_back({Item::declarations, declared.front().due});
  steps.push_back({Item::claims, from + training_days.value()});
  return steps;
}

OnboardingDelay onboarding_delay(base::Day last) {
  return {base::paris::at(last - onboarding_reminded.value(), reminded_at_hour.value(), 0),
          base::paris::start_of(last + 1)};
}

std::string consent_text(const std::string& number, const std::string& insurer) {
  return "J’ai lu la police n° " + number + " " + of_insurer(insurer) +
         " et je la signe électroniquement. Cette signature m’engage au même titre qu’une signature manuscrite "
         "(articles 1366 et 1367 du Code civil).";
}

std::string masked_phone(const std::string& national) {
  if (national.size() < 4) return "••";
  return national.substr(0, 2) + " •• •• •• " + national.substr(national.size() - 2);
}

std::string masked_email(const std::string& email) {
  const auto at = email.find('@');
  if (at == std::string::npos || at == 0) return "•••";
  return email.substr(0, 1) + "•••" + email.substr(at);
}

}  // namespace credit::policy
