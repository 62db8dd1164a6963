// C25: how much of each unpaid invoice the policy covers. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/checks.hpp"
#include "desks/credit/engine/delays.hpp"

namespace credit::engine {

enum class CoverKind {
  named,      // a limit granted on this buyer
  unnamed,    // the discretionary limit of the policy
  cancelled,  // falls back to the unnamed cover only where the policy says so (C19)
  refused,
};

// What covers deliveries from that day on, until the next. Before the first, the buyer is unnamed.
struct LimitInForce {
  base::Day from;
  CoverKind kind = CoverKind::named;
  base::Money amount = {};                    // of a named limit
  std::optional<base::Rate> percentage = {};  // where the answer departs from the policy's quotité
};

struct UnpaidInvoice {
  std::string reference;  // empty: the only one of its claim, which needs no name
  InvoiceDays days;
  base::Day delivered;
  base::Money amount;         // HT
  base::Money disputed = {};  // of it
};

// How explanations name an invoice: "F-12" and "Facture F-12"; without a reference "la facture" and "Facture".
std::string invoice_named(const std::string& reference);
std::string invoice_label(const std::string& reference);

// One buyer's unpaid invoices and what the insured knows of them.
struct Loss {
  Terms terms;
  Zone buyer = Zone::domestic;
  std::vector<UnpaidInvoice> invoices;
  std::vector<LimitInForce> limits;  // by day
  // Of the buyer as a whole: they hit the oldest invoices first.
  base::Money disputes = {};
  base::Money exclusions = {};
  base::Money credits = {};
  std::optional<base::Day> threat_declared = {};
  std::optional<base::Day> claim_filed = {};
};

enum class NotCovered { nothing_left, no_limit, beyond_credit_period, declared_late, filed_late };
std::string_view to_text(NotCovered reason);
std::string_view label(NotCovered reason);

struct CoveredInvoice {
  std::string reference;
  base::Day issued;
  Amount net;      // after deductions
  Amount covered;  // 0 with a reason
  base::Rate percentage;
  std::optional<NotCovered> reason = {};  // when nothing of it is covered
};

struct Cover {
  std::vector<CoveredInvoice> invoices;  // oldest first
  Amount debt;                           // Σ net
  Amount covered;
};

base::Refusals faults(const Loss& loss);
Cover cover_on(Worksheet& sheet, const Loss& loss);  // the loss has no faults

std::span<const base::Rule> cover_rules();

}  // namespace credit::engine
