#include "desks/works/mandate/mandate_rules.hpp"

#include <algorithm>

#include "desks/works/works_rules.hpp"

namespace works::mandate {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W12", "The mandated firm is alone: one live mandate per lot, guaranteed by a unique index"),
    MANDAT_RULE("W13",
                "The request leaves by SMS and e-mail with a link; its page shows commune, trade, description "
                "and photos, and takes acceptance or refusal, whose reason is optional"),
    MANDAT_RULE("W14",
                "The insured's contact details are shown to the firm while it holds the job, never before "
                "acceptance, nor after refusal, expiry or cancellation"),
    MANDAT_RULE("W15", "48 h to answer from the emission of the SMS"),
    MANDAT_RULE("W15.restart", "The delivery report restarts the 48 h once, forward only, while the answer is pending"),
    MANDAT_RULE("W15.undelivered", "The broker is told at once when the SMS is reported undelivered"),
    MANDAT_RULE("W15.mail_lost",
                "The broker is told once when a mail of the mandate does not reach its firm, and of any mail of the "
                "file to the insured or the insurer; the file says so"),
    MANDAT_RULE("W16", "No answer in 48 h withdraws the request; a late click gets a clear page"),
    MANDAT_RULE("W19", "The quote is due at the end of the fifth calendar day in Paris after the emission"),
    MANDAT_RULE("W19.reminders", "Reminders leave at 09:00 Paris two days before the last day and on it"),
    MANDAT_RULE("W19.overdue", "An overdue quote alerts the broker, who may hand the lot to another firm"),
    MANDAT_RULE(
        "W17",
        "Three consecutive requests without answer open an administrator's task; any answer begins the count anew"),
    MANDAT_RULE("W20", "48 h to cancel after acceptance; a later cancellation brings a warning"),
    MANDAT_RULE("W21",
                "Refusal, expiry and cancellation alert the broker by e-mail and on the platform; choosing again "
                "asks nothing he typed before"),
};

constexpr base::Figure<int> silences_before_task{"W17.silences", 3};

base::Instant nine_o_clock(base::Day day) { return base::paris::at(day, 9, 0); }
base::Day last_day_before(base::Instant due) { return base::paris::day_of(due) - 1; }

}  // namespace

base::Instant answer_due(base::Instant emission) { return emission + answer_delay.value(); }

base::Instant answer_due_after_report(base::Instant current_due, base::Instant delivered) {
  return std::max(current_due, answer_due(delivered));
}

base::Day last_quote_day(base::Instant emission) { return base::paris::day_of(emission) + quote_days.value(); }

base::Instant quote_due(base::Instant emission) { return base::paris::start_of(last_quote_day(emission) + 1); }

base::Instant early_quote_reminder(base::Instant quote_due) {
  return nine_o_clock(last_day_before(quote_due) - first_quote_reminder.value());
}

base::Instant last_quote_reminder(base::Instant quote_due) { return nine_o_clock(last_day_before(quote_due)); }

base::Instant free_cancellation_end(base::Instant accepted) { return accepted + cancel_delay.value(); }

bool cancellation_is_late(base::Instant accepted, base::Instant now) { return now >= free_cancellation_end(accepted); }

bool silences_open_task(int silences) { return silences == silences_before_task.value(); }

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::mandate
