// The papers of a placement that its broker keeps (C1 to C12): their kinds, who may see them, and keeping one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/placement/placement_ids.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/actor.hpp"

namespace credit::file {

inline constexpr base::Rule paper_rules[] = {
    MANDAT_RULE("P3.credit_papers",
                "A broker keeps the papers of a placement with it, by kind; the insured company sees them but for what "
                "an insurer proposes, what was established of persons, and what goes to insurers alone"),
};

inline constexpr base::RefusalCode kind_missing{base::RefusalKind::invalid, "credit.papers.kind_missing"};
inline constexpr base::RefusalCode paper_missing{base::RefusalKind::invalid, "credit.papers.missing"};

struct PaperKind {
  std::string_view text;   // as stored
  std::string_view label;  // "Extrait Kbis"
  enum class Reach { parties, broker } reach;
};
// What a broker may add, in the order of the form.
const std::vector<PaperKind>& kept_kinds();
// The French name of any document of a placement: "Police signée".
std::string_view paper_label(std::string_view kind);
// The insured company sees it, as far as the placement is its own.
bool shown_to_company(std::string_view kind);

base::Outcome<base::Done> keep_paper(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                     std::string_view kind, const documents::Prepared& paper);

}  // namespace credit::file
