#include "floor/visit/cursor.hpp"

#include <charconv>
#include <string_view>
#include <utility>

namespace visit {
namespace {

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Cursor> cursor_of(const web::Fields& query) {
  for (const auto& [name, direction] :
       {std::pair{"apres", Cursor::Direction::after}, std::pair{"avant", Cursor::Direction::before}}) {
    const auto text = query.get(name);
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) continue;
    const auto key = number(text.substr(0, dash));
    const auto id = number(text.substr(dash + 1));
    if (key && id) return Cursor{*key, *id, direction};
  }
  return std::nullopt;
}

}  // namespace visit
