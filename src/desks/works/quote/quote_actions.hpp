// What people do with a quote (W19, W22, W24). Each act is one transaction.
#pragma once

#include <optional>
#include <string>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "desks/works/quote/quote.hpp"
#include "floor/platform/platform.hpp"

namespace works::quote {

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode unknown_quote{RefusalKind::not_found, "works.quote.unknown"};
inline constexpr RefusalCode not_awaited{RefusalKind::conflict, "works.quote.not_awaited"};
inline constexpr RefusalCode wrong_state{RefusalKind::conflict, "works.quote.wrong_state"};
inline constexpr RefusalCode total_below_net{RefusalKind::invalid, "works.quote.total_below_net"};
inline constexpr RefusalCode vat_does_not_add_up{RefusalKind::invalid, "works.quote.vat_does_not_add_up"};
inline constexpr RefusalCode insurer_address_missing{RefusalKind::invalid, "works.quote.insurer_address_missing"};
inline constexpr RefusalCode same_amount{RefusalKind::invalid, "works.quote.same_amount"};
inline constexpr RefusalCode amount_missing{RefusalKind::invalid, "works.quote.amount_missing"};
inline constexpr RefusalCode day_in_future{RefusalKind::invalid, "works.quote.day_in_future"};
inline constexpr RefusalCode not_agreed_yet{RefusalKind::conflict, "works.quote.not_agreed_yet"};

// W19, W22: the tradesman's price; a later upload replaces it as long as the insurer has not answered. The same file
// with the same amounts is the same quote, sent twice.
struct Upload {
  documents::Prepared document;  // a PDF that was checked
  base::Money amount_ht, amount_ttc;
};
base::Outcome<QuoteId> upload(platform::Platform& platform, const identity::Actor& tradesman, MandateId mandate,
                              const Upload& upload);

// W22: to the insurer by e-mail with the file; the date is recorded. Again sends it again: `sent_before` is when it had
// been sent last as the broker saw it, so that a double click sends once.
base::Outcome<base::Done> send_to_insurer(platform::Platform& platform, const identity::Actor& broker, QuoteId quote,
                                          const base::EmailAddress& address, std::string_view note,
                                          std::optional<base::Instant> sent_before = {});

// W22: the expert's visit; no day: it is called off.
base::Outcome<base::Done> plan_visit(platform::Platform& platform, const identity::Actor& broker, QuoteId quote,
                                     std::optional<base::Day> day);

// W22: the insurer's answer.
enum class Answer { validated, adjusted, refused };
struct Decision {
  Answer answer;
  base::Day decided_on;                       // not after today
  std::optional<base::Money> agreed_ht = {};  // adjusted: another amount than the quote's
  std::string note = {};
};
base::Outcome<base::Done> decide(platform::Platform& platform, const identity::Actor& broker, QuoteId quote,
                                 const Decision& decision);

// W24: what the insured will pay and when; only once the insurer has agreed. Absent amounts are unknown, not zero.
struct Terms {
  std::optional<base::Money> excess, depreciation, deferred_indemnity, deposit;
  std::optional<base::Day> insured_signed_on, payment_delegation_on;
};
base::Outcome<base::Done> record_terms(platform::Platform& platform, const identity::Actor& broker, QuoteId quote,
                                       const Terms& terms);

}  // namespace works::quote
