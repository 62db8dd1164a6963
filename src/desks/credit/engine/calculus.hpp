// C23: which dates bind an unpaid invoice and an insolvent buyer, and which of them comes first. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/delays.hpp"

namespace credit::engine {

enum class DeadlineKind {
  due_date,
  extension,           // the last day to which the due date may be extended without asking
  threat_declaration,  // DMS
  claim_file,          // DI
  stop_of_deliveries,
  proof_of_claim,      // to the mandataire judiciaire
  retention_of_title,  // the seller claims back goods not paid for
};
std::string_view to_text(DeadlineKind kind);
std::string_view label(DeadlineKind kind);

struct InvoiceCase {
  std::string reference;
  InvoiceDays days;
  std::optional<base::Day> paid_on = {};
};

// An insolvency procedure published in the BODACC.
struct Insolvency {
  base::Day published;
  Zone creditor = Zone::domestic;  // abroad: four months rather than two
};

struct DeadlineCase {
  Terms terms;
  Zone buyer = Zone::domestic;
  std::vector<InvoiceCase> invoices;
  std::optional<base::Day> today = {};  // tells which dates are past
  std::optional<Insolvency> insolvency = {};
  // What was done already.
  std::optional<base::Day> threat_declared = {};
  std::optional<base::Day> claim_filed = {};
  std::optional<base::Day> proof_filed = {};
  std::optional<base::Day> title_claimed = {};
  std::optional<base::Day> claim_admitted = {};  // by the mandataire
};

struct BindingDate {
  DeadlineKind kind;
  std::string invoice;  // its reference; empty: the buyer
  Date day;
  std::vector<base::Day> reminders;  // D-15, D-5, D-1
  enum class Standing { open, past } standing = Standing::open;
};

struct Deadlines {
  std::vector<BindingDate> dates;                 // of what is not done yet, earliest first
  std::vector<std::string> beyond_credit_period;  // references: their term is longer than the DMC, they are not covered
  std::optional<BindingDate> next = {};           // the earliest that is not past
  std::optional<Date> payable = {};               // end of the waiting period, once the claim is filed (or admitted)
  Explanation explanation;
};

base::Outcome<Deadlines> deadlines(const DeadlineCase& of);

std::vector<base::Day> reminders(base::Day deadline);

std::span<const base::Rule> calculus_rules();

}  // namespace credit::engine
