// What a firm's past requests and jobs amount to: kept up by each act, so that nothing is counted when a broker
// searches.
#pragma once

#include <cstdint>
#include <optional>

#include "base/time.hpp"

namespace works::tradesman {

struct Record {
  int asked = 0;     // requests that reached an answer or their end; one taken back before does not count
  int answered = 0;  // of those, answered by the firm
  std::int64_t answer_minutes = 0;  // total time to answer
  int accepted = 0;
  int closed = 0;
  int live = 0;      // jobs held now
  int silences = 0;  // consecutive requests without answer (W17)
  std::optional<base::Instant> last_asked_at = {};
};

}  // namespace works::tradesman
