// Taking a list of buyers into the risk photograph (C2.import): at once when all of it is sound, else after a word on
// what to do with the wrong rows; meanwhile the list waits, so that nobody has to send it again.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desks/credit/portfolio/buyers_table.hpp"
#include "desks/credit/portfolio/door.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "floor/tables/grid.hpp"

namespace credit::portfolio {

inline constexpr base::Rule buyers_import_rules[] = {
    MANDAT_RULE("C2.long_list",
                "Who sent a list of a thousand rows or more is notified once it is taken: he need not wait for it"),
};
inline constexpr base::Figure<int> long_list{"C2.long_list_rows", 1000};

inline constexpr base::RefusalCode nothing_to_import{base::RefusalKind::invalid, "credit.import.nothing"};
inline constexpr base::RefusalCode no_row{base::RefusalKind::invalid, "credit.import.no_row"};
inline constexpr base::RefusalCode import_gone{base::RefusalKind::conflict, "credit.import.gone"};

enum class Source { file, paste };
struct List {
  Source source;
  std::string label;  // of the file; empty for a paste
  tables::Grid grid;
};

// Its header found and its rows read. Refusals of the whole list: no header, a column twice, no row.
base::Outcome<ReadBuyers> read_list(const List& list);

// Each row to correct as it stood, in the order of buyer_columns(), followed by all that is wrong with it. One at a
// time: a list may be wrong from its first line to its hundred thousandth.
void each_wrong_row(const List& list, const std::function<std::string(const base::Refusal&)>& sentence,
                    const std::function<void(tables::Row)>& take);

// Store: one list waits per placement
struct Waiting {
  List list;
  base::Instant since;
};
void keep(db::Transaction& tx, PlacementId placement, const List& list, base::Instant now);
std::optional<Waiting> waiting(db::Transaction& tx, PlacementId placement);
void forget_list(db::Transaction& tx, PlacementId placement);

struct Imported {
  Taken taken;
  bool kept_waiting = false;  // rows are to be corrected: nothing was taken yet
};
base::Outcome<Imported> import_list(platform::Act& act, const Door& door, const List& list);
base::Outcome<Taken> take_good_rows(platform::Act& act, const Door& door);
base::Outcome<base::Done> leave_list(platform::Act& act, const Door& door);

}  // namespace credit::portfolio
