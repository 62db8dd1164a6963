// The paper that the client acknowledges: who the broker is, the needs, the reasoned recommendation (C36).
#pragma once

#include <string>

#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/placement/placement.hpp"

namespace credit::acceptance {

struct AdvicePaper {
  const placement::Placement& placement;
  const KeptAdvice& advice;
  const std::string& broker;
  base::Instant now;
};
std::string advice_pdf(const AdvicePaper& paper);

}  // namespace credit::acceptance
