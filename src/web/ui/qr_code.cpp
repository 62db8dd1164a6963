#include "web/ui/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "web/html/elements.hpp"
#include "web/html/svg.hpp"

namespace web::ui {
namespace {

using namespace html;

constexpr int quiet_zone = 4;  // modules of margin: less is not read by every camera

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// The dark modules, each row's neighbours as one rectangle.
std::string path_of(const QRcode& code) {
  const auto dark = [&](int x, int y) { return (code.data[y * code.width + x] & 1U) != 0; };
  std::string path;
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width; ++x) {
      if (!dark(x, y)) continue;
      const int begun = x;
      while (x < code.width && dark(x, y)) ++x;
      path += fmt::format("M{} {}h{}v1h-{}z", begun + quiet_zone, y + quiet_zone, x - begun, x - begun);
    }
  }
  return path;
}

}  // namespace

Markup qr_code(std::string_view text, std::string_view label) {
  const std::unique_ptr<QRcode, Free> code(QRcode_encodeData(
      static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
  MANDAT_ASSERT(code != nullptr);
  const int side = code->width + 2 * quiet_zone;
  return svg::svg(cls("qr-code"), attr("viewBox", fmt::format("0 0 {} {}", side, side)), role("img"),
                  aria("label", label), attr("shape-rendering", "crispEdges"),
                  svg::rect(cls("qr-ground"), attr("width", side), attr("height", side)),
                  svg::path(cls("qr-modules"), attr("d", path_of(*code))));
}

}  // namespace web::ui
