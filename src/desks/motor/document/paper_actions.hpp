// What is done with documents: sending, posting, judging, agreeing. Each can be called without a page.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/motor/document/paper.hpp"

namespace motor::document {

inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "motor.document.unknown"};
inline constexpr base::RefusalCode nothing_sent{base::RefusalKind::invalid, "motor.document.nothing_sent"};
inline constexpr base::RefusalCode one_invoice{base::RefusalKind::invalid, "motor.document.one_invoice"};
inline constexpr base::RefusalCode file_closed{base::RefusalKind::conflict, "motor.document.file_closed"};
inline constexpr base::RefusalCode kind_missing{base::RefusalKind::invalid, "motor.document.kind_missing"};
inline constexpr base::RefusalCode amount_missing{base::RefusalKind::invalid, "motor.document.amount_missing"};
inline constexpr base::RefusalCode day_missing{base::RefusalKind::invalid, "motor.document.day_missing"};
inline constexpr base::RefusalCode choice_missing{base::RefusalKind::invalid, "motor.document.choice_missing"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "motor.document.reason_missing"};
inline constexpr base::RefusalCode already_judged{base::RefusalKind::conflict, "motor.document.already_judged"};
inline constexpr base::RefusalCode not_a_report{base::RefusalKind::conflict, "motor.document.not_a_report"};
inline constexpr base::RefusalCode draft_gone{base::RefusalKind::conflict, "motor.document.draft_gone"};
inline constexpr base::RefusalCode draft_sent{base::RefusalKind::conflict, "motor.document.draft_sent"};

// By the repairer. An invoice comes with its confirmed total (M19). Refused once the file is closed.
struct Sending {
  Kind kind;
  documents::Prepared file;
  std::optional<base::Money> amount = {};
};
base::Outcome<base::Done> send(platform::Act& act, const identity::Actor& repairer, FileId id,
                               const std::vector<Sending>& sendings);

// By the firm: names it, counts it as news, moves the state, tells the repairer (M32).
struct Posting {
  Kind kind;
  documents::Prepared file;
  std::optional<base::Money> amount = {};          // of a report
  std::optional<PaymentAgreement> agreement = {};  // of a prise en charge: its terms
};
base::Outcome<PaperId> post(platform::Act& act, const identity::Actor& cabinet, FileId id, Posting posting);

// By the firm, once for each document sent; non-compliant with a reason.
base::Outcome<base::Done> judge(platform::Act& act, const identity::Actor& cabinet, PaperId id, Verdict verdict,
                                std::string_view reason);
// By the repairer on a report posted; disagreement with a reason. May change until the next report.
base::Outcome<base::Done> agree(platform::Act& act, const identity::Actor& repairer, PaperId id, Agreement agreement,
                                std::string_view reason);

// An invoice that waits for its total to be confirmed.
using DraftId = base::Id<struct InvoiceDraftTag>;
struct Draft {
  DraftId id;
  FileId file;
  identity::OrganisationId author;
  documents::Prepared prepared;
  std::optional<base::Money> amount;  // proposed
  base::Instant at;
  std::optional<base::Instant> sent = {};
};
// Whether its total may still be confirmed: half a day, once (draft_gone, draft_sent).
base::Outcome<base::Done> still_waits(const Draft& draft, base::Instant now);
DraftId keep_draft(platform::Act& act, const identity::Actor& repairer, FileId file,
                   const documents::Prepared& prepared, std::optional<base::Money> amount);
// The author's, also one that waits no more: it is remembered a month.
std::optional<Draft> find_draft(db::Transaction& tx, DraftId id, const identity::Actor& repairer);
// Those of the file that still wait, oldest first.
std::vector<Draft> drafts_of(db::Transaction& tx, FileId file, const identity::Actor& repairer, base::Instant now);
// Its invoice leaves, in this transaction: of two who confirm one draft, one sends.
base::Outcome<base::Done> send_draft(platform::Act& act, const identity::Actor& repairer, DraftId id,
                                     base::Money total);

// Internal to the folder: false when somebody took it before.
bool take_draft(platform::Act& act, DraftId id);

}  // namespace motor::document
