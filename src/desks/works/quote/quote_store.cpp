#include "desks/works/quote/quote.hpp"
#include "desks/works/works_rules.hpp"

namespace works::quote {
namespace {

#define QUOTE_COLUMNS                                                                                              \
  "id, mandate_id, lot_id, claim_id, document_id, amount_ht, amount_ttc, uploaded_at, state, sent_to_insurer_at, " \
  "sent_to, expert_visit_on, decided_on, agreed_ht, decision_note, excess, depreciation, deferred_indemnity, "     \
  "deposit, insured_signed_on, payment_delegation_on, trades_key, department"

Quote read(const db::Row& row) {
  const auto state = state_from_text(row.text(8));
  MANDAT_ASSERT(state);
  return {
      .id = row.get<QuoteId>(0),
      .mandate = row.get<MandateId>(1),
      .lot = row.get<LotId>(2),
      .claim = row.get<ClaimId>(3),
      .document = row.get<documents::DocumentId>(4),
      .amount_ht = row.get<base::Money>(5),
      .amount_ttc = row.get<base::Money>(6),
      .uploaded_at = row.get<base::Instant>(7),
      .state = *state,
      .sent_to_insurer_at = row.get<std::optional<base::Instant>>(9),
      .sent_to = row.get<std::string>(10),
      .expert_visit_on = row.get<std::optional<base::Day>>(11),
      .decided_on = row.get<std::optional<base::Day>>(12),
      .agreed_ht = row.get<std::optional<base::Money>>(13),
      .decision_note = row.get<std::string>(14),
      .excess = row.get<std::optional<base::Money>>(15),
      .depreciation = row.get<std::optional<base::Money>>(16),
      .deferred_indemnity = row.get<std::optional<base::Money>>(17),
      .deposit = row.get<std::optional<base::Money>>(18),
      .insured_signed_on = row.get<std::optional<base::Day>>(19),
      .payment_delegation_on = row.get<std::optional<base::Day>>(20),
      .trades_key = row.get<std::string>(21),
      .department = row.get<std::string>(22),
  };
}

}  // namespace

void insert(db::Transaction& tx, const Quote& quote) {
  tx.execute(
      "INSERT INTO works_quotes (id, mandate_id, lot_id, claim_id, document_id, amount_ht, amount_ttc, "
      "uploaded_at, state, trades_key, department) VALUES (:id, :mandate, :lot, :claim, :document, :amount_ht, "
      ":amount_ttc, :uploaded_at, :state, :trades_key, :department)",
      {{"id", quote.id},
       {"mandate", quote.mandate},
       {"lot", quote.lot},
       {"claim", quote.claim},
       {"document", quote.document},
       {"amount_ht", quote.amount_ht},
       {"amount_ttc", quote.amount_ttc},
       {"uploaded_at", quote.uploaded_at},
       {"state", to_text(quote.state)},
       {"trades_key", quote.trades_key},
       {"department", quote.department}});
}

void save(db::Transaction& tx, const Quote& quote) {
  const auto changed = tx.execute(
      "UPDATE works_quotes SET state = :state, sent_to_insurer_at = :sent_to_insurer_at, sent_to = :sent_to, "
      "expert_visit_on = :expert_visit_on, decided_on = :decided_on, agreed_ht = :agreed_ht, "
      "decision_note = :decision_note, excess = :excess, depreciation = :depreciation, "
      "deferred_indemnity = :deferred_indemnity, deposit = :deposit, insured_signed_on = :insured_signed_on, "
      "payment_delegation_on = :payment_delegation_on WHERE id = :id",
      {{"id", quote.id},
       {"state", to_text(quote.state)},
       {"sent_to_insurer_at", quote.sent_to_insurer_at},
       {"sent_to", quote.sent_to},
       {"expert_visit_on", quote.expert_visit_on},
       {"decided_on", quote.decided_on},
       {"agreed_ht", quote.agreed_ht},
       {"decision_note", quote.decision_note},
       {"excess", quote.excess},
       {"depreciation", quote.depreciation},
       {"deferred_indemnity", quote.deferred_indemnity},
       {"deposit", quote.deposit},
       {"insured_signed_on", quote.insured_signed_on},
       {"payment_delegation_on", quote.payment_delegation_on}});
  MANDAT_ASSERT(changed == 1);
}

std::optional<Quote> find(db::Transaction& tx, QuoteId id) {
  return tx.row("SELECT " QUOTE_COLUMNS " FROM works_quotes WHERE id = :id", {{"id", id}}, read);
}

std::optional<Quote> latest_of(db::Transaction& tx, MandateId mandate) {
  return tx.row("SELECT " QUOTE_COLUMNS " FROM works_quotes WHERE mandate_id = :mandate ORDER BY id DESC LIMIT 1",
                {{"mandate", mandate}}, read);
}

std::vector<Quote> of_claim(db::Transaction& tx, ClaimId claim) {
  return tx.rows("SELECT " QUOTE_COLUMNS " FROM works_quotes WHERE claim_id = :claim ORDER BY id", {{"claim", claim}},
                 read);
}

std::map<QuoteId, std::optional<Spread>> markets_of(db::Transaction& tx, ClaimId claim) {
  std::map<QuoteId, std::vector<base::Money>> amounts;
  tx.each(
      "SELECT own.id, other.amount_ht FROM works_quotes own LEFT JOIN works_quotes other ON "
      "other.trades_key = own.trades_key AND other.department = own.department AND other.id <> own.id AND "
      "other.state <> 'replaced' WHERE own.claim_id = :claim AND own.state <> 'replaced' "
      "ORDER BY own.id, other.amount_ht",
      {{"claim", claim}}, [&](const db::Row& row) {
        auto& found = amounts[row.get<QuoteId>(0)];
        if (!row.is_null(1)) found.push_back(row.get<base::Money>(1));
      });
  std::map<QuoteId, std::optional<Spread>> markets;
  for (const auto& [quote, others] : amounts) markets.emplace(quote, spread_of(others));
  return markets;
}

}  // namespace works::quote
