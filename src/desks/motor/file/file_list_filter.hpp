// Internal to the file's folder: a list's question as SQL, and by which way its rows are found.
#pragma once

#include <string>
#include <vector>

#include "desks/motor/file/file_list.hpp"

namespace motor::file {

struct Filter {
  std::string from = "motor_files f";
  std::string where;
  std::vector<db::Param> params;
  bool few = false;  // the rows are so few that they are best sorted once found
};
Filter filter_of(db::Transaction& tx, const ListQuery& query);

}  // namespace motor::file
