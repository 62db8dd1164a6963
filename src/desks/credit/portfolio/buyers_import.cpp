#include "desks/credit/portfolio/buyers_import.hpp"

#include <map>
#include <set>

#include "desks/credit/placement/placement_steps.hpp"

namespace credit::portfolio {
namespace {

std::vector<NewBuyer> buyers_in(ReadBuyers read) {
  std::vector<NewBuyer> buyers;
  buyers.reserve(read.rows.size());
  for (auto& [line, buyer] : read.rows) buyers.push_back(std::move(buyer));
  return buyers;
}

base::Outcome<tables::Mapping> mapping_of(const List& list) {
  return list.source == Source::paste ? tables::map_paste(list.grid, buyer_columns())
                                      : tables::map_header(list.grid, buyer_columns());
}

tables::Row as_it_stood(const tables::Line& line, const tables::Mapping& mapping) {
  tables::Row row;
  for (const auto& at : mapping.columns)
    row.push_back(at && *at < line.cells.size() ? tables::Value(line.cells[*at].text) : tables::Value());
  return row;
}

}  // namespace

base::Outcome<ReadBuyers> read_list(const List& list) {
  const auto mapping = mapping_of(list);
  if (!mapping) return mapping.refusals();
  auto read = read_buyers(list.grid, *mapping);
  if (read.rows.empty() && read.problems.rows == 0) return no_row;
  return read;
}

std::vector<tables::Row> wrong_rows(const List& list,
                                    const std::function<std::string(const base::Refusal&)>& sentence) {
  const auto mapping = mapping_of(list);
  if (!mapping) return {};
  const auto read = read_buyers(list.grid, *mapping);
  std::set<int> sound;
  for (const auto& [line, buyer] : read.rows) sound.insert(line);
  std::map<int, std::string> reasons;
  for (const auto& problem : read.problems.first) {
    std::string& reason = reasons[problem.line];
    reason +=
        (reason.empty() ? "" : " ") + problem.column + (problem.column.empty() ? "" : " : ") + sentence(problem.why);
  }
  std::vector<tables::Row> rows;
  for (std::size_t i = mapping->first_row; i < list.grid.lines.size(); ++i) {
    const auto& line = list.grid.lines[i];
    if (sound.contains(line.number)) continue;
    rows.push_back(as_it_stood(line, *mapping));
    rows.back().emplace_back(reasons[line.number]);
  }
  return rows;
}

base::Outcome<Imported> import_list(platform::Act& act, const Door& door, const List& list) {
  const auto placement = placement::find(act.tx, door.id, door.reach);
  if (!placement) return placement::unknown_placement;
  if (!may_change(*placement, door.reach)) return closed;
  auto read = read_list(list);
  if (!read) return read.refusals();
  if (read->problems.count > 0) {
    keep(act.tx, door.id, list, act.now);
    return Imported{{}, true};
  }
  forget_list(act.tx, door.id);
  const auto taken = take_buyers(act, door.id, door.reach, buyers_in(std::move(read).value()));
  if (!taken) return taken.refusals();
  return Imported{*taken, false};
}

base::Outcome<Taken> take_good_rows(platform::Act& act, const Door& door) {
  if (!placement::find(act.tx, door.id, door.reach)) return placement::unknown_placement;
  const auto found = waiting(act.tx, door.id);
  if (!found) return import_gone;
  auto read = read_list(found->list);
  if (!read) return read.refusals();
  forget_list(act.tx, door.id);
  return take_buyers(act, door.id, door.reach, buyers_in(std::move(read).value()));
}

base::Outcome<base::Done> leave_list(platform::Act& act, const Door& door) {
  if (!placement::find(act.tx, door.id, door.reach)) return placement::unknown_placement;
  forget_list(act.tx, door.id);
  return base::Done{};
}

}  // namespace credit::portfolio
