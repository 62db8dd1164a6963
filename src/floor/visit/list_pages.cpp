#include "floor/visit/list_pages.hpp"

#include "base/french.hpp"

namespace visit {

std::string counted(std::int64_t count, std::string_view singular, std::string_view plural) {
  if (count > counted_up_to) return base::french::integer(counted_up_to) + "+ " + std::string(plural);
  return base::french::plural(count, singular, plural);
}

web::html::Url at_cursor(web::html::Url url, const std::optional<Cursor>& cursor) {
  if (!cursor) return url;
  return url.query(cursor->direction == Cursor::Direction::after ? "apres" : "avant",
                   std::to_string(cursor->key) + "-" + std::to_string(cursor->id));
}

}  // namespace visit
