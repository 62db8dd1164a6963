// A job as its tradesman sees it: only his own mandates, and only what W13 and W14 allow.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/works/certificate/certificate.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/deposit/deposit.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/quote/quote.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/documents/documents.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/badge.hpp"
#include "web/ui/form.hpp"

namespace works::mandate {

web::ui::Badge badge_of(State state);  // as the tradesman reads it

struct JobLine {
  Mandate mandate;
  std::optional<base::Instant> due;  // what he owes next
};
std::vector<JobLine> job_lines(db::Transaction& tx, identity::OrganisationId tradesman, bool live, MandateId before,
                               int limit);

struct JobView {
  Mandate mandate;
  claim::Claim claim;
  lot::Lot lot;
  std::optional<quote::Quote> quote;  // the latest
  std::optional<closure::Invoice> invoice;
  std::optional<commission::Commission> commission;  // W27, once the job is closed
  documents::DocumentId commission_paper;            // its invoice, once drawn
  std::vector<documents::Document> documents;  // photos always; the claim's papers while he holds the job; his own
  std::optional<base::Instant> due;
  std::vector<deadlines::Deadline> delays;  // of this mandate, by due instant
  base::Instant now;
  std::string csrf_token;
  bool may_act;
  bool firm_left = false;                        // W7: it finishes what it accepted, or gives it back freely
  std::optional<certificate::Start> start = {};  // W8, once accepted
  // W22: what a PDF says, in the form that asks again.
  std::optional<deposit::Proposal> quote_proposal = {}, invoice_proposal = {};
};
std::optional<JobView> load_job(visit::Visit& visit);  // path parameter 0

// Whether a document of the claim's file is shown to the firm of this mandate.
bool shown_to_firm(const documents::Document& document, const Mandate& mandate);

// The page again after a refusal, with what was typed.
web::Response show_job_again(visit::Visit& visit, const base::Refusals& refusals);
// The same, with a file that is held and what was read in it.
enum class Paper { quote, invoice };
web::Response show_job_again(visit::Visit& visit, const base::Refusals& refusals, Paper paper,
                             deposit::Proposal proposal);

// What he does on the job: deposit the quote (quote/), close the job (closure/).
std::vector<web::html::Markup> work_parts(const JobView& job, const web::ui::FormState& state);

}  // namespace works::mandate
namespace works::quote {
web::html::Markup upload_card(const mandate::JobView& job, const web::ui::FormState& state);
}
namespace works::closure {
web::html::Markup close_card(const mandate::JobView& job, const web::ui::FormState& state);
web::html::Markup papers_card(const mandate::JobView& job, const web::ui::FormState& state);
}  // namespace works::closure
