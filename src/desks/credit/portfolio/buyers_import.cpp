#include "desks/credit/portfolio/buyers_import.hpp"

#include "base/french.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/messages/messages.hpp"

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

// C2.long_list: to the person himself; who came by the link sees it on its page.
base::Outcome<Taken> take(platform::Act& act, const Door& door, const std::vector<NewBuyer>& buyers) {
  const auto taken = take_buyers(act, door.id, door.reach, buyers);
  if (!taken || door.reader == Reader::link_holder) return taken;
  if (static_cast<int>(buyers.size()) < long_list.value()) return taken;
  const auto rows = static_cast<std::int64_t>(buyers.size());
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = door.author.organisation, .account = door.author.account},
                          .subject = "Liste d’acheteurs importée",
                          .body = base::french::plural(rows, "ligne prise", "lignes prises") + " : " +
                                  base::french::plural(taken->added, "acheteur ajouté", "acheteurs ajoutés") + ", " +
                                  base::french::integer(taken->changed + taken->completed) + " mis à jour.",
                          .file = file_of(door.id)});
  return taken;
}

}  // namespace

base::Outcome<ReadBuyers> read_list(const List& list) {
  const auto mapping = mapping_of(list);
  if (!mapping) return mapping.refusals();
  auto read = read_buyers(list.grid, *mapping);
  if (read.rows.empty() && read.problems.rows == 0) return no_row;
  return read;
}

void each_wrong_row(const List& list, const std::function<std::string(const base::Refusal&)>& sentence,
                    const std::function<void(tables::Row)>& take) {
  const auto mapping = mapping_of(list);
  if (!mapping) return;
  each_wrong_buyer(list.grid, *mapping, [&](const tables::Line& line, const tables::Problems& problems) {
    std::string reason;
    for (const auto& problem : problems.first)
      reason +=
          (reason.empty() ? "" : " ") + problem.column + (problem.column.empty() ? "" : " : ") + sentence(problem.why);
    tables::Row row = as_it_stood(line, *mapping);
    row.emplace_back(std::move(reason));
    take(std::move(row));
  });
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
  const auto taken = take(act, door, buyers_in(std::move(read).value()));
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
  return take(act, door, buyers_in(std::move(read).value()));
}

base::Outcome<base::Done> leave_list(platform::Act& act, const Door& door) {
  if (!placement::find(act.tx, door.id, door.reach)) return placement::unknown_placement;
  forget_list(act.tx, door.id);
  return base::Done{};
}

}  // namespace credit::portfolio
