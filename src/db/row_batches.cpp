#include "db/row_batches.hpp"

#include <array>
#include <string>

namespace db {
namespace {

constexpr std::array<std::size_t, 3> batch_sizes{64, 8, 1};

std::string list_of(std::size_t rows, std::span<const std::string> names) {
  std::string list;
  const std::size_t columns = names.size() / rows;
  for (std::size_t i = 0; i < names.size(); ++i) {
    list += i % columns == 0 ? (i == 0 ? "(" : ", (") : ", ";
    list += ":" + names[i];
    if ((i + 1) % columns == 0) list += ")";
  }
  return list;
}

void execute_batch(Transaction& tx, std::string_view sql, std::span<const NewRow> rows) {
  constexpr std::string_view place = "{rows}";
  const auto at = sql.find(place);
  MANDAT_ASSERT(at != sql.npos);
  const std::size_t columns = rows.front().size();
  std::vector<std::string> names;
  for (std::size_t i = 0; i < rows.size() * columns; ++i) names.push_back("v" + std::to_string(i));
  std::vector<Param> params;
  params.reserve(names.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    MANDAT_ASSERT(rows[i].size() == columns);
    for (std::size_t k = 0; k < columns; ++k) params.emplace_back(names[i * columns + k], nullptr).value = rows[i][k];
  }
  tx.execute(std::string(sql.substr(0, at)) + list_of(rows.size(), names) + std::string(sql.substr(at + place.size())),
             std::span<const Param>(params));
}

}  // namespace

void execute_rows(Transaction& tx, std::string_view sql, std::span<const NewRow> rows) {
  for (const std::size_t size : batch_sizes)
    for (; rows.size() >= size; rows = rows.subspan(size)) execute_batch(tx, sql, rows.first(size));
}

}  // namespace db
