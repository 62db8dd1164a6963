// An entry corrected (W30): reversed, written in the journal, and told to the desk whose kind of entry it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/ledger/ledger.hpp"

namespace ledger {

inline constexpr base::Rule correction_rules[] = {
    MANDAT_RULE("W30",
                "An entry is corrected by a reversing entry with a reason and its administrator's name, once, and "
                "never edited."),
};

// The desk draws the consequences right after, by the handler of the rule « W30. » and the kind of the entry.
base::Outcome<EntryId> correct(platform::Act& act, const deadlines::Handlers* handlers, EntryId entry,
                               std::string_view reason);

// What a chain of reversals comes down to: which original, and whether it still counts.
struct Correction {
  EntryId original;
  bool in_force;            // reversed an even number of times
  std::string reason;       // of the last reversal
  std::vector<Line> lines;  // of the original
};
Correction correction_of(db::Transaction& tx, EntryId reversal);

}  // namespace ledger
