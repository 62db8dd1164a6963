// Every mail, SMS and notice of the desk, in French: who, what, by when, one link. Each function writes outbox rows in
// the transaction of the fact it tells (P5). A mail to a partner holds one link: the one that acts, else the page of
// what it tells.
#pragma once

#include <string>

#include "desks/works/claim/claim.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/quote/quote.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/messages/messages.hpp"
#include "floor/platform/act.hpp"

namespace works::letters {

// What a letter speaks of.
struct Subject {
  const claim::Claim& claim;
  const lot::Lot& lot;
  const mandate::Mandate& mandate;
};

// To the tradesman. What starts or ends a clock, or confirms an answer, leaves at once; plain news as he chose
// (P5.firm).
enum class BySms { written, no_mobile };
BySms request(platform::Act& act, const Subject& subject,
              deadlines::DeadlineId answer);  // W13: SMS and e-mail, each its link
void accepted(platform::Act& act, const Subject& subject, base::Instant quote_due);     // W14: contact details
void refused(platform::Act& act, const Subject& subject);                               // W13: the outcome is confirmed
void expired(platform::Act& act, const Subject& subject);                               // W16
void cancelled(platform::Act& act, const Subject& subject, bool late);                  // W20
void withdrawn(platform::Act& act, const Subject& subject);                             // W12, W19
void quote_reminder(platform::Act& act, const Subject& subject, base::Instant due);     // W19
void quote_asked_again(platform::Act& act, const Subject& subject, base::Instant due);  // W22
void quote_agreed(platform::Act& act, const Subject& subject, const quote::Quote& quote);  // W22, W24
void closure_chase(platform::Act& act, const Subject& subject);                            // W25

// To the broker: e-mail and notice (W21)
void alert_refused(platform::Act& act, const Subject& subject);
void alert_expired(platform::Act& act, const Subject& subject);
void alert_cancelled(platform::Act& act, const Subject& subject);
void alert_sms_lost(platform::Act& act, const Subject& subject);   // W15.undelivered, W15.unsent
void alert_mail_lost(platform::Act& act, const Subject& subject);  // W15.mail_lost: to the firm
// W15.mail_lost: to the insured or the insurer.
void alert_mail_lost(platform::Act& act, const claim::Claim& claim, const messages::Message& message);
void alert_accepted(platform::Act& act, const Subject& subject);
void alert_uncovered(platform::Act& act, const Subject& subject, base::Day starts_on);  // W8.start_day
void alert_quote_overdue(platform::Act& act, const Subject& subject);                   // W19.overdue
void alert_quote_received(platform::Act& act, const Subject& subject, const quote::Quote& quote);
void alert_job_closed(platform::Act& act, const Subject& subject);
void file_closure_chase(platform::Act& act, const claim::Claim& claim);  // W26.chase
void alert_bonus(platform::Act& act, const claim::Claim& claim);         // W28

// To the insurer, with the quote attached (W22)
void quote_to_insurer(platform::Act& act, const Subject& subject, const quote::Quote& quote, const std::string& address,
                      const std::string& note);

}  // namespace works::letters
