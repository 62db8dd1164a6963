#include "floor/papers/canvas.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <stdexcept>

#include "base/assert.hpp"
#include "base/french.hpp"
#include "base/text.hpp"

#if defined(__SANITIZE_ADDRESS__)
// fontconfig keeps its caches until the process ends, some of them by pointers that the leak sanitizer does not follow.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
#endif

namespace papers {
namespace {

constexpr double short_side = 595.276, long_side = 841.89;  // A4

cairo_status_t append(void* text, const unsigned char* bytes, unsigned length) {
  try {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), length);
  } catch (const std::exception&) {  // C code is on the stack
    return CAIRO_STATUS_NO_MEMORY;
  }
  return CAIRO_STATUS_SUCCESS;
}

void set_colour(cairo_t* context, Colour colour) {
  ::cairo_set_source_rgb(context, colour.red, colour.green, colour.blue);
}

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

}  // namespace

Colour ground_of(Tone tone) {
  switch (tone) {
    case Tone::none:
      return {1, 1, 1};
    case Tone::good:
      return {0.89, 0.96, 0.92};
    case Tone::warn:
      return {0.99, 0.95, 0.86};
    case Tone::bad:
      return {0.99, 0.93, 0.92};
    case Tone::mute:
      return ground;
  }
  return ground;
}

double Laid::height() const {
  int height = 0;
  ::pango_layout_get_size(layout_.get(), nullptr, &height);
  return points(height);
}

double Laid::height_of(int line) const {
  PangoRectangle logical{};
  ::pango_layout_line_get_extents(::pango_layout_get_line_readonly(layout_.get(), line), nullptr, &logical);
  return points(logical.height);
}

Canvas::Canvas(const About& about, int pages)
    : about_(about),
      pages_(pages),
      width_(about.orientation == Orientation::portrait ? short_side : long_side),
      height_(about.orientation == Orientation::portrait ? long_side : short_side) {
  const bool counting = pages == 0;
  surface_.reset(counting ? ::cairo_pdf_surface_create(nullptr, width_, height_)
                          : ::cairo_pdf_surface_create_for_stream(append, &pdf_, width_, height_));
  const auto about_it = [&](cairo_pdf_metadata_t what, const std::string& text) {
    if (!text.empty()) ::cairo_pdf_surface_set_metadata(surface_.get(), what, text.c_str());
  };
  about_it(CAIRO_PDF_METADATA_TITLE, about.title);
  about_it(CAIRO_PDF_METADATA_AUTHOR, about.author);
  about_it(CAIRO_PDF_METADATA_SUBJECT, about.subject);
  about_it(CAIRO_PDF_METADATA_CREATOR, "Mandat");
  about_it(CAIRO_PDF_METADATA_CREATE_DATE, base::iso_utc({about.made.micros / 1'000'000 * 1'000'000}));
  context_.reset(::cairo_create(surface_.get()));
  fonts_.reset(::pango_cairo_font_map_new());
  pango_.reset(::pango_font_map_create_context(fonts_.get()));
  ::pango_context_set_language(pango_.get(), ::pango_language_from_string("fr"));
  ::pango_cairo_context_set_resolution(pango_.get(), 72);  // so that sizes are points
}

Laid Canvas::lay(std::string_view text, const Font& font, double width, Side side) const {
  MANDAT_ASSERT(base::valid_utf8(text));
  Owned<PangoLayout> layout(::pango_layout_new(pango_.get()));
  const Owned<PangoFontDescription> description(::pango_font_description_from_string("Inter, DejaVu Sans"));
  ::pango_font_description_set_absolute_size(description.get(), font.size * PANGO_SCALE);
  ::pango_font_description_set_weight(description.get(), font.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  ::pango_layout_set_font_description(layout.get(), description.get());
  ::pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  ::pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  ::pango_layout_set_line_spacing(layout.get(), 1.3F);
  ::pango_layout_set_alignment(layout.get(), side == Side::end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  const std::string set = base::french::with_no_break_spaces(text);
  ::pango_layout_set_text(layout.get(), set.data(), static_cast<int>(set.size()));
  return Laid(std::move(layout), font.colour);
}

void Canvas::draw(const Laid& text, double x, double y) {
  set_colour(context_.get(), text.colour());
  ::cairo_move_to(context_.get(), x, y);
  ::pango_cairo_show_layout(context_.get(), text.layout());
}

void Canvas::draw_line(const Laid& text, int line, double x, double y) {
  PangoRectangle logical{};
  PangoLayoutLine* const one = ::pango_layout_get_line_readonly(text.layout(), line);
  ::pango_layout_line_get_extents(one, nullptr, &logical);
  set_colour(context_.get(), text.colour());
  ::cairo_move_to(context_.get(), x, y - points(logical.y));
  ::pango_cairo_show_layout_line(context_.get(), one);
}

void Canvas::rectangle(double x, double y, double w, double h, Colour fill) {
  set_colour(context_.get(), fill);
  ::cairo_rectangle(context_.get(), x, y, w, h);
  ::cairo_fill(context_.get());
}

void Canvas::rule(double x, double y, double w, Colour colour) {
  constexpr double thickness = 0.6;
  rectangle(x, y, w, thickness, colour);
}

void Canvas::end_page() {
  constexpr double size = 7.5;
  const double y = height_ - margin - size;
  rule(left(), y - 8, inner_width(), line_colour);
  const Font font{.size = size, .bold = false, .colour = faint};
  const double number_width = 80;
  const std::string number = fmt::format("Page {}\u00A0/\u00A0{}", page_, pages_);
  draw(lay(about_.footer, font, inner_width() - number_width), left(), y);
  draw(lay(number, font, number_width, Side::end), right() - number_width, y);
  ::cairo_show_page(context_.get());
  ++page_;
}

std::string Canvas::finish() {
  end_page();
  context_.reset();
  ::cairo_surface_finish(surface_.get());
  if (const auto status = ::cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(std::string("cairo: ") + ::cairo_status_to_string(status));
  return std::move(pdf_);
}

}  // namespace papers
