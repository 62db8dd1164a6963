#include "desks/credit/placement/correction_rules.hpp"

namespace credit::placement {

bool company_is_fixed(Step step, WaitingFor waiting_for) {
  return step == Step::in_force || (step == Step::signature && waiting_for == WaitingFor::company);
}

bool needs_address(Step step) {
  switch (step) {
    case Step::acceptance:
    case Step::issuance:
    case Step::signature:
    case Step::in_force:
      return true;
    case Step::contact:
    case Step::information:
    case Step::analysis:
    case Step::submission:
    case Step::quotes:
    case Step::presentation:
    case Step::abandoned:
      break;
  }
  return false;
}

}  // namespace credit::placement
