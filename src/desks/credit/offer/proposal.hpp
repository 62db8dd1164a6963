// What the client was given when an offer was proposed to him: the papers as they were then, and his receipt (C36).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rule.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/offer/offer.hpp"
#include "floor/documents/documents.hpp"

namespace credit::offer {

inline constexpr base::Rule proposal_rules[] = {
    MANDAT_RULE("C36.kept",
                "The advice and the comparison that the client is given are kept as he was given them, each named by "
                "its SHA-256; what he acknowledges is that paper, and it stays readable after his answer"),
};

using ProposalId = base::Id<struct ProposalTag>;

struct Proposal {
  ProposalId id;
  PlacementId placement;
  OfferId offer;
  base::Instant proposed_at;
  documents::DocumentId advice, comparison;
  std::string advice_hash, comparison_hash;  // SHA-256, hex
  std::optional<base::Instant> acknowledged_at = {};
  std::string acknowledged_by = {};
};

// Store
void insert(db::Transaction& tx, const Proposal& proposal);
void note_receipt(db::Transaction& tx, ProposalId id, std::string_view by, base::Instant at);
std::optional<Proposal> latest_proposal(db::Transaction& tx, OfferId offer);
std::vector<Proposal> proposals_of(db::Transaction& tx, PlacementId placement);  // oldest first

// Drawn and stored, named by no row yet; what they were drawn of is looked at again in the act that proposes.
struct GivenPapers {
  documents::Prepared advice, comparison;
  acceptance::AdviceFile drawn_of;
  int round;  // of the offer
};
base::Outcome<GivenPapers> draw_papers(platform::Platform& platform, const identity::Actor& broker, OfferId id);
Proposal keep_papers(platform::Act& act, const Offer& offer, const GivenPapers& papers);

}  // namespace credit::offer
