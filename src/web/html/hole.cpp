#include "web/html/hole.hpp"

#include "base/assert.hpp"

namespace web::html {
namespace {

constexpr char mark = '\0';  // stands in no page: escaping replaces it

}  // namespace

Markup hole() { return Core::literal(std::string_view(&mark, 1)); }

Markup filled(const Markup& around, const Markup& content) {
  const std::string_view text = around.text();
  const std::size_t place = text.find(mark);
  MANDAT_ASSERT(place != std::string_view::npos && text.find(mark, place + 1) == std::string_view::npos);
  Markup all = Core::literal(text.substr(0, place));
  all += content;
  all += Core::literal(text.substr(place + 1));
  return all;
}

}  // namespace web::html
