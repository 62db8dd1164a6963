#include "floor/lists/list_changes.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace lists {
namespace {

constexpr std::int64_t changes_kept = 1000;   // of a list; who is further behind reads it anew
constexpr std::int64_t cleaned_once_in = 64;  // changes

}  // namespace

const std::string_view changes_sql =
    "coalesce((SELECT changes FROM kept_lists WHERE list = :list AND organisation_id = :organisation), 0)";

void note_change(db::Transaction& tx, const ListRef& list, std::optional<std::int64_t> row) {
  const db::Param name{"list", list.list}, organisation{"organisation", list.organisation};
  const auto change = tx.value<std::int64_t>(
      "INSERT INTO kept_lists (list, organisation_id, changes) VALUES (:list, :organisation, 1) "
      "ON CONFLICT (list, organisation_id) DO UPDATE SET changes = kept_lists.changes + 1 RETURNING changes",
      {name, organisation});
  MANDAT_ASSERT(change);
  tx.execute(
      "INSERT INTO kept_list_changes (list, organisation_id, change, row_id) "
      "VALUES (:list, :organisation, :change, :row)",
      {name, organisation, {"change", *change}, {"row", row}});
  if (*change % cleaned_once_in != 0) return;
  tx.execute("DELETE FROM kept_list_changes WHERE list = :list AND organisation_id = :organisation AND change <= :old",
             {name, organisation, {"old", *change - changes_kept}});
}

std::optional<std::vector<std::int64_t>> changed_since(db::Transaction& tx, const ListRef& list, std::int64_t known,
                                                       std::int64_t latest) {
  std::vector<std::int64_t> rows;
  std::int64_t count = 0;
  bool many = false;
  const db::Param params[] = {{"list", list.list}, {"organisation", list.organisation}, {"known", known}};
  tx.each(
      "SELECT row_id FROM kept_list_changes WHERE list = :list AND organisation_id = :organisation AND change > :known",
      params, [&](const db::Row& found) {
        ++count;
        if (const auto row = found.get<std::optional<std::int64_t>>(0))
          rows.push_back(*row);
        else
          many = true;
      });
  if (many || count != latest - known) return std::nullopt;
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace lists
