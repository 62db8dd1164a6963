// Which certificates cover a job on the day its works begin (W8). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "desks/works/tradesman/profile.hpp"

namespace works::certificate {

inline constexpr base::Rule certificate_rules[] = {
    MANDAT_RULE("W8.archived",
                "The certificate in force on the day the works begin is kept with the job for ten years: from "
                "acceptance, then for the day that the firm tells; a later certificate does not replace it"),
    MANDAT_RULE("W8.start_day",
                "Works that begin on a day that no certificate covers are told to firm and broker and are an "
                "administrators' task, until a certificate covers that day"),
};

inline constexpr base::Figure<int> kept_years{"W8.certificate_years", 10};  // after the job
inline constexpr base::Figure<int> furthest_start{"W8.furthest_start_days", 730};

struct Covering {
  std::string certificate;  // insurer and policy number
  base::Day valid_from, valid_until;
  std::vector<std::string> trades;  // slugs, in the order asked
  documents::DocumentId document;   // none: not kept here

  friend bool operator==(const Covering&, const Covering&) = default;
};
struct Cover {
  std::vector<Covering> certificates;
  std::vector<std::string> uncovered;  // slugs
};
// Of several certificates for a trade, the one that began last.
Cover cover_on(base::Day day, const std::vector<std::string>& trades,
               const std::vector<tradesman::Coverage>& coverages);

}  // namespace works::certificate
