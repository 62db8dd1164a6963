// In which order an expert goes round the places of one day (M33). Pure.
#pragma once

#include <optional>
#include <vector>

#include "base/rule.hpp"
#include "floor/places/point.hpp"

namespace motor::rounds {

inline constexpr base::Rule round_rules[] = {
    MANDAT_RULE(
        "M33",
        "The firm plans its inspection rounds by day and place, on a list and a drawn map, and decides the dates "
        "suggested from there"),
    MANDAT_RULE("M33.queue",
                "What waits for the firm stands on one page and in one count: dates suggested, supplements, documents "
                "sent and not judged, the oldest first, page by page"),
    MANDAT_RULE(
        "M33.order",
        "A round goes through the places that have an hour in the order of their hours, at one hour to the nearest; "
        "each other place stands where it lengthens the way least"),
};

struct Stop {
  places::Point point;
  std::optional<int> minute = {};  // of the day: its first appointment with an hour
};

// The indexes of the stops in the order of the round.
std::vector<std::size_t> order(const std::vector<Stop>& stops);
// As the crow flies, in metres.
double length_m(const std::vector<Stop>& stops, const std::vector<std::size_t>& order);

}  // namespace motor::rounds
