#include "web/html/hole.hpp"

#include "base/assert.hpp"

namespace web::html {
namespace {

constexpr char mark = '\0';  // stands in no page: escaping replaces it

}  // namespace

Markup hole() { return Core::literal(std::string_view(&mark, 1)); }

Around::Around(const Markup& around) {
  const std::string_view text = around.text();
  const std::size_t place = text.find(mark);
  MANDAT_ASSERT(place != std::string_view::npos && text.find(mark, place + 1) == std::string_view::npos);
  before_ = Core::literal(text.substr(0, place));
  after_ = Core::literal(text.substr(place + 1));
}

Markup filled(const Markup& around, const Markup& content) {
  Markup all;
  Around(around).add_to(all, content);
  return all;
}

}  // namespace web::html
