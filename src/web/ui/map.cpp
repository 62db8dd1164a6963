#include "web/ui/map.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "base/french.hpp"
#include "base/text.hpp"
#include "web/html/elements.hpp"
#include "web/html/svg.hpp"

namespace web::ui {

using namespace html;

namespace {

constexpr double kWidth = 480, kHeight = 400, kMargin = 24;  // of the drawing, in its own units
constexpr double kMetresPerDegree = 111'320;                 // of latitude
constexpr double kSmallestSpan = 4'000;                      // metres: a single place is not drawn at street scale

struct Metres {
  double east, north;
};

// Equirectangular around the first point: within a few hundred kilometres the error is far below a point's size.
class Projection {
 public:
  explicit Projection(const Map& map) : origin_(map.points.front()) {
    double west = 0, east = 0, south = 0, north = 0;
    for (const MapPoint& point : map.points) {
      const Metres at = metres(point);
      const double reach = point.radius_m.value_or(0);
      west = std::min(west, at.east - reach);
      east = std::max(east, at.east + reach);
      south = std::min(south, at.north - reach);
      north = std::max(north, at.north + reach);
    }
    centre_ = {(west + east) / 2, (south + north) / 2};
    scale_ = std::min((kWidth - 2 * kMargin) / std::max(east - west, kSmallestSpan),
                      (kHeight - 2 * kMargin) / std::max(north - south, kSmallestSpan));
  }

  double left(const MapPoint& point) const { return kWidth / 2 + (metres(point).east - centre_.east) * scale_; }
  double top(const MapPoint& point) const { return kHeight / 2 - (metres(point).north - centre_.north) * scale_; }
  std::string x(const MapPoint& point) const { return number(left(point)); }
  std::string y(const MapPoint& point) const { return number(top(point)); }
  std::string length(double metres) const { return number(metres * scale_); }
  double scale() const { return scale_; }

  static std::string number(double value) { return fmt::format("{:.1f}", value); }

 private:
  Metres metres(const MapPoint& point) const {
    const double shrink = std::cos(origin_.latitude_e6 / 1e6 * std::numbers::pi / 180);
    return {(point.longitude_e6 - origin_.longitude_e6) / 1e6 * kMetresPerDegree * shrink,
            (point.latitude_e6 - origin_.latitude_e6) / 1e6 * kMetresPerDegree};
  }

  MapPoint origin_;
  Metres centre_{};
  double scale_ = 1;
};

std::string_view kind_class(MapPoint::Kind kind) {
  switch (kind) {
    case MapPoint::Kind::place:
      return "map-place";
    case MapPoint::Kind::proposed:
      return "map-proposed";
    case MapPoint::Kind::excluded:
      return "map-excluded";
    case MapPoint::Kind::town:
      return "map-town";
  }
  return {};
}

Markup circle_of(const Projection& projection, const MapPoint& point) {
  if (!point.radius_m) return {};
  return svg::circle(cls("map-reach", kind_class(point.kind)), attr("cx", projection.x(point)),
                     attr("cy", projection.y(point)), attr("r", projection.length(*point.radius_m)));
}

int size_of(MapPoint::Kind kind) {
  if (kind == MapPoint::Kind::town) return 4;
  return kind == MapPoint::Kind::excluded ? 5 : 11;
}

Markup mark_of(const Projection& projection, const MapPoint& point) {
  const std::string x = projection.x(point), y = projection.y(point);
  const Markup mark =
      svg::g(cls("map-point", kind_class(point.kind)), svg::title(point.label),
             svg::circle(attr("cx", x), attr("cy", y), attr("r", size_of(point.kind))),
             point.rank ? svg::text(attr("x", x), attr("y", y), attr("dy", "0.35em"), *point.rank) : Markup{});
  return point.url ? svg::a(href(*point.url), mark) : mark;
}

struct Box {
  double left, top, right, bottom;
  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

// Names to the right of their points, or to the left of those near the edge; a name that would lie on another, or on a
// point with a number, is left to the title.
Markup names_of(const Projection& projection, const std::vector<MapPoint>& points) {
  constexpr double letter = 6.2, line = 14, gap = 7;
  std::vector<Box> taken;
  for (const MapPoint& point : points) {
    const double x = projection.left(point), y = projection.top(point), r = size_of(point.kind);
    taken.push_back({x - r, y - r, x + r, y + r});
  }
  Markup names;
  for (const MapPoint& point : points) {
    if (point.name.empty()) continue;
    const double width = letter * static_cast<double>(base::count_code_points(point.name));
    const double x = projection.left(point), y = projection.top(point);
    const bool right = x + gap + width < kWidth;
    const double from = right ? x + gap : x - gap - width;
    const Box box{from, y - line / 2, from + width, y + line / 2};
    if (std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return other.meets(box); })) continue;
    taken.push_back(box);
    names += svg::text(cls("map-name"), attr("x", Projection::number(right ? x + gap : x - gap)),
                       attr("y", Projection::number(y)), attr("dy", "0.35em"),
                       attr("text-anchor", right ? "start" : "end"), aria("hidden", "true"), point.name);
  }
  return names;
}

// A bar of a round length, at most a third of the drawing.
Markup scale_bar(const Projection& projection) {
  int metres = 1000;
  for (const int candidate : {2'000, 5'000, 10'000, 20'000, 50'000, 100'000, 200'000}) {
    if (candidate * projection.scale() <= kWidth / 3) metres = candidate;
  }
  const double y = kHeight - 16, from = 16, to = from + metres * projection.scale();
  return svg::g(cls("map-scale"),
                svg::line(attr("x1", Projection::number(from)), attr("x2", Projection::number(to)),
                          attr("y1", Projection::number(y)), attr("y2", Projection::number(y))),
                svg::text(attr("x", Projection::number(from)), attr("y", Projection::number(y - 6)),
                          base::french::distance(metres)));
}

}  // namespace

Markup map(const Map& map) {
  if (map.points.empty()) return {};
  const Projection projection(map);
  return figure(cls("map"),
                svg::svg(attr("viewBox", fmt::format("0 0 {:.0f} {:.0f}", kWidth, kHeight)), role("group"),
                         aria("label", map.description),
                         each(map.points, [&](const MapPoint& point) { return circle_of(projection, point); }),
                         each(map.points, [&](const MapPoint& point) { return mark_of(projection, point); }),
                         names_of(projection, map.points), scale_bar(projection)));
}

}  // namespace web::ui
