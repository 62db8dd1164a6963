// Pages of a PDF to draw on, in points from the top left (1/72 inch). Internal to Paper: nobody else sees cairo or
// Pango.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "floor/papers/paper.hpp"

namespace papers {

struct Colour {
  double red, green, blue;
};
inline constexpr Colour ink{0.10, 0.12, 0.16}, faint{0.36, 0.40, 0.46}, line_colour{0.82, 0.84, 0.87},
    ground{0.95, 0.96, 0.97};
Colour ground_of(Tone tone);

struct Font {
  double size;  // points
  bool bold = false;
  Colour colour = ink;
};

struct Freed {
  void operator()(cairo_surface_t* surface) const { ::cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { ::cairo_destroy(context); }
  void operator()(PangoFontMap* fonts) const { ::g_object_unref(fonts); }
  void operator()(PangoContext* context) const { ::g_object_unref(context); }
  void operator()(PangoLayout* layout) const { ::g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { ::pango_font_description_free(font); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

// A text laid out within a width.
class Laid {
 public:
  explicit Laid(Owned<PangoLayout> layout, Colour colour) : layout_(std::move(layout)), colour_(colour) {}
  double height() const;
  int lines() const { return ::pango_layout_get_line_count(layout_.get()); }
  double height_of(int line) const;
  PangoLayout* layout() const { return layout_.get(); }
  Colour colour() const { return colour_; }

 private:
  Owned<PangoLayout> layout_;
  Colour colour_;
};

class Canvas {
 public:
  // `pages`: how many there will be, for the footers; 0 while they are counted and nothing is kept.
  Canvas(const About& about, int pages);

  double width() const { return width_; }  // of the page
  double height() const { return height_; }
  double left() const { return margin; }
  double right() const { return width_ - margin; }
  double inner_width() const { return width_ - 2 * margin; }
  double top() const { return margin; }
  double bottom() const { return height_ - margin - footer_height; }

  Laid lay(std::string_view text, const Font& font, double width, Side side = Side::start) const;
  void draw(const Laid& text, double x, double y);
  void draw_line(const Laid& text, int line, double x, double y);  // one line of it, its top at y
  void rectangle(double x, double y, double w, double h, Colour fill);
  void rule(double x, double y, double w, Colour colour);

  void end_page();  // with its footer
  int page() const { return page_; }
  std::string finish();  // ends the last page too

  static constexpr double margin = 51;  // 18 mm
  static constexpr double footer_height = 24;

 private:
  const About& about_;
  const int pages_;
  double width_, height_;
  std::string pdf_;
  Owned<cairo_surface_t> surface_;
  Owned<cairo_t> context_;
  Owned<PangoFontMap> fonts_;
  Owned<PangoContext> pango_;
  int page_ = 1;
};

}  // namespace papers
