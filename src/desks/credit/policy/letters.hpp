// What is written about a policy: to who signs, to the company, to the broker.
#pragma once

#include <string>

#include "desks/credit/engine/regularisation.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/policy/policy.hpp"
#include "floor/platform/act.hpp"

namespace credit::policy::letters {

// The link alone signs nothing: a code goes to the telephone or the address below.
void sign(platform::Act& act, const placement::Placement& placement, const Policy& policy, const Signature& signature,
          const std::string& broker);
void remind_signature(platform::Act& act, const placement::Placement& placement, const Policy& policy,
                      const Signature& signature);
// To the signatory: what he was sent is not to be signed.
void recalled(platform::Act& act, const placement::Placement& placement, const Policy& policy,
              const Signature& signature);
enum class Retracted { by_client, by_insurer };
// To the company: what it had accepted is no more.
void retracted(platform::Act& act, const placement::Placement& placement, const std::string& insurer, Retracted side,
               const std::string& reason);
void code(platform::Act& act, const placement::Placement& placement, const Signature& signature, links::LinkId code);
void signed_(platform::Act& act, const placement::Placement& placement, const Policy& policy);
void refused(platform::Act& act, const placement::Placement& placement, const Policy& policy);
void lapsed(platform::Act& act, const placement::Placement& placement, const Policy& policy);
void declare(platform::Act& act, const placement::Placement& placement, const Policy& policy,
             const engine::Declaration& declaration);
// To the broker, who is to show it: two days before its day, and once that is over (C17.delay).
void remind_onboarding(platform::Act& act, const placement::Placement& placement, const Policy& policy,
                       const OnboardingRow& row);
void onboarding_late(platform::Act& act, const placement::Placement& placement, const Policy& policy,
                     const OnboardingRow& row);
// By the insured, to the broker.
void turnover_declared(platform::Act& act, const placement::Placement& placement, const Policy& policy,
                       const engine::Declaration& period, base::Money turnover);

}  // namespace credit::policy::letters
