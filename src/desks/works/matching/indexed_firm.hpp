// A firm as the index in memory holds it: what decides whether it is found, and where it ranks (W8, W9, W11).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "base/time.hpp"
#include "floor/places/point.hpp"

namespace works::matching {

// Days are numbered by the caller, in any way that counts one for each; both ends are included.
struct DaySpan {
  std::int32_t first, last;
};
inline constexpr DaySpan always{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};

struct Cover {
  std::int32_t trade;  // numbered by the caller
  DaySpan days;        // on which the firm may be asked for it
};

inline constexpr std::uint8_t every_day = 0b111'1111;

struct IndexedFirm {
  std::int64_t id;
  places::Point base;
  std::int64_t radius_m;      // 0 or more: works within it, the edge included
  std::int32_t rating;        // greater is better; of a network's firm, what does not move with time
  std::vector<Cover> covers;  // in any order; none: found nowhere
  std::vector<DaySpan> busy;  // in any order

  // Of a network's firm.
  std::uint8_t week = every_day;  // bit d: it works on the days whose number is d modulo 7
  bool active = true;
  std::optional<base::Instant> last_asked = {};
  std::int64_t mark = 0;  // of the last change it was read after (db/change_log.hpp)
};

// Sorts, and joins spans that meet: what the questions below rely on.
void tidy(IndexedFirm& firm);

bool has(const IndexedFirm& firm, std::int32_t trade);  // on whatever day
bool covers(const IndexedFirm& firm, std::int32_t trade, std::int32_t day);
bool free_on(const IndexedFirm& firm, std::int32_t day);  // works by its week and is not busy

}  // namespace works::matching
