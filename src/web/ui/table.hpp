// Tables of files, people, amounts. On a phone each row becomes a card.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/hole.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/action.hpp"
#include "web/ui/value.hpp"

namespace web::ui {

enum class Sorted { no, ascending, descending };

struct Column {
  std::string label;                   // empty: a column of buttons
  std::optional<html::Url> sort = {};  // where a click on the header leads
  Sorted sorted = Sorted::no;
  Align align = Align::start;  // amounts stand at the end by themselves
  std::string_view look = {};  // class names of its cells
};

struct Row {
  std::optional<html::Url> url = {};  // the row opens it, from its first cell's text
  std::vector<Value> cells;           // as many as columns
  bool fresh = false;                 // not seen yet: shown stronger
};

struct Table {
  std::string caption;  // for screen readers
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Value> foot = {};  // totals; as many as columns, or none
};

html::Markup data_table(const Table& table);

// Rows of one shape, drawn once for a long list: a row then costs little more than the copying of its text. `cells`
// have holes; the row opens its address from the first.
enum class RowLook { plain, fresh };
html::Around row_around(const std::vector<Column>& columns, const std::vector<html::Markup>& cells, RowLook look);
// The table of rows that `rows` writes, drawn so; `table.rows` is empty.
void add_table(html::Markup& all, const Table& table, const html::Filling::Writer& rows);

// Keyset paging: no page numbers, one step at a time.
struct Pager {
  std::optional<html::Url> previous;
  std::optional<html::Url> next;
  std::string summary = {};  // "25 dossiers sur 1 000+"
  std::string of = {};       // "Dates suggérées": what it turns the pages of, where a page has several lists
};
html::Markup pager(const Pager& pager);

struct EmptyState {
  Icon icon = Icon::inbox;
  std::string title;  // "Aucun dossier en attente"
  std::string text;   // what to do next
  std::optional<Action> action = {};
};
html::Markup empty_state(const EmptyState& state);

}  // namespace web::ui
