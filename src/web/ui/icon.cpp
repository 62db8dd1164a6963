#include "web/ui/icon.hpp"

#include <array>

#include "web/html/svg.hpp"
#include "web/ui/asset.hpp"

namespace web::ui {
namespace {

constexpr std::array kNames{
#define X(name) std::string_view(#name),
    MANDAT_ICONS(X)
#undef X
};

html::Markup draw(std::string_view name) {
  using namespace html;
  return svg::svg(cls("icon"), aria("hidden", "true"), attr("focusable", "false"),
                  svg::use(asset("icons.svg").fragment(name)));
}

}  // namespace

std::string_view name_of(Icon icon) { return kNames.at(static_cast<std::size_t>(icon)); }

const html::Markup& icon(Icon icon) {
  static const auto drawn = [] {
    std::array<html::Markup, kNames.size()> all;
    for (std::size_t i = 0; i < kNames.size(); ++i) all.at(i) = draw(kNames.at(i));
    return all;
  }();
  return drawn.at(static_cast<std::size_t>(icon));
}

}  // namespace web::ui
