// What a list of buyers changes in those that are there already (C2, C3). No database: who is new, who takes new
// figures, who gets the identifier that he lacked.
#pragma once

#include "base/rule.hpp"
#include "desks/credit/portfolio/buyer.hpp"

namespace credit::portfolio {

inline constexpr base::Rule buyers_merge_rules[] = {
    MANDAT_RULE("C2.completed",
                "A row that brings an identifier nobody has, under the name and country of one buyer who lacks his, "
                "completes that buyer: he takes it with the row's figures and is not counted twice; where several "
                "buyers or several rows bear that name, none is completed and each row is a buyer of its own"),
};

struct Taken {
  int added = 0, changed = 0;
  int completed = 0;     // of an identifier that was missing
  int unidentified = 0;  // of those added
};
struct Merge {
  std::vector<Buyer> to_save;  // each once; those added have no id yet
  Taken taken;
};
Merge merge(const std::vector<Buyer>& known, const std::vector<NewBuyer>& rows);

}  // namespace credit::portfolio
