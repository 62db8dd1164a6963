// The papers of a policy: drawn from the accepted offer, and the evidence of its signature (C10, C11).
#pragma once

#include <string>
#include <vector>

#include "desks/credit/offer/offer.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/policy/policy.hpp"

namespace credit::policy {

struct NamedLimit {
  std::string name, country, identifier;
  base::Money limit;
  std::string conditions;
  std::optional<base::Day> valid_until = {};  // last day
  enum class Standing { in_force, ended } standing = Standing::in_force;
};
// What the insurer granted, over all blind tests, largest first; limits that have ended stay on it (C9.stale_limits).
std::vector<NamedLimit> limits_of(db::Transaction& tx, PlacementId id, const std::string& insurer, base::Day today);

// What the drawn policy stands on.
struct Terms {
  placement::Placement placement;
  offer::Offer offer;
  offer::Quote quote;
  std::vector<NamedLimit> limits;
  std::string broker;
};
std::optional<Terms> terms_of(db::Transaction& tx, PlacementId id, const identity::Actor& actor, base::Day today);
std::string policy_pdf(const Terms& terms, const std::string& number, base::Instant now);

struct Evidence {
  const placement::Placement& placement;
  const Policy& policy;
  const Signature& signature;  // verified
  std::string broker;
  std::string document_name, sealed_hash;
  base::Instant signed_at;
  std::string from;
};
std::string evidence_pdf(const Evidence& evidence);

}  // namespace credit::policy
