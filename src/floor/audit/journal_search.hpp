// The journal's facts that an administrator looks for: of a person, of a kind, of a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "floor/audit/audit.hpp"

namespace audit {

struct Wanted {
  std::optional<identity::AccountId> person = {};  // {}: of anybody; an account of 0 finds nothing
  std::string code = {};                           // "works.mandate.asked"; empty: every kind
  std::optional<base::Day> day = {};               // in Paris
};
// Newest first, before that id; 0: from the end.
std::vector<Fact> facts_wanted(db::Transaction& tx, const Wanted& wanted, std::int64_t before_id, int limit);

}  // namespace audit
