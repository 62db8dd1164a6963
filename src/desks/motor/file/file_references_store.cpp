#include <algorithm>
#include <array>

#include "desks/motor/file/file_creation.hpp"

namespace motor::file {
namespace {

// Parameter names live as long as the program.
constexpr std::array<std::string_view, 16> names{"r0", "r1", "r2",  "r3",  "r4",  "r5",  "r6",  "r7",
                                                 "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"};

}  // namespace

std::vector<std::string> used_references(db::Transaction& tx, identity::OrganisationId cabinet,
                                         const std::vector<std::string>& wanted) {
  std::vector<std::string> distinct = wanted;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<std::string> used;
  for (std::size_t from = 0; from < distinct.size(); from += names.size()) {
    std::vector<db::Param> params{{"cabinet", cabinet}};
    for (std::size_t i = 0; i < names.size(); ++i)  // the last ones again: the statement stays the same
      params.emplace_back(names.at(i), distinct[std::min(from + i, distinct.size() - 1)]);
    tx.each(
        "SELECT reference FROM motor_files WHERE cabinet_id = :cabinet AND reference IN (:r0, :r1, :r2, :r3, :r4, :r5, "
        ":r6, :r7, :r8, :r9, :r10, :r11, :r12, :r13, :r14, :r15)",
        params, [&](const db::Row& row) { used.emplace_back(row.text(0)); });
  }
  return used;
}

}  // namespace motor::file
