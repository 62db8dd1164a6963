// A quote (devis): the tradesman's price, its way through the insurer, and what the insured will pay (W19, W22, W24).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "base/time.hpp"
#include "db/database.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "desks/works/quote/quote_rules.hpp"
#include "desks/works/quote/quote_states.hpp"
#include "floor/documents/documents.hpp"

namespace works::quote {

struct Quote {
  QuoteId id;
  MandateId mandate;
  LotId lot;
  ClaimId claim;
  documents::DocumentId document;
  base::Money amount_ht, amount_ttc;
  base::Instant uploaded_at;
  State state;
  std::optional<base::Instant> sent_to_insurer_at;
  std::string sent_to;  // the insurer's address it went to
  std::optional<base::Day> expert_visit_on;
  std::optional<base::Day> decided_on;
  std::optional<base::Money> agreed_ht;  // what the insurer accepts
  std::string decision_note;
  // W24: so that the insured knows what he will pay
  std::optional<base::Money> excess;        // franchise
  std::optional<base::Money> depreciation;  // vétusté
  std::optional<base::Money> deferred_indemnity;
  std::optional<base::Money> deposit;  // acompte
  std::optional<base::Day> insured_signed_on;
  std::optional<base::Day> payment_delegation_on;
  std::string trades_key;  // sorted trades of the lot, '+' between
  std::string department;
};

void insert(db::Transaction& tx, const Quote& quote);
void save(db::Transaction& tx, const Quote& quote);
std::optional<Quote> find(db::Transaction& tx, QuoteId id);
std::optional<Quote> latest_of(db::Transaction& tx, MandateId mandate);
std::vector<Quote> of_claim(db::Transaction& tx, ClaimId claim);  // oldest first

// W22, P2: what the other quotes of the same trades and department were worth, over the whole database: aggregates of
// at least 5 quotes, else null. Of each quote of the claim that no other one replaced.
std::map<QuoteId, std::optional<Spread>> markets_of(db::Transaction& tx, ClaimId claim);

}  // namespace works::quote
