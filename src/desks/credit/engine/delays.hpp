// C16: the delays that the policy counts for one invoice. Pure; the deadline calculus and the indemnity stand on them.
#pragma once

#include <optional>
#include <string>

#include "desks/credit/engine/explanation.hpp"
#include "desks/credit/engine/premium.hpp"
#include "desks/credit/engine/terms.hpp"

namespace credit::engine {

struct InvoiceDays {
  base::Day issued;
  base::Day due;
  // A later day granted to the buyer. Beyond the free extension the insurer must have agreed.
  std::optional<base::Day> extended_to = {};
  enum class Consent { free, agreed } consent = Consent::free;
};

// The last day a due date may be (DMC).
Date last_credit_day(Worksheet& sheet, const Terms& terms, Zone buyer, const Date& issued);
// The extended due date; the due date when there is no extension.
Date extended_due(const InvoiceDays& days);
// The last day for the declaration of threatened loss (DMS).
Date last_threat_day(Worksheet& sheet, const Terms& terms, Zone buyer, const InvoiceDays& days);
// The last day for the claim file (DI), from the DMS made, or from the last day to make it.
Date last_claim_day(Worksheet& sheet, const Terms& terms, const Date& threat_declared);

}  // namespace credit::engine
