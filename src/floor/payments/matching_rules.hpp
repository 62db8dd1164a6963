// Which line of the bank moves which order (P8). Pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/rule.hpp"
#include "floor/payments/bank_file.hpp"
#include "floor/payments/payment_rules.hpp"
#include "floor/payments/payment_states.hpp"

namespace payments {

inline constexpr base::Rule matching_rules[] = {
    MANDAT_RULE("P8.matching",
                "A line moves an order when end-to-end identifier, amount, currency and direction all fit "
                "on an account of ours; any other is left to a person."),
    MANDAT_RULE("P8.global_entry",
                "An entry for a whole payment information books its orders when it is their exact "
                "total, rejected ones left out."),
    MANDAT_RULE("P8.repeated",
                "A file read twice, a movement announced by camt.054 and repeated by camt.053, counts "
                "once; a second movement of one order in the same kind of report is left to a person."),
    MANDAT_RULE("P8.statement",
                "A statement whose entries do not lead from its opening to its closing balance is refused; "
                "missing numbers, and balances that do not follow one another, are shown."),
    MANDAT_RULE("P8.own_account",
                "A file about an account that was never ours, or about a message that we did not send, "
                "is refused."),
};

struct OrderFacts {
  Kind kind;
  State state;
  base::Money amount;
};

enum class Match {
  book,
  reject,
  give_back,
  nothing_new,  // what it says is known
  // Left to a person:
  no_reference,
  unknown_reference,
  wrong_amount,
  wrong_currency,
  wrong_direction,
  wrong_state,  // the order cannot move so
  second_time,  // the order has moved so already, by another line
};
std::string_view to_text(Match match);
std::optional<Match> match_from_text(std::string_view text);
std::string_view label(Match match);  // French: why a line is open
constexpr bool left_open(Match match) { return match > Match::nothing_new; }

constexpr Direction booking_direction(Kind kind) {
  return kind == Kind::direct_debit ? Direction::credit : Direction::debit;
}
// `seen`: a line of the same kind of report moved this order so.
enum class Seen { no, yes };
Match match(const BankLine& line, const std::optional<OrderFacts>& order, Seen seen);
// A global entry against the orders of its payment information.
Match match_group(const BankLine& line, std::span<const OrderFacts> orders);
// What pain.002 says of one order.
Match match_status(const Status& status, const std::optional<OrderFacts>& order);
bool rejects(std::string_view status_code);

enum class Balance { fits, differs, missing };
Balance balance_of(const AccountReport& statement);

// A statement beside the one before it.
struct Numbered {
  int number;  // 0: none
  int year;
  base::Money opening, closing;
};
enum class Sequel { follows, number_missing, balance_differs };
Sequel sequel(const Numbered& before, const Numbered& statement);

}  // namespace payments
