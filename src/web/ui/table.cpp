#include "web/ui/table.hpp"

#include "base/assert.hpp"
#include "web/html/elements.hpp"
#include "web/html/hole.hpp"

namespace web::ui {

using namespace html;

namespace {

std::string_view align_class(Align align) { return align == Align::end ? "end" : ""; }

Icon sort_icon(Sorted sorted) {
  switch (sorted) {
    case Sorted::no:
      return Icon::sort;
    case Sorted::ascending:
      return Icon::sort_up;
    case Sorted::descending:
      return Icon::sort_down;
  }
  return Icon::sort;
}

Attribute sort_state(Sorted sorted) {
  if (sorted == Sorted::no) return {};
  return aria("sort", sorted == Sorted::ascending ? "ascending" : "descending");
}

// Around the address and the label of a heading that sorts.
const Around& sorting_heading(Align align, Sorted sorted) {
  static const auto drawn = [] {
    std::vector<Around> all;
    for (const Align each_align : {Align::start, Align::end})
      for (const Sorted each_sorted : {Sorted::no, Sorted::ascending, Sorted::descending})
        all.emplace_back(th(attr("scope", "col"), cls(align_class(each_align)), sort_state(each_sorted),
                            a(href_hole(), hole(), icon(sort_icon(each_sorted)))));
    return all;
  }();
  return drawn[(align == Align::end ? 3 : 0) + static_cast<std::size_t>(sorted)];
}

void add_heading(Markup& all, const Column& column) {
  if (column.label.empty())
    all += th(attr("scope", "col"), span(cls("visually-hidden"), "Actions"));
  else if (column.sort)
    sorting_heading(column.align, column.sorted).add_to(all, {*column.sort, column.label});
  else
    all += th(attr("scope", "col"), cls(align_class(column.align)), column.label);
}

// What stands around the cells of a column, drawn once; each carries the column's name for the cards of a phone.
struct Cells {
  Around start, end, heading;

  explicit Cells(const Column& column) : Cells(data("label", column.label), column.look) {}
  const Around& of(const Column& column, const Value& value) const {
    return value.align() == Align::end || column.align == Align::end ? end : start;
  }

 private:
  Cells(const Attribute& label, std::string_view look)
      : start(td(cls(look), label, hole())),
        end(td(cls(align_class(Align::end), look), label, hole())),
        heading(th(attr("scope", "row"), cls(look), label, hole())) {}
};
std::vector<Cells> cells_of(const std::vector<Column>& columns) {
  std::vector<Cells> all;
  all.reserve(columns.size());
  for (const Column& column : columns) all.emplace_back(column);
  return all;
}

const Around& row_of(const Row& row) {
  static const auto around = [](std::string_view link, std::string_view fresh) {
    return Around(tr(cls(link, fresh), hole()));
  };
  static const Around plain = around("", ""), fresh = around("", "fresh"), link = around("has-link", ""),
                      fresh_link = around("has-link", "fresh");
  if (row.url) return row.fresh ? fresh_link : link;
  return row.fresh ? fresh : plain;
}

const Attribute& row_link() {
  static const Attribute link = cls("row-link");
  return link;
}

void add_row(Markup& all, const std::vector<Column>& columns, const std::vector<Cells>& around, const Row& row) {
  MANDAT_ASSERT(row.cells.size() == columns.size());
  Markup cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Value& value = row.cells[i];
    if (i == 0 && row.url)
      around[i].heading.add_to(cells, a(row_link(), href(*row.url), value.markup()));
    else
      around[i].of(columns[i], value).add_to(cells, value.markup());
  }
  row_of(row).add_to(all, cells);
}

Markup foot(const Table& table) {
  if (table.foot.empty()) return {};
  MANDAT_ASSERT(table.foot.size() == table.columns.size());
  const auto around = cells_of(table.columns);
  Markup cells;
  for (std::size_t i = 0; i < table.foot.size(); ++i) {
    const Value& value = table.foot[i];
    if (value.empty())
      cells += td();
    else
      around[i].of(table.columns[i], value).add_to(cells, value.markup());
  }
  return tfoot(tr(cells));
}

// Headings of columns whose values are amounts follow them to the end.
std::vector<Column> aligned_columns(const Table& table) {
  std::vector<Column> columns = table.columns;
  if (table.rows.empty()) return columns;
  for (std::size_t i = 0; i < columns.size() && i < table.rows.front().cells.size(); ++i) {
    if (table.rows.front().cells[i].align() == Align::end) columns[i].align = Align::end;
  }
  return columns;
}

// Around the caption, again, the headings, the rows and the foot.
const Around& whole_table() {
  static const Around drawn(div(
      cls("table-wrap"), attr("tabindex", 0), role("region"), aria_hole("label"), data("rows"),
      html::table(cls("table"), caption(cls("visually-hidden"), hole()), thead(tr(hole())), tbody(hole()), hole())));
  return drawn;
}

Markup headings(const std::vector<Column>& columns) {
  Markup drawn;
  for (const Column& column : columns) add_heading(drawn, column);
  return drawn;
}

Markup step(const std::optional<Url>& url, std::string_view relation, const Markup& face) {
  if (!url) return span(cls("btn btn-secondary"), aria("disabled", "true"), face);
  return a(cls("btn btn-secondary"), attr("rel", relation), href(*url), face);
}

}  // namespace

Around row_around(const std::vector<Column>& columns, const std::vector<Markup>& cells, RowLook look) {
  MANDAT_ASSERT(cells.size() == columns.size());
  Markup drawn;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Column& column = columns[i];
    const Cells around(column);
    if (i == 0)
      around.heading.add_to(drawn, a(row_link(), href_hole(), cells[i]));
    else
      (column.align == Align::end ? around.end : around.start).add_to(drawn, cells[i]);
  }
  return Around(tr(cls("has-link", look == RowLook::fresh ? "fresh" : ""), drawn));
}

Markup data_table(const Table& table) {
  const auto columns = aligned_columns(table);
  const auto cells = cells_of(columns);
  Markup rows;
  for (const Row& row : table.rows) add_row(rows, columns, cells, row);
  Markup all;
  whole_table().add_to(all, {table.caption, table.caption, headings(columns), rows, foot(table)});
  return all;
}

void add_table(Markup& all, const Table& table, const Filling::Writer& rows) {
  MANDAT_ASSERT(table.rows.empty());
  whole_table().add_to(all, {table.caption, table.caption, headings(table.columns), rows, foot(table)});
}

Markup pager(const Pager& pager) {
  if (!pager.previous && !pager.next && pager.summary.empty()) return {};
  return nav(cls("pager"), aria("label", pager.of.empty() ? std::string("Pages") : "Pages : " + pager.of),
             p(cls("quiet num"), pager.summary), when(pager.previous || pager.next, [&] {
               return div(cls("actions"),
                          step(pager.previous, "prev", fragment(icon(Icon::chevron_left), span("Précédents"))),
                          step(pager.next, "next", fragment(span("Suivants"), icon(Icon::chevron_right))));
             }));
}

Markup empty_state(const EmptyState& state) {
  return div(cls("empty-state"), span(cls("empty-icon"), icon(state.icon)), p(cls("empty-title"), state.title),
             p(cls("quiet"), state.text), state.action ? action_button(*state.action) : Markup{});
}

}  // namespace web::ui
