// Elements of server-drawn SVG (maps, charts). Presentation is by class: the CSP allows no style in the page.
#pragma once

#include "web/html/attributes.hpp"
#include "web/html/markup.hpp"

namespace web::html::svg {

#define MANDAT_SVG_ELEMENT(tag)                                                     \
  template <class... Parts>                                                         \
  Markup tag(const Parts&... parts) {                                               \
    static_assert(attributes_first<Parts...>(), "attributes come before children"); \
    return Core::element(#tag, {Piece(parts)...});                                  \
  }

MANDAT_SVG_ELEMENT(svg)
MANDAT_SVG_ELEMENT(g)
MANDAT_SVG_ELEMENT(path)
MANDAT_SVG_ELEMENT(circle)
MANDAT_SVG_ELEMENT(rect)
MANDAT_SVG_ELEMENT(line)
MANDAT_SVG_ELEMENT(polyline)
MANDAT_SVG_ELEMENT(polygon)
MANDAT_SVG_ELEMENT(text)
MANDAT_SVG_ELEMENT(title)
MANDAT_SVG_ELEMENT(a)

#undef MANDAT_SVG_ELEMENT

inline Markup use(const Url& symbol) {
  const Attribute target = href(symbol);
  return Core::element("use", {Piece(target)});
}

}  // namespace web::html::svg
