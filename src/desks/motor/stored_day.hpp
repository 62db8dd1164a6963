// Days in the desk's tables: '' when unknown, so that they sort without a special case.
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "db/database.hpp"

namespace motor {

inline std::optional<base::Day> stored_day(const db::Row& row, int column) {
  return row.text(column).empty() ? std::nullopt : base::Day::from_iso(row.text(column));
}
inline std::string stored_text(const std::optional<base::Day>& day) { return day ? day->iso() : std::string(); }

}  // namespace motor
