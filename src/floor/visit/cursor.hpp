// Where a page of a list begins (P14): the sort key and the id of the line beside it, as addresses hold them.
#pragma once

#include <optional>

#include "db/keyset.hpp"
#include "web/http.hpp"

namespace visit {

using db::Cursor;

// ?apres=key-id or ?avant=key-id; none when neither is there or whole.
std::optional<Cursor> cursor_of(const web::Fields& query);

}  // namespace visit
