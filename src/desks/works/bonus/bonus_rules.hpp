// Quarters of bonuses (W29). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace works::bonus {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("W29",
                "At the start of January, April, July and October, one transfer a broker for the claims closed "
                "before that day in Paris, with a statement written in his name; what one statement bears no "
                "other does, however often the quarter is run"),
    MANDAT_RULE("W29.run",
                "Paying a quarter is a delay that administrators see, due at 09:00 on its first TARGET day; what is "
                "due then and not paid is a task until the quarter is run, and the next one is awaited, whatever was "
                "earned before this was kept"),
    MANDAT_RULE(
        "W29.kept",
        "A broker without bank details or address, or who has not agreed to be billed in his name, is told, and "
        "what he earned is kept until he has: his statement and transfer are then made at once, if the quarter was "
        "run by then, or else with its run"),
    MANDAT_RULE("W29.again",
                "A transfer that was to go to an account since replaced, or came back from it, is made again on the "
                "new one by itself; otherwise an administrator makes it again. It waits in sight, whatever its "
                "quarter, until the bank books it"),
    MANDAT_RULE("W28.self_billing",
                "A statement says that it is written on the broker's behalf; it bears VAT if he is "
                "liable, and says why it bears none otherwise"),
    MANDAT_RULE("W30.bonus",
                "A reversed bonus is a line below zero on the same statement or, once paid, on the next one; "
                "nothing is paid while a broker's total is not above zero"),
};

inline constexpr base::Figure<int> pay_days{"W29.pay_days", 30};  // how long a transfer may wait for its batch

// Its first day.
base::Day quarter_of(base::Day day);
base::Day next_quarter(base::Day first_day);
bool is_quarter(base::Day day);
std::string label(base::Day first_day);     // "1er trimestre 2027"
std::int64_t number_of(base::Day quarter);  // 20271: names it where an id is asked for
base::Day quarter_numbered(std::int64_t number);
base::Day run_day(base::Day quarter);  // its first TARGET day
// The first instant that no longer counts for the payment of that quarter.
base::Instant closed_before(base::Day quarter);

enum class Verdict { payable, no_account, no_self_billing, no_identity, nothing_due };
std::string_view label(Verdict verdict);
struct Standing {
  bool account, self_billing;
  base::Money total;
  bool named = true;  // in full (P9.identity)
};
Verdict verdict(const Standing& standing);

}  // namespace works::bonus
