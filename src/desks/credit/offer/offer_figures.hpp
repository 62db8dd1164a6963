// What an offer costs and what it covers, by the engines; each figure with how it was made (C7, C15, C18, C35). Pure.
#pragma once

#include <optional>
#include <vector>

#include "desks/credit/engine/comparison.hpp"
#include "desks/credit/engine/new_sales.hpp"
#include "desks/credit/offer/quote.hpp"

namespace credit::offer {

inline constexpr base::Rule figure_rules[] = {
    MANDAT_RULE("C7.offer",
                "An offer is compared by what it covers of the buyers of the blind test (the whole exposure and the "
                "ten largest), by its usable cover after the limite de décaissement, and by its whole cost"),
    MANDAT_RULE("C18.comparison",
                "Beside the cost of cover, before and after corporate tax, every comparison says what one unpaid "
                "invoice of the largest buyer costs in new sales at the margin given, 5 % where none is"),
};

inline constexpr base::Figure<base::Rate> usual_margin{"C18.usual_margin", base::Rate::percent(5)};

// What the insurer granted for all causes on each buyer asked; nothing granted: limit 0. Both lists are of one length.
struct Cover {
  std::vector<base::Money> exposures;
  std::vector<engine::Grant> grants;
  base::Money insolvency_only;                // granted in insolvency alone, besides
  base::Money ended = {};                     // granted, but over: to be confirmed before it counts
  std::optional<base::Day> valid_until = {};  // the last day of the first of its limits to end, past or to come
  enum class Answers { none, some } answers = Answers::none;
};

struct Cost {
  engine::Amount charge;     // of the year, without the VAT that is recovered
  engine::Amount after_tax;  // less the corporate tax that the charge saves
};

struct Figures {
  engine::Premium premium;
  engine::OfferTotals totals;
  Cost cost;
  engine::Explanation cost_explanation;
  std::optional<engine::Amount> provisional_limit;  // limite de décaissement while deposits stand for the premium
  engine::Explanation provisional_explanation;
};
base::Outcome<Figures> figures_of(const Quote& quote, const Cover& cover);

}  // namespace credit::offer
