// Receiving an insurer's offer, negotiating it, proposing it to the client, taking his answer (C6 to C9).
#pragma once

#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "desks/credit/offer/offer.hpp"
#include "desks/credit/offer/offer_form.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/platform/platform.hpp"

namespace credit::offer {

inline constexpr base::Rule offer_rules[] = {
    MANDAT_RULE("C6.quote",
                "A quote that is received, and each revision of it with what changed, is sent on to the client at "
                "once: its figures, and a link to read it beside the others"),
    MANDAT_RULE("C6.kept",
                "A quote is taken while the client decides on another too; once none is taken any more, what was typed "
                "stays in sight, with why and what to do"),
    MANDAT_RULE("C9.answer",
                "The client answers by a link that ends with the offer, or in its company's space, from choices of "
                "which none is selected; or by an e-mail that the broker records with its date and words"),
    MANDAT_RULE("C9.read",
                "In its space the company reads the offers received, what they cover and cost, the plan with its "
                "expected and actual days, and what it answered; behind a link the offer stays readable after the "
                "answer, with the papers as they were given"),
    MANDAT_RULE("C9.others", "Once the client has accepted an offer, the others are set aside and warned of no more"),
    MANDAT_RULE("C36.named", "The reasoned recommendation names the insurer whose offer is proposed"),
    MANDAT_RULE("C9.call",
                "Where one limit decides, a call with the insurer's underwriters is booked, at an instant to come, and "
                "its outcome noted"),
};

namespace deadline_rule {
inline constexpr std::string_view expiry = "C9.expiry";
inline constexpr std::string_view first_warning = "C9.first_warning";
inline constexpr std::string_view last_warning = "C9.last_warning";
}  // namespace deadline_rule
inline constexpr std::string_view answer_link = "credit.offer.answer";
inline constexpr std::string_view read_link = "credit.offer.read";  // of a placement's offers; has no end of its own
inline constexpr base::Figure<int> warned_at_hour{"C9.warned_at_hour", 9};  // of Paris

inline constexpr base::RefusalCode unknown_offer{base::RefusalKind::not_found, "credit.offer.unknown"};
inline constexpr base::RefusalCode unknown_insurer{base::RefusalKind::invalid, "credit.offer.unknown_insurer"};
inline constexpr base::RefusalCode already_there{base::RefusalKind::invalid, "credit.offer.already_there"};  // {0}
inline constexpr base::RefusalCode too_late{base::RefusalKind::conflict, "credit.offer.too_late"};
inline constexpr base::RefusalCode client_decides{base::RefusalKind::conflict, "credit.offer.client_decides"};
inline constexpr base::RefusalCode wrong_state{base::RefusalKind::conflict, "credit.offer.wrong_state"};
inline constexpr base::RefusalCode advice_incomplete{base::RefusalKind::conflict,
                                                     "credit.offer.advice_incomplete"};  // {0} what
inline constexpr base::RefusalCode advice_on_another{base::RefusalKind::conflict,
                                                     "credit.offer.advice_on_another"};  // {0} insurer
inline constexpr base::RefusalCode advice_changed{base::RefusalKind::conflict, "credit.offer.advice_changed"};
inline constexpr base::RefusalCode vigilance_incomplete{base::RefusalKind::conflict,
                                                        "credit.offer.vigilance_incomplete"};  // {0} what
inline constexpr base::RefusalCode assets_frozen{base::RefusalKind::conflict, "credit.offer.assets_frozen"};
inline constexpr base::RefusalCode not_ready{base::RefusalKind::conflict, "credit.offer.not_ready"};
inline constexpr base::RefusalCode proposal_changed{base::RefusalKind::conflict, "credit.offer.proposal_changed"};
inline constexpr base::RefusalCode no_email{base::RefusalKind::conflict, "credit.offer.no_email"};
inline constexpr base::RefusalCode offer_over{base::RefusalKind::conflict, "credit.offer.over"};  // {0} the last day
inline constexpr base::RefusalCode bad_until{base::RefusalKind::invalid, "credit.offer.bad_until"};
inline constexpr base::RefusalCode bad_call_time{base::RefusalKind::invalid, "credit.offer.bad_call_time"};
inline constexpr base::RefusalCode text_missing{base::RefusalKind::invalid, "credit.offer.text_missing"};
inline constexpr base::RefusalCode answer_missing{base::RefusalKind::invalid, "credit.offer.answer_missing"};
inline constexpr base::RefusalCode acknowledgement_missing{base::RefusalKind::invalid,
                                                           "credit.offer.acknowledgement_missing"};
inline constexpr base::RefusalCode bad_mail_time{base::RefusalKind::invalid, "credit.offer.bad_mail_time"};

base::Outcome<OfferId> enter(platform::Platform& platform, const identity::Actor& broker, PlacementId placement,
                             const web::Fields& form);
base::Outcome<base::Done> revise(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                                 const web::Fields& form);
// The insurer confirms its offer until a later day.
base::Outcome<base::Done> confirm(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                                  const web::Fields& form);
base::Outcome<base::Done> withdraw(platform::Platform& platform, const identity::Actor& broker, OfferId id);
base::Outcome<base::Done> book_call(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                                    const web::Fields& form);
base::Outcome<base::Done> note_call(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                                    const web::Fields& form);

// What must be whole before the client accepts, but for what only he can give (C36), and the vigilance (C37).
base::Outcome<base::Done> advised(db::Transaction& tx, PlacementId placement);
base::Outcome<base::Done> watched(db::Transaction& tx, PlacementId placement);
// C7, C36, C37: proposed to the client with the advice and the comparison, whose papers are drawn and kept. On a route
// of Pace::waits.
base::Outcome<base::Done> recommend(platform::Platform& platform, const identity::Actor& broker, OfferId id);
// Taken back by the broker, to negotiate on or to propose another one.
base::Outcome<base::Done> take_back(platform::Platform& platform, const identity::Actor& broker, OfferId id);

struct Answer {
  enum class Choice { accept, decline } choice = Choice::accept;
  Way way = Way::link;
  std::string name;                  // who answers for the client
  std::string words;                 // of the e-mail, or the reason of a refusal
  base::Instant at;                  // when the e-mail came; by link: now
  identity::AccountId account = {};  // in the company's space
};
// Within the caller's transaction; the same answer twice is taken once.
base::Outcome<base::Done> take_answer(platform::Act& act, OfferId id, const Answer& answer);
base::Outcome<base::Done> record_answer(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                                        const web::Fields& form);

void start_delays(platform::Act& act, const Offer& offer);
void register_delays(deadlines::Handlers& handlers);

}  // namespace credit::offer
