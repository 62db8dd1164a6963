// Where a page of a list begins (P14): the sort key and the id of the line beside it, as addresses hold them.
#pragma once

#include <cstdint>
#include <optional>

#include "web/http.hpp"

namespace visit {

struct Cursor {
  std::int64_t key;
  std::int64_t id;
  enum class Direction { after, before } direction = Direction::after;
};

// ?apres=key-id or ?avant=key-id; none when neither is there or whole.
std::optional<Cursor> cursor_of(const web::Fields& query);

}  // namespace visit
