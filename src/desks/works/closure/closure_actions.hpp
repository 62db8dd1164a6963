// The two closures of a claim, the end without payment, and the money they book (W23, W25 to W28).
#pragma once

#include <optional>
#include <vector>

#include "base/outcome.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/closure/papers.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "floor/documents/documents.hpp"
#include "floor/platform/platform.hpp"

namespace works::closure {

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode quote_not_agreed{RefusalKind::conflict, "works.closure.quote_not_agreed"};
inline constexpr RefusalCode job_not_open{RefusalKind::conflict, "works.closure.job_not_open"};
inline constexpr RefusalCode unknown_claim{RefusalKind::not_found, "works.claim.unknown"};
inline constexpr RefusalCode already_ended{RefusalKind::conflict, "works.closure.already_ended"};
inline constexpr RefusalCode reimbursement_in_future{RefusalKind::invalid, "works.closure.reimbursement_in_future"};
inline constexpr RefusalCode reimbursement_missing{RefusalKind::invalid, "works.closure.reimbursement_missing"};
inline constexpr RefusalCode job_already_closed{RefusalKind::conflict, "works.closure.job_already_closed"};

struct Invoice {
  MandateId mandate;
  LotId lot;
  ClaimId claim;
  documents::DocumentId document;
  base::Money amount_ht;
  base::Instant closed_at;
  identity::AccountId closed_by;
};
void insert(db::Transaction& tx, const Invoice& invoice);
std::optional<Invoice> invoice_of(db::Transaction& tx, MandateId mandate);

// W25: the tradesman was paid; the invoice and its amount come with it, and photos or a report if he wishes. Books the
// commission (W27).
struct JobClosure {
  documents::Prepared invoice;
  base::Money invoiced_ht;  // above zero
  std::vector<Paper> papers = {};
};
base::Outcome<base::Done> close_job(platform::Platform& platform, const identity::Actor& tradesman, MandateId mandate,
                                    const JobClosure& closure);

// W26: the broker closes his file, saying when the insurer reimbursed; every lot left must have an agreed quote.
base::Outcome<base::Done> close_file(platform::Platform& platform, const identity::Actor& broker, ClaimId claim,
                                     std::optional<base::Day> reimbursed_on);

// W23: SANS SUITE. Live mandates are withdrawn and both sides told; refused once a job is closed.
base::Outcome<base::Done> abandon(platform::Platform& platform, const identity::Actor& broker, ClaimId claim,
                                  claim::Abandonment reason);
// The same for one lot of several: the others go on.
base::Outcome<base::Done> abandon_lot(platform::Platform& platform, const identity::Actor& broker, LotId lot,
                                      claim::Abandonment reason);

}  // namespace works::closure
