// Internal to the file's folder: a list's question as tests of columns, and the ways by which its rows are found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desks/motor/file/file_list.hpp"

namespace motor::file {

// What leaves a file in the list or not. A test on one column may be answered by an index; any other is tried on rows.
struct Test {
  enum class Holds { text, number, rows };
  std::string_view column;  // of motor_files; of a test on rows, empty
  std::string sql;          // what follows the column: ">= :claim_from"; of a test on rows, the whole
  Holds holds;
};

struct Filter {
  // All files found, in no order: counted, or gathered and sorted.
  std::string from = "motor_files f";
  std::string id = "f.id";
  std::string where;
  bool repeats = false;  // a file may be found several times
  bool leads = false;    // by rows that are few of their nature: gathered at once, not counted first
  // The same, met along the order of the list until a page is full.
  std::string walked;
  bool within = false;  // what is tested along the newest stands in their index: no file is opened but those shown
  std::vector<db::Param> params;
};
Filter filter_of(db::Transaction& tx, const ListQuery& query, int most);

std::string_view sql_of(std::optional<Column> column);  // what it sorts by
bool sorts_by_number(std::optional<Column> column);

}  // namespace motor::file
