// One unpaid invoice under the clauses of an offer: what the insurer would pay, and by when everything must be done
// (C16, C23, C25). Pure.
#pragma once

#include <optional>

#include "desks/credit/calculators/retained.hpp"
#include "desks/credit/engine/calculus.hpp"
#include "desks/credit/engine/indemnity.hpp"
#include "desks/credit/engine/recovery.hpp"
#include "desks/credit/offer/quote.hpp"

namespace credit::offer {

inline constexpr base::Rule loss_simulation_rules[] = {
    MANDAT_RULE(
        "C25.simulated",
        "Under an offer or a policy, an unpaid invoice is simulated by the engines of the claim: the indemnity, "
        "what stays with the insured, why nothing is covered, and the dates that bind, each explained; the "
        "insured sees the same in its space"),
    MANDAT_RULE("C26.simulated",
                "What would be recovered after that indemnity is shared by the policy's allocation, each part "
                "explained"),
};

inline constexpr base::Figure<int> usual_term{"C25.usual_term", 45};  // days, of an invoice that is made up

inline constexpr base::RefusalCode bad_issue_day{base::RefusalKind::invalid, "credit.simulation.bad_day"};
inline constexpr base::RefusalCode bad_term{base::RefusalKind::invalid, "credit.simulation.bad_term"};

struct SimulatedLoss {
  base::Money invoice;  // HT
  engine::CoverKind cover = engine::CoverKind::named;
  base::Money limit = {};  // granted on the buyer; read when it is named
  engine::DefaultCause cause = engine::DefaultCause::protracted;
  engine::Zone buyer = engine::Zone::domestic;
  base::Day issued;
  int term = usual_term.value();     // days
  base::Money recovered = {};        // before the indemnity
  base::Money paid_earlier = {};     // indemnities of the year
  base::Money recovered_later = {};  // after the indemnity
};

struct Simulation {
  engine::Indemnity indemnity;
  engine::Deadlines deadlines;
  calculators::Retained retained;  // what stays with the insured, of what was not recovered
  std::optional<engine::NotCovered> reason = {};
  std::optional<engine::Recovery> shared = {};  // of what is recovered later, when something is
};

// Everything done on its last day. The limite de décaissement is that of the deposits, or of the fixed premium.
// Refusals name the members above.
base::Outcome<Simulation> simulated(const Quote& quote, const SimulatedLoss& loss);

}  // namespace credit::offer
