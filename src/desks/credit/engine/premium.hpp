// C14, C15: the premium of a year, its tax and the fees. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/explanation.hpp"
#include "desks/credit/engine/terms.hpp"

namespace credit::engine {

enum class Zone { domestic, abroad };  // abroad: exempt from the insurance tax
std::string_view to_text(Zone zone);
std::string_view label(Zone zone);

struct PremiumLine {
  std::string name;
  Zone zone = Zone::domestic;
  base::Rate rate = {};  // not read for a forfait
  base::Money insurable_turnover;
};

// A fee per limit, for monitoring…: carries VAT, not the insurance tax.
struct Fee {
  std::string name;
  std::int64_t count = 1;
  base::Money unit;  // HT
};

struct PremiumCase {
  Terms terms;
  std::vector<PremiumLine> lines;  // a forfait may have none: then it is domestic
  std::vector<Fee> fees = {};
};

struct PremiumLineDue {
  std::string name;
  Zone zone;
  Amount due;  // HT
};

struct Premium {
  std::vector<PremiumLineDue> lines;
  Amount calculated;  // Σ rate × insurable turnover, or the forfait's fixed premium
  Amount premium;     // HT: max(minimum, calculated)
  Amount taxable;     // its domestic part
  Amount tax;
  Amount fees;  // HT
  Amount fee_vat;
  Amount total;                              // all that is to be paid
  std::optional<Amount> above_ceiling = {};  // forfait: turnover beyond what the fixed premium covers
  Explanation explanation;
};

base::Outcome<Premium> premium(const PremiumCase& of);

std::span<const base::Rule> premium_rules();

// For engines that go on from there.
base::Refusals faults(const PremiumCase& of);
Premium premium_on(Worksheet& sheet, const PremiumCase& of);  // the case has no faults; explanation is left empty

}  // namespace credit::engine
