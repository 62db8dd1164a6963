// C15: what is paid at the start of the year and what is still owed at its end. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "desks/credit/engine/disbursement.hpp"
#include "desks/credit/engine/premium.hpp"

namespace credit::engine {

struct RegularisationCase {
  PremiumCase premium;                // on the real turnover
  std::vector<base::Money> deposits;  // paid, HT
  // Paid with them; when not known, the deposits are taken to have borne tax as the premium does.
  std::optional<base::Money> tax_on_deposits = {};
};

struct Regularisation {
  Premium premium;
  Amount deposits;                          // HT
  Amount regularisation;                    // HT: premium − deposits; a refund when negative
  Amount tax;                               // on the premium due, less that on the deposits
  Amount balance;                           // regularisation and its tax
  std::optional<Amount> provisional_limit;  // limite de décaissement while the deposits stand for the premium
  std::optional<Amount> final_limit;
  Explanation explanation;
};

// A forfait is never regularised: refused.
base::Outcome<Regularisation> regularisation(const RegularisationCase& of);

struct Instalment {
  Date due;
  Amount amount;  // HT
  Explanation explanation;
};
// The year's deposits, paid at the start of each period of the terms; they add up to `deposits` exactly.
std::vector<Instalment> deposit_schedule(Period period, base::Money deposits, base::Day effect);

struct Declaration {
  base::Day from, to;  // both included
  base::Day due;       // after the end of the period, by the terms
  base::Day warning;   // it is reminded that day
};
// The declarations of turnover of one year of insurance; none for a forfait.
std::vector<Declaration> declarations(const Terms& terms, base::Day effect);

std::span<const base::Rule> regularisation_rules();

}  // namespace credit::engine
