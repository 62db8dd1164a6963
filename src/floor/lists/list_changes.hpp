// How a list kept in memory follows its database (ADR 15).
//
// Whatever changes a row of a list tells so, in the same transaction: the list's count of changes rises by one, and a
// row says which one it was. Who reads takes up the changes beyond those he knows. So what is kept is as new as the
// snapshot that reads it, on any number of servers, and a transaction that rolled back is never seen; it may be newer,
// when another request has just brought it further.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "floor/identity/actor.hpp"

namespace lists {

// The list of an organisation, under a name of the desk's: "works.broker".
struct ListRef {
  std::string_view list;
  identity::OrganisationId organisation;
};

// To be called for every list in which the row stands, or stood; without a row, the list is read anew. Writers of one
// list wait for each other; on PostgreSQL who waited is run again. So it is told last.
void note_change(db::Transaction& tx, const ListRef& list, std::optional<std::int64_t> row);

// How often the list :list of :organisation has changed, 0 when nothing was ever in it: an expression for a statement
// that a page runs anyway.
extern const std::string_view changes_sql;

// The rows of the changes after `known`, each once, sorted; `latest` is what the transaction read by changes_sql. None
// when the list is to be read anew: too far behind, or a change that names no row.
std::optional<std::vector<std::int64_t>> changed_since(db::Transaction& tx, const ListRef& list, std::int64_t known,
                                                       std::int64_t latest);

// Brings what knows `known` changes up to `latest`: by read_rows(ids) where that will do, else by read_all().
template <class ReadAll, class ReadRows>
void catch_up(db::Transaction& tx, const ListRef& list, std::int64_t& known, std::int64_t latest, ReadAll read_all,
              ReadRows read_rows) {
  if (latest <= known) return;
  const auto rows = known == 0 ? std::nullopt : changed_since(tx, list, known, latest);
  if (rows)
    read_rows(*rows);
  else
    read_all();
  known = latest;
}

}  // namespace lists
