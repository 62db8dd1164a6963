#include "desks/credit/offer/proposal.hpp"

namespace credit::offer {
namespace {

#define PROPOSAL_COLUMNS                                                                               \
  "id, placement_id, offer_id, proposed_at, advice_document_id, advice_hash, comparison_document_id, " \
  "comparison_hash, acknowledged_at, acknowledged_by"

Proposal read(const db::Row& row) {
  return {.id = row.get<ProposalId>(0),
          .placement = row.get<PlacementId>(1),
          .offer = row.get<OfferId>(2),
          .proposed_at = row.get<base::Instant>(3),
          .advice = row.get<documents::DocumentId>(4),
          .comparison = row.get<documents::DocumentId>(6),
          .advice_hash = row.get<std::string>(5),
          .comparison_hash = row.get<std::string>(7),
          .acknowledged_at = row.get<std::optional<base::Instant>>(8),
          .acknowledged_by = row.get<std::string>(9)};
}

}  // namespace

void insert(db::Transaction& tx, const Proposal& proposal) {
  tx.execute(
      "INSERT INTO credit_proposals (id, placement_id, offer_id, proposed_at, advice_document_id, advice_hash, "
      "comparison_document_id, comparison_hash) VALUES (:id, :placement, :offer, :at, :advice, :advice_hash, "
      ":comparison, :comparison_hash)",
      {{"id", proposal.id},
       {"placement", proposal.placement},
       {"offer", proposal.offer},
       {"at", proposal.proposed_at},
       {"advice", proposal.advice},
       {"advice_hash", proposal.advice_hash},
       {"comparison", proposal.comparison},
       {"comparison_hash", proposal.comparison_hash}});
}

void note_receipt(db::Transaction& tx, ProposalId id, std::string_view by, base::Instant at) {
  tx.execute("UPDATE credit_proposals SET acknowledged_at = :at, acknowledged_by = :by WHERE id = :id",
             {{"id", id}, {"at", at}, {"by", by}});
}

std::optional<Proposal> latest_proposal(db::Transaction& tx, OfferId offer) {
  return tx.row("SELECT " PROPOSAL_COLUMNS " FROM credit_proposals WHERE offer_id = :offer ORDER BY id DESC LIMIT 1",
                {{"offer", offer}}, read);
}

std::vector<Proposal> proposals_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows("SELECT " PROPOSAL_COLUMNS " FROM credit_proposals WHERE placement_id = :placement ORDER BY id",
                 {{"placement", placement}}, read);
}

}  // namespace credit::offer
