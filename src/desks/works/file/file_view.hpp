// Everything a claim's page shows, read once in one snapshot; each concept draws its own section from it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desks/works/certificate/certificate.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/quote/quote.hpp"
#include "floor/audit/audit.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/names.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/links/links.hpp"
#include "floor/messages/messages.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace works {

struct FileView {
  claim::Claim claim;
  std::vector<lot::Lot> lots;
  std::vector<mandate::Mandate> mandates;  // oldest first
  std::vector<quote::Quote> quotes;        // oldest first
  std::vector<deadlines::Deadline> deadlines;
  std::vector<documents::Document> documents;
  std::vector<messages::Message> messages;
  std::vector<ledger::Entry> entries;
  std::vector<commission::Commission> commissions;  // administrators only: they concern the firms
  std::vector<audit::Fact> facts;
  identity::Names names;                                    // of everyone named above
  std::map<MandateId, certificate::Start> starts;           // W8
  std::map<QuoteId, std::optional<quote::Spread>> markets;  // W22
  base::Instant now;
  std::string csrf_token;
  web::ui::FormState typed = {};  // after a refusal: what was typed, and what is wrong with it
  bool may_act;                   // the actor is the broker's member or manager, not a reader

  bool administrator;                      // the reader is one
  std::optional<links::Link> follow_link;  // the insured's last (W31)

  const mandate::Mandate* live_mandate(LotId lot) const;
  const quote::Quote* current_quote(LotId lot) const;  // the live mandate's latest, whatever its state
  std::string_view name_of(identity::OrganisationId organisation) const;
};

// In the actor's scope; null when the claim does not exist for him (P2).
std::optional<FileView> load_file(db::Transaction& tx, ClaimId claim, const identity::Actor& actor, base::Instant now,
                                  std::string csrf_token);

// The sections of the file page, each owned by its concept.
namespace mandate {
web::html::Markup lot_section(const FileView& view, const lot::Lot& lot);  // who holds it, and who did
web::html::Markup lot_acts(const FileView& view, const lot::Lot& lot);     // take it back, end it without payment
}  // namespace mandate
namespace quote {
web::html::Markup lot_section(const FileView& view,
                              const lot::Lot& lot);  // amounts, market, send, visit, decision, W24
}
namespace closure {
web::html::Markup section(const FileView& view);  // the two closures: which is missing, what it blocks; money
}
namespace file {
web::html::Markup timeline(const FileView& view);  // who, what, when, with what proof
web::html::Markup journey(const claim::Claim& claim, const lot::Lot& lot);
web::html::Markup deadlines_card(const FileView& view);
web::html::Markup documents_card(const FileView& view);
web::html::Markup messages_card(const FileView& view);
web::html::Markup insured_card(const FileView& view);
web::html::Markup insurer_card(const FileView& view);
}  // namespace file

}  // namespace works
