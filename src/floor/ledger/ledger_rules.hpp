// When an entry is one (P8, W30).
#pragma once

#include <span>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "floor/identity/actor.hpp"
#include "floor/ledger/ledger_accounts.hpp"

namespace ledger {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P8.balanced", "Every entry balances to the cent, and each of its lines is a debit or a credit."),
    MANDAT_RULE("P8.once", "What one subject gives rise to is booked once, however often it is asked for."),
    MANDAT_RULE("P8.reversal", "An entry is never edited: it is reversed, once, with a reason and its author."),
};

struct Line {
  AccountKind account;
  identity::OrganisationId organisation = {};  // none for our own accounts
  base::Money debit = {};                      // exactly one of debit, credit is positive, the other zero
  base::Money credit = {};

  friend bool operator==(const Line&, const Line&) = default;
};

// At least two lines, each on one side, debits and credits equal.
bool balanced(std::span<const Line> lines);
// Debits for credits: what undoes the lines.
std::vector<Line> reversed(std::span<const Line> lines);

}  // namespace ledger
