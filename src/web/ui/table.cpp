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

Markup heading(const Column& column) {
  if (column.label.empty()) return th(attr("scope", "col"), span(cls("visually-hidden"), "Actions"));
  const Markup label =
      column.sort ? a(href(*column.sort), column.label, icon(sort_icon(column.sorted))) : fragment(column.label);
  return th(attr("scope", "col"), cls(align_class(column.align)), sort_state(column.sorted), label);
}

// What every cell of a column carries for the cards of a phone, written once.
using Labels = std::vector<Attribute>;
Labels labels_of(const Table& table) {
  Labels labels;
  labels.reserve(table.columns.size());
  for (const Column& column : table.columns) labels.push_back(data("label", column.label));
  return labels;
}

Markup cell(const Column& column, const Attribute& label, const Value& value) {
  static const Attribute end = cls(align_class(Align::end));
  const Align align = value.align() == Align::end ? Align::end : column.align;
  return td(align == Align::end ? end : Attribute{}, label, value.markup());
}

Markup row(const Table& table, const Labels& labels, const Row& row) {
  MANDAT_ASSERT(row.cells.size() == table.columns.size());
  Markup cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i == 0 && row.url) {
      cells += th(attr("scope", "row"), labels[i], a(cls("row-link"), href(*row.url), row.cells[i].markup()));
    } else {
      cells += cell(table.columns[i], labels[i], row.cells[i]);
    }
  }
  return tr(cls(row.url ? "has-link" : "", row.fresh ? "fresh" : ""), cells);
}

Markup foot(const Table& table) {
  if (table.foot.empty()) return {};
  MANDAT_ASSERT(table.foot.size() == table.columns.size());
  const Labels labels = labels_of(table);
  Markup cells;
  for (std::size_t i = 0; i < table.foot.size(); ++i) {
    cells += table.foot[i].empty() ? td() : cell(table.columns[i], labels[i], table.foot[i]);
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

Markup step(const std::optional<Url>& url, std::string_view relation, const Markup& face) {
  if (!url) return span(cls("btn btn-secondary"), aria("disabled", "true"), face);
  return a(cls("btn btn-secondary"), attr("rel", relation), href(*url), face);
}

}  // namespace

Markup data_table(const Table& table) {
  const std::vector<Column> columns = aligned_columns(table);
  const Markup around =
      div(cls("table-wrap"), attr("tabindex", 0), role("region"), aria("label", table.caption), data("rows"),
          html::table(cls("table"), caption(cls("visually-hidden"), table.caption), thead(tr(each(columns, heading))),
                      tbody(hole()), foot(table)));
  const Labels labels = labels_of(table);
  return filled(around, each(table.rows, [&](const Row& each_row) { return row(table, labels, each_row); }));
}

Markup pager(const Pager& pager) {
  if (!pager.previous && !pager.next && pager.summary.empty()) return {};
  return nav(
      cls("pager"), aria("label", "Pages"), p(cls("quiet num"), pager.summary), when(pager.previous || pager.next, [&] {
        return div(cls("actions"), step(pager.previous, "prev", fragment(icon(Icon::chevron_left), span("Précédents"))),
                   step(pager.next, "next", fragment(span("Suivants"), icon(Icon::chevron_right))));
      }));
}

Markup empty_state(const EmptyState& state) {
  return div(cls("empty-state"), span(cls("empty-icon"), icon(state.icon)), p(cls("empty-title"), state.title),
             p(cls("quiet"), state.text), state.action ? action_button(*state.action) : Markup{});
}

}  // namespace web::ui
