// A list read page by page along its sort key (P14): what a page far from the first costs is what the first costs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "db/words.hpp"

namespace db {

// The conditions of a query as trusted text with bound values. Few texts exist, each prepared once a connection.
struct Filter {
  std::string where = "1 = 1";
  std::vector<Param> params = {};

  template <class T>
  void add(std::string_view condition, std::string_view name, const T& value) {
    where.append(" AND ").append(condition);
    params.emplace_back(name, value);
  }
  void add(const Words& words, std::string_view column) {
    where.append(" AND ").append(words.in(column));
    words.add_to(params);
  }
};

// The line beside which a page begins.
struct Cursor {
  std::int64_t key;  // what the list is sorted by
  std::int64_t id;
  enum class Direction { after, before } direction = Direction::after;
};

template <class Line>
struct PageOf {
  std::vector<Line> lines = {};  // in the order shown
  bool earlier = false;          // there are lines before the first
  bool later = false;            // there are lines after the last
};

// One page of a list: adds its condition and its bound :limit to the filter, gives its order, and makes a page of what
// was read. A page before another one is read backwards and turned round.
class Keyset {
 public:
  enum class Way { ascending, descending };

  // `column`: trusted text, an integer column or an expression of one; lines of one key stand in the order of their
  // ids. `limit`: lines of a page, 1 or more.
  Keyset(Filter& filter, std::string_view column, Way way, const std::optional<Cursor>& cursor, int limit);

  const std::string& order() const { return order_; }  // "ORDER BY declared_at DESC, id DESC"

  // `read`: in that order, one line more than the limit when there are more.
  template <class Line>
  PageOf<Line> page(std::vector<Line> read) const {
    const bool more = read.size() > limit_;
    if (more) read.pop_back();
    if (back_) std::reverse(read.begin(), read.end());
    return {std::move(read), back_ ? more : beside_, back_ ? beside_ : more};
  }

 private:
  std::size_t limit_;
  bool beside_, back_;
  std::string order_;
};

// How many rows of the table the filter leaves, counted up to `most` + 1 and no further.
std::int64_t count_up_to(Transaction& tx, std::string_view table, Filter filter, int most);

}  // namespace db
