// When and how an order may be sent (P8). Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/identifiers.hpp"
#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"
#include "floor/identity/actor.hpp"

namespace payments {

enum class Kind {
  direct_debit,     // we collect what is owed to us: pain.008
  credit_transfer,  // we pay what we owe: pain.001
};

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P8.order",
                "A subject is paid by one order for each attempt, however often it is asked for; a new "
                "attempt waits until the one before can no longer be paid."),
    MANDAT_RULE("P8.sepa", "Orders are in euros, between one cent and 999 999 999,99 €, to an IBAN of the SEPA."),
    MANDAT_RULE("P8.batch",
                "A batch takes every planned order of its kind whose execution day may be asked of the bank; "
                "made twice, it takes nothing the second time. Dissolved, it gives its orders back."),
    MANDAT_RULE("P8.execution_day",
                "The bank is asked for the first TARGET day of the order's window that leaves it two "
                "TARGET days for a debit, one for a transfer; an order whose window is over is not "
                "sent."),
    MANDAT_RULE("P8.two_persons",
                "A batch leaves when an administrator who did not prepare it releases it; so does the "
                "house's own account take effect."),
    MANDAT_RULE("P8.file",
                "A batch makes one file, once, valid against its schema, kept byte for byte with its hash; its "
                "message, payment information and end-to-end identifiers serve no second time."),
    MANDAT_RULE("P8.characters", "Names and remittance texts are written in the SEPA character set, accents removed."),
    MANDAT_RULE("P8.stopped",
                "An order whose mandate is revoked or whose account is closed leaves its batch, with the "
                "reason; the bank's own word does the same."),
    MANDAT_RULE("P8.cancelled", "An order may be cancelled until it is sent, with a reason."),
    MANDAT_RULE("P8.told",
                "The desk of an order is told once of each booking, rejection, return, loss and cancellation."),
};

inline constexpr base::Figure<int> debit_lead{"P8.debit_lead", 2};        // TARGET days
inline constexpr base::Figure<int> transfer_lead{"P8.transfer_lead", 1};  // TARGET days
inline constexpr base::Figure<int> horizon{"P8.horizon", 14};             // calendar days the bank takes a file ahead
inline constexpr base::Figure<int> answer_delay{"P8.answer_delay", 5};    // TARGET days after the execution day

struct Window {
  base::Day earliest, latest;
};
base::Day add_target_days(base::Day from, int days);  // the n-th TARGET day after `from`
// What the bank is asked for when the file leaves today; null when the window is over by then.
std::optional<base::Day> execution_day(Kind kind, const Window& window, base::Day today);
// As above, and near enough that the bank takes the file.
std::optional<base::Day> day_to_batch(Kind kind, const Window& window, base::Day today);
// The first instant at which an order that had no answer is lost.
base::Instant answer_due(base::Day last_execution_day);

bool in_sepa(const base::Iban& iban);
bool payable_amount(base::Money amount);
// The one who made it may not answer for it alone.
inline bool may_release(identity::AccountId maker, identity::AccountId releaser) {
  return releaser && maker != releaser;
}

}  // namespace payments
