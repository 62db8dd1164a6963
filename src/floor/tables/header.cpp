#include "floor/tables/header.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"

namespace tables {
namespace {

using Names = std::unordered_map<std::string, std::size_t>;  // folded name → our column

Names names_of(std::span<const Column> columns) {
  Names names;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names.emplace(base::fold(columns[i].label), i);
    names.emplace(base::fold(columns[i].key), i);
    for (const auto other : base::split(columns[i].other_names, ';'))
      if (const std::string folded = base::fold(other); !folded.empty()) names.emplace(folded, i);
  }
  return names;
}

std::optional<std::size_t> column_named(const Names& names, const Cell& cell) {
  const auto found = names.find(base::fold(cell.text));
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::size_t known_names(const Names& names, const Line& line) {
  return static_cast<std::size_t>(std::count_if(
      line.cells.begin(), line.cells.end(), [&](const Cell& cell) { return column_named(names, cell).has_value(); }));
}

// The index of the header line; null when no line names any of our columns.
std::optional<std::size_t> header_line(const Grid& grid, const Names& names) {
  std::optional<std::size_t> best;
  std::size_t most = 0;
  const auto within = std::min(grid.lines.size(), static_cast<std::size_t>(header_within.value()));
  for (std::size_t i = 0; i < within; ++i) {
    const std::size_t known = known_names(names, grid.lines[i]);
    if (known > most) {
      best = i;
      most = known;
    }
  }
  return best;
}

base::Outcome<Mapping> mapped(const Grid& grid, std::size_t header, const Names& names,
                              std::span<const Column> columns) {
  Mapping mapping{.columns = std::vector<std::optional<std::size_t>>(columns.size()), .first_row = header + 1};
  const auto& cells = grid.lines[header].cells;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const auto ours = column_named(names, cells[at]);
    if (!ours) {
      if (!cells[at].empty()) mapping.ignored.push_back(cells[at].text);
      continue;
    }
    if (mapping.columns[*ours]) return base::Refusal{repeated_column, {}, {cells[at].text}};
    mapping.columns[*ours] = at;
  }
  return mapping;
}

std::string missing(const Mapping& mapping, std::span<const Column> columns) {
  std::string labels;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].need != Need::optional && !mapping.columns[i])
      labels.append(labels.empty() ? "« " : ", « ").append(columns[i].label).append(" »");
  return labels;
}

}  // namespace

base::Outcome<Mapping> map_header(const Grid& grid, std::span<const Column> columns) {
  const Names names = names_of(columns);
  const auto header = header_line(grid, names);
  Mapping none{.columns = std::vector<std::optional<std::size_t>>(columns.size())};
  if (!header) return base::Refusal{missing_columns, {}, {missing(none, columns)}};
  auto mapping = mapped(grid, *header, names, columns);
  if (!mapping) return mapping;
  if (const std::string labels = missing(*mapping, columns); !labels.empty())
    return base::Refusal{missing_columns, {}, {labels}};
  return mapping;
}

base::Outcome<Mapping> map_paste(const Grid& grid, std::span<const Column> columns) {
  const Names names = names_of(columns);
  // One name alone may be a value: "Lyon" under "Ville". A header has two, or all there is.
  const Line& first = grid.lines.front();
  const std::size_t known = known_names(names, first);
  if (known >= 2 || known == first.cells.size()) return map_header(grid, columns);
  Mapping mapping;
  for (std::size_t i = 0; i < columns.size(); ++i) mapping.columns.emplace_back(i);
  return mapping;
}

}  // namespace tables
