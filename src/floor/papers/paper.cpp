#include "floor/papers/paper.hpp"

#include <algorithm>
#include <numeric>

#include "base/assert.hpp"
#include "floor/papers/canvas.hpp"

namespace papers {
namespace {

constexpr double body_size = 9.5, small_size = 8, cell_padding = 5, column_gap = 8;

Font font_of(Paper::Style style) {
  switch (style) {
    case Paper::Style::title:
      return {.size = 19, .bold = true};
    case Paper::Style::heading:
      return {.size = 12.5, .bold = true};
    case Paper::Style::subheading:
      return {.size = 10.5, .bold = true};
    case Paper::Style::body:
    case Paper::Style::bullet:
      return {.size = body_size};
    case Paper::Style::strong:
      return {.size = body_size, .bold = true};
    case Paper::Style::quiet:
      return {.size = small_size, .bold = false, .colour = faint};
  }
  return {.size = body_size};
}

struct Space {
  double before, after;
};
Space space_of(Paper::Style style) {
  switch (style) {
    case Paper::Style::title:
      return {0, 10};
    case Paper::Style::heading:
      return {14, 6};
    case Paper::Style::subheading:
      return {8, 4};
    case Paper::Style::body:
    case Paper::Style::strong:
    case Paper::Style::quiet:
      return {0, 6};
    case Paper::Style::bullet:
      return {0, 3};
  }
  return {0, 6};
}

bool is_heading(Paper::Style style) {
  return style == Paper::Style::title || style == Paper::Style::heading || style == Paper::Style::subheading;
}

// Puts blocks under one another, and on the next page what does not fit.
class Layout {
 public:
  explicit Layout(Canvas& canvas) : canvas_(canvas), y_(canvas.top()) {}

  void operator()(const Paper::Text& text) {
    const Space space = space_of(text.style);
    const bool bullet = text.style == Paper::Style::bullet;
    constexpr double indent = 12;
    const double x = canvas_.left() + (bullet ? indent : 0);
    const Laid laid = canvas_.lay(text.text, font_of(text.style), canvas_.right() - x);
    if (!at_top()) y_ += space.before;
    constexpr double followed = 60;  // a heading keeps company with the lines after it
    if (is_heading(text.style)) need(laid.height() + followed);
    if (bullet) {
      need(laid.height_of(0));
      canvas_.draw(canvas_.lay("•", font_of(text.style), indent), canvas_.left(), y_);
    }
    flow(laid, x);
    y_ += space.after;
  }

  void operator()(const Letterhead& head) {
    const double half = canvas_.inner_width() / 2 - column_gap;
    const double begin = y_;
    const double sender = column(head.sender, canvas_.left(), half);
    y_ = begin;
    const double recipient = column(head.recipient, canvas_.left() + canvas_.inner_width() / 2 + column_gap, half);
    y_ = std::max(sender, recipient) + 26;
  }

  void operator()(const Facts& facts) {
    const double label_width = canvas_.inner_width() * 0.32;
    for (const auto& [label, value] : facts) {
      const Laid name =
          canvas_.lay(label, {.size = body_size, .bold = false, .colour = faint}, label_width - column_gap);
      const Laid text = canvas_.lay(value, {.size = body_size}, canvas_.inner_width() - label_width);
      const double height = std::max(name.height(), text.height());
      need(height);
      canvas_.draw(name, canvas_.left(), y_);
      canvas_.draw(text, canvas_.left() + label_width, y_);
      y_ += height + 3;
    }
    y_ += 6;
  }

  void operator()(const Paper::Note& note) {
    constexpr double padding = 8;
    const Laid laid = canvas_.lay(note.text, {.size = body_size}, canvas_.inner_width() - 2 * padding);
    need(laid.height() + 2 * padding);
    canvas_.rectangle(canvas_.left(), y_, canvas_.inner_width(), laid.height() + 2 * padding, ground_of(note.tone));
    y_ += padding;
    flow(laid, canvas_.left() + padding);
    y_ += padding + 8;
  }

  void operator()(const Paper::Gap&) { y_ += 14; }
  void operator()(const Paper::PageBreak&) {
    if (!at_top()) next_page();
  }
  void operator()(const PaperTable& table);

 private:
  bool at_top() const { return y_ <= canvas_.top(); }
  void next_page() {
    canvas_.end_page();
    y_ = canvas_.top();
  }
  void need(double height) {
    if (y_ + height > canvas_.bottom() && !at_top()) next_page();
  }

  // Line by line, over pages where it must.
  void flow(const Laid& laid, double x) {
    if (y_ + laid.height() <= canvas_.bottom()) {
      canvas_.draw(laid, x, y_);
      y_ += laid.height();
      return;
    }
    for (int line = 0; line < laid.lines(); ++line) {
      const double height = laid.height_of(line);
      need(height);
      canvas_.draw_line(laid, line, x, y_);
      y_ += height;
    }
  }

  double column(const std::vector<std::string>& lines, double x, double width) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Laid laid =
          canvas_.lay(lines[i], {.size = i == 0 ? body_size + 1 : body_size - 0.5, .bold = i == 0}, width);
      canvas_.draw(laid, x, y_);
      y_ += laid.height() + 1;
    }
    return y_;
  }

  Canvas& canvas_;
  double y_;

  friend class TableLayout;
};

// The columns of one table, its rows, its header again on each page.
class TableLayout {
 public:
  TableLayout(Layout& page, const PaperTable& table) : page_(page), canvas_(page.canvas_), table_(table) {
    const int shares = std::accumulate(table.columns.begin(), table.columns.end(), 0,
                                       [](int sum, const PaperColumn& column) { return sum + column.share; });
    double x = canvas_.left();
    for (const PaperColumn& column : table.columns) {
      const double width = canvas_.inner_width() * column.share / shares;
      places_.push_back({x, width});
      x += width;
    }
  }

  void draw() {
    const auto header = header_row();
    const double header_height = height_of(header);
    page_.need(header_height + (table_.rows.empty() ? 0 : height_of(laid(table_.rows.front()))));
    draw_header(header, header_height);
    for (const PaperRow& row : table_.rows) {
      const auto cells = laid(row);
      const double height = height_of(cells);
      if (page_.y_ + height > canvas_.bottom()) {
        page_.next_page();
        draw_header(header, header_height);
      }
      draw_row(row, cells, height);
    }
    page_.y_ += 10;
  }

 private:
  struct Place {
    double x, width;
  };
  using Cells = std::vector<Laid>;

  Laid cell(std::string_view text, const Font& font, std::size_t column) const {
    return canvas_.lay(text, font, places_[column].width - 2 * cell_padding, table_.columns[column].side);
  }
  Cells header_row() const {
    Cells cells;
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      cells.push_back(cell(table_.columns[i].label, {.size = small_size, .bold = true, .colour = faint}, i));
    return cells;
  }
  Cells laid(const PaperRow& row) const {
    Cells cells;
    const Font font{.size = row.weight == Weight::quiet ? small_size : body_size - 0.5,
                    .bold = row.weight == Weight::strong,
                    .colour = row.weight == Weight::quiet ? faint : ink};
    for (std::size_t i = 0; i < row.cells.size(); ++i) cells.push_back(cell(row.cells[i].text, font, i));
    return cells;
  }
  static double height_of(const Cells& cells) {
    double height = 0;
    for (const Laid& each : cells) height = std::max(height, each.height());
    return height + 2 * cell_padding;
  }

  void draw_cells(const Cells& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      canvas_.draw(cells[i], places_[i].x + cell_padding, page_.y_ + cell_padding);
  }
  void draw_header(const Cells& header, double height) {
    canvas_.rectangle(canvas_.left(), page_.y_, canvas_.inner_width(), height, ground);
    draw_cells(header);
    page_.y_ += height;
    canvas_.rule(canvas_.left(), page_.y_, canvas_.inner_width(), line_colour);
  }
  void draw_row(const PaperRow& row, const Cells& cells, double height) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (row.cells[i].tone != Tone::none)
        canvas_.rectangle(places_[i].x + 1, page_.y_ + 1, places_[i].width - 2, height - 2,
                          ground_of(row.cells[i].tone));
    draw_cells(cells);
    page_.y_ += height;
    canvas_.rule(canvas_.left(), page_.y_, canvas_.inner_width(), row.weight == Weight::strong ? faint : line_colour);
  }

  Layout& page_;
  Canvas& canvas_;
  const PaperTable& table_;
  std::vector<Place> places_;
};

void Layout::operator()(const PaperTable& table) { TableLayout(*this, table).draw(); }

std::string drawn(const About& about, const std::vector<Paper::Block>& blocks, int& pages) {
  Canvas canvas(about, pages);
  Layout layout(canvas);
  for (const Paper::Block& block : blocks) std::visit(layout, block);
  pages = canvas.page();
  return canvas.finish();
}

}  // namespace

void Paper::paragraph(std::string text, Weight weight) {
  const Style style = weight == Weight::strong ? Style::strong : weight == Weight::quiet ? Style::quiet : Style::body;
  blocks_.emplace_back(Text{std::move(text), style});
}

void Paper::bullets(std::vector<std::string> items) {
  for (std::string& item : items) blocks_.emplace_back(Text{std::move(item), Style::bullet});
  blocks_.emplace_back(Text{"", Style::quiet});
}

void Paper::table(PaperTable table) {
  MANDAT_ASSERT(!table.columns.empty());
  for (const PaperRow& row : table.rows) MANDAT_ASSERT(row.cells.size() == table.columns.size());
  blocks_.emplace_back(std::move(table));
}

// Twice: the footers say how many pages there are.
std::string Paper::finish() const {
  int pages = 0;
  drawn(about_, blocks_, pages);
  return drawn(about_, blocks_, pages);
}

}  // namespace papers
