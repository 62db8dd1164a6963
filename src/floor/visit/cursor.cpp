#include "floor/visit/cursor.hpp"

#include <string_view>
#include <utility>

#include "base/whole_number.hpp"

namespace visit {

std::optional<Cursor> cursor_of(const web::Fields& query) {
  for (const auto& [name, direction] :
       {std::pair{"apres", Cursor::Direction::after}, std::pair{"avant", Cursor::Direction::before}}) {
    const auto text = query.get(name);
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) continue;
    const auto key = base::whole_number(text.substr(0, dash));
    const auto id = base::whole_number(text.substr(dash + 1));
    if (key && id) return Cursor{*key, *id, direction};
  }
  return std::nullopt;
}

}  // namespace visit
