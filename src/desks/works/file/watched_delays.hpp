// What others owe in a broker's open claims, for his calendar (P4.icalendar).
#pragma once

#include <vector>

#include "floor/visit/site.hpp"

namespace works::file {

// The pending delays that somebody must keep, the firm's answer and quote among them, by due instant; reminders, which
// nobody owes, are not. None for who is no broker.
std::vector<visit::WatchedDelay> watched_delays(db::Transaction& tx, const identity::Actor& reader);

}  // namespace works::file
