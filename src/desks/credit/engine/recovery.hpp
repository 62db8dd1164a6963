// C26: who receives what is recovered after the indemnity. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/explanation.hpp"
#include "desks/credit/engine/indemnity.hpp"

namespace credit::engine {

// What was still owed on an invoice when the indemnity was paid; read when the oldest invoice is paid first.
struct IndemnifiedInvoice {
  std::string reference;
  base::Money outstanding;
  base::Money indemnity;  // the part of it that fell to this invoice
};

struct RecoveryCase {
  RecoveryAllocation allocation = RecoveryAllocation::pro_rata;
  base::Money debt;                               // still owed when the indemnity was paid
  base::Money covered;                            // of it, within the limit; read when the uncovered part comes first
  base::Money indemnity;                          // paid
  std::vector<IndemnifiedInvoice> invoices = {};  // oldest first
  base::Money recovered_earlier = {};             // since the indemnity, before this one
  base::Money recovered;                          // now
};

// What comes back on the only invoice of a claim once its indemnity is paid.
struct RecoveredLater {
  base::Money still_owed;  // when it was paid
  base::Money recovered;   // since
};
RecoveryCase recovery_after(const Indemnity& paid, RecoveryAllocation allocation, const RecoveredLater& later);

struct Recovery {
  Amount insurer;
  Amount insured;  // with the insurer's part: what was recovered, to the cent
  Explanation explanation;
};

// Parts are those of all that was recovered since the indemnity less those of what came earlier: whatever the number of
// payments, the sums are the same.
base::Outcome<Recovery> recovery(const RecoveryCase& of);

std::span<const base::Rule> recovery_rules();

}  // namespace credit::engine
