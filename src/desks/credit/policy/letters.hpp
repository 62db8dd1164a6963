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
void code(platform::Act& act, const placement::Placement& placement, const Signature& signature, links::LinkId code);
void signed_(platform::Act& act, const placement::Placement& placement, const Policy& policy);
void refused(platform::Act& act, const placement::Placement& placement, const Policy& policy);
void lapsed(platform::Act& act, const placement::Placement& placement, const Policy& policy);
void declare(platform::Act& act, const placement::Placement& placement, const Policy& policy,
             const engine::Declaration& declaration);
// By the insured, to the broker.
void turnover_declared(platform::Act& act, const placement::Placement& placement, const Policy& policy,
                       const engine::Declaration& period, base::Money turnover);

}  // namespace credit::policy::letters
