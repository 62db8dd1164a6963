#include "desks/motor/rounds/rounds_store.hpp"

#include <fmt/format.h>

#include <string>

#include "desks/motor/document/paper.hpp"
#include "desks/motor/schedule/schedule.hpp"
#include "desks/motor/supplement/supplement.hpp"

namespace motor::rounds {

std::string_view to_decide_sql() {
  static const std::string sql = fmt::format("SELECT ({}) + ({}) + ({})", schedule::to_decide_sql,
                                             supplement::to_decide_sql, document::to_judge_sql);
  return sql;
}

}  // namespace motor::rounds
