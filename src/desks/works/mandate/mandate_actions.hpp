// What people and delays do to a mandate. Each act is one transaction: load, decide, save, tell.
#pragma once

#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/messages/messages.hpp"
#include "floor/platform/platform.hpp"

namespace works::mandate {

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode unknown_lot{RefusalKind::not_found, "works.lot.unknown"};
inline constexpr RefusalCode unknown_mandate{RefusalKind::not_found, "works.mandate.unknown"};
inline constexpr RefusalCode unknown_firm{RefusalKind::invalid, "works.mandate.unknown_firm"};
inline constexpr RefusalCode lot_already_mandated{RefusalKind::conflict, "works.mandate.lot_taken"};
inline constexpr RefusalCode lot_not_assignable{RefusalKind::conflict, "works.mandate.lot_not_assignable"};
inline constexpr RefusalCode firm_excluded{RefusalKind::conflict, "works.mandate.firm_excluded"};  // {0}: why
inline constexpr RefusalCode no_longer_open{RefusalKind::conflict, "works.mandate.no_longer_open"};
inline constexpr RefusalCode choice_required{RefusalKind::invalid, "works.mandate.choice_required"};
inline constexpr RefusalCode reason_required{RefusalKind::invalid, "works.mandate.reason_required"};
inline constexpr RefusalCode reason_too_long{RefusalKind::invalid, "works.mandate.reason_too_long"};

// Longest reason, in characters.
inline constexpr int reason_limit = 500;

// W12, W13: the broker mandates one firm for one lot; the request leaves by SMS and e-mail.
// Asking the same firm again while its request is live returns that mandate (double click, two tabs).
base::Outcome<MandateId> ask(platform::Platform& platform, const identity::Actor& broker, LotId lot,
                             identity::OrganisationId firm);

// W13: accept or refuse, by a link or from the tradesman's space. The same answer given twice is harmless (P7).
enum class Choice { accept, refuse };
struct Answer {
  Choice choice;
  std::string reason;     // of a refusal; optional
  std::string_view over;  // "sms", "mail", "space"
};
base::Outcome<Mandate> answer(platform::Act& act, MandateId id, identity::OrganisationId firm, const Answer& answer);

// W20: the firm gives back a job it accepted; late, it is warned.
base::Outcome<Mandate> cancel(platform::Platform& platform, const identity::Actor& tradesman, MandateId id,
                              std::string_view reason);

// W12, W19: the broker takes the lot back to choose another firm.
base::Outcome<Mandate> withdraw(platform::Platform& platform, const identity::Actor& broker, MandateId id,
                                std::string_view reason);
// The same for what is live in a lot, or a whole claim, that is abandoned (W23), within its act.
void withdraw_of_lot(platform::Act& act, LotId lot, std::string_view reason);
void withdraw_all(platform::Act& act, ClaimId claim, std::string_view reason);

// W22: the insurer refused the quote; the broker asks the same firm for another one. The five days start again.
base::Outcome<Mandate> ask_new_quote(platform::Platform& platform, const identity::Actor& broker, MandateId id);

// What the quote's upload means for the mandate (W19): within quote::upload's act.
base::Outcome<Mandate> note_quote_uploaded(platform::Act& act, const Mandate& mandate);
// W25, within closure::close_job's act.
base::Outcome<Mandate> note_job_closed(platform::Act& act, const Mandate& mandate);

// Delay handlers and message listeners, registered by works/desk.cpp.
void register_delays(deadlines::Handlers& handlers);
void note_sms_sent(platform::Act& act, const messages::Message& message);    // W15: emission
void note_sms_report(platform::Act& act, const messages::Message& message);  // W15.restart, W15.undelivered
void note_sms_lost(platform::Act& act, const messages::Message& message);    // W15.unsent
// P5.returned, W15.mail_lost: opens the administrators' task, once for each address that starts to return mail.
void note_lost_mail(platform::Act& act, const messages::Message& message);

}  // namespace works::mandate
