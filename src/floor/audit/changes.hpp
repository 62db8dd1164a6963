// Which files facts were recorded of lately, for pages that refresh themselves (P15).
#pragma once

#include <cstdint>
#include <vector>

#include "floor/platform/act.hpp"

namespace audit {

// The id of the last fact recorded until the instant :until; 0 when there is none.
extern const std::string_view latest_fact_sql;

struct Changes {
  std::int64_t last = 0;                 // the id of the last such fact; 0: none
  std::vector<platform::FileRef> files;  // each once; at most `most` + 1, facts of no file left out
};
Changes changes_after(db::Transaction& tx, std::int64_t id, base::Instant until, int most);

}  // namespace audit
