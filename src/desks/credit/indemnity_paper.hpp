// What an insurer pays on an unpaid invoice, on one page: each step with the clause it rests on (C25).
#pragma once

#include <optional>
#include <string>

#include "base/rule.hpp"
#include "desks/credit/calculators/retained.hpp"
#include "desks/credit/engine/indemnity.hpp"
#include "desks/credit/engine/recovery.hpp"
#include "floor/papers/paper.hpp"

namespace credit {

inline constexpr base::Rule indemnity_paper_rules[] = {
    MANDAT_RULE("C25.paper",
                "The indemnity of a simulated loss is drawn as a PDF: what was supposed, each step with its clause, "
                "its operation and its result, and what stays with the insured, as the screen explains them"),
};

struct IndemnityPaper {
  std::string title;    // "Ce que verserait Coface"
  std::string subject;  // a reference; empty for a calculation of nobody's
  std::string author;
  papers::Facts supposed;  // what was typed
  const engine::Indemnity& indemnity;
  const calculators::Retained& retained;
  const std::optional<engine::Recovery>& shared;  // of what comes back afterwards
  std::string why_nothing;                        // empty: something is covered
  base::Instant now;
};
std::string indemnity_pdf(const IndemnityPaper& paper);

}  // namespace credit
