#include "web/ui/bars.hpp"

#include <algorithm>

#include "web/html/elements.hpp"
#include "web/html/svg.hpp"

namespace web::ui {
namespace {

html::Markup line(const Bar& bar, std::int64_t largest) {
  constexpr std::int64_t width = 1000, shortest = 4;
  const std::int64_t length = largest == 0 ? 0 : std::max(shortest, bar.size * width / largest);
  return html::li(html::span(html::cls("share-label"), bar.label),
                  html::svg::svg(html::cls("share-bar"), html::attr("viewBox", "0 0 1000 10"),
                                 html::attr("preserveAspectRatio", "none"), html::aria("hidden", "true"),
                                 html::svg::rect(html::attr("width", static_cast<int>(length)),
                                                 html::attr("height", 10), html::attr("rx", 2))),
                  html::span(html::cls("share-value num"), bar.value));
}

}  // namespace

html::Markup bars(std::string_view title, const std::vector<Bar>& bars) {
  std::int64_t largest = 0;
  for (const Bar& bar : bars) largest = std::max(largest, bar.size);
  html::Markup lines;
  for (const Bar& bar : bars) lines += line(bar, largest);
  return html::section(html::cls("shares"), html::h3(title), html::ul(lines));
}

}  // namespace web::ui
