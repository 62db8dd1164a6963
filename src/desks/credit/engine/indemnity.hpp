// C25: what the insurer pays for one buyer's default. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "desks/credit/engine/cover.hpp"
#include "desks/credit/engine/disbursement.hpp"

namespace credit::engine {

enum class DefaultCause { insolvency, protracted };  // protracted: in bonis, he simply does not pay

struct IndemnityCase {
  Loss loss;
  base::Money recovered = {};  // before the indemnity
  DefaultCause cause = DefaultCause::protracted;
  base::Money aggregate_used = {};    // losses of the year that the FAG absorbed already
  base::Money indemnities_paid = {};  // of the year
  // What a multiple of the premium is taken of; read only where the policy has such a limit.
  PremiumBasis premium_basis = PremiumBasis::deposits;
  base::Money premium = {};
  std::optional<base::Day> claim_admitted = {};  // for a waiting period counted from there
};

struct Indemnity {
  Cover cover;
  Amount loss;                            // covered, less what recoveries took of it
  Amount absorbed;                        // by the annual aggregate
  Amount indemnity;                       // the last step
  std::optional<Amount> limit_left = {};  // of the limite de décaissement, before this indemnity
  std::optional<Date> payable = {};       // end of the waiting period
  Explanation explanation;
};

// Refused when more was recovered than was owed.
base::Outcome<Indemnity> indemnity(const IndemnityCase& of);

std::span<const base::Rule> indemnity_rules();

}  // namespace credit::engine
