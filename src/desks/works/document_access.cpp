#include "desks/works/document_access.hpp"

#include <algorithm>

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

bool may_read_message(db::Transaction& tx, const platform::FileRef& file, base::Instant written,
                      const identity::Actor& actor) {
  // A claim leaves its broker never, a firm it may: only who is a firm is looked up.
  if (!actor.is(identity::OrganisationKind::tradesman)) return true;
  const ClaimId claim{file.id};
  if (actor.is(identity::OrganisationKind::broker) && claim::find(tx, claim, actor)) return true;
  const auto mandates = mandate::of_claim(tx, claim);
  return std::any_of(mandates.begin(), mandates.end(), [&](const mandate::Mandate& mandate) {
    if (mandate.tradesman != actor.organisation) return false;
    return !mandate.ended_at || mandate::shows_contact_details(mandate.state) || written >= *mandate.ended_at;
  });
}

}  // namespace works
