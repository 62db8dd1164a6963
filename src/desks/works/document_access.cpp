#include "desks/works/document_access.hpp"

#include <algorithm>
#include <unordered_map>

#include "desks/works/claim/claim.hpp"
#include "desks/works/mandate/job_view.hpp"
#include "desks/works/mandate/mandate.hpp"

namespace works {

bool may_see_document(db::Transaction& tx, const documents::Document& document, const identity::Actor& actor) {
  const ClaimId claim{document.file.id};
  if (claim::find(tx, claim, actor)) return true;
  if (!actor.is(identity::OrganisationKind::tradesman)) return false;
  const auto mandates = mandate::of_claim(tx, claim);
  return std::any_of(mandates.begin(), mandates.end(), [&](const mandate::Mandate& mandate) {
    return mandate.tradesman == actor.organisation && mandate::shown_to_firm(document, mandate);
  });
}

std::vector<bool> may_read_messages(db::Transaction& tx, std::span<const visit::Written> written,
                                    const identity::Actor& actor) {
  // A claim leaves its broker never, a firm it may: only who is a firm is looked up.
  if (!actor.is(identity::OrganisationKind::tradesman)) return std::vector<bool>(written.size(), true);
  std::vector<ClaimId> claims;
  for (const auto& one : written) claims.push_back({one.file.id});
  std::unordered_set<ClaimId> own;
  if (actor.is(identity::OrganisationKind::broker)) own = claim::owned_by(tx, actor.organisation, claims);
  std::unordered_multimap<ClaimId, mandate::Mandate> mandates;
  for (auto& mandate : mandate::of_tradesman(tx, actor.organisation, claims)) mandates.emplace(mandate.claim, mandate);
  std::vector<bool> readable;
  for (const auto& one : written) {
    const auto [first, last] = mandates.equal_range({one.file.id});
    readable.push_back(own.contains({one.file.id}) || std::any_of(first, last, [&](const auto& entry) {
                         const mandate::Mandate& mandate = entry.second;
                         return !mandate.ended_at || mandate::shows_contact_details(mandate.state) ||
                                one.at >= *mandate.ended_at;
                       }));
  }
  return readable;
}

}  // namespace works
