#include "db/id_batches.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace db {
namespace {

constexpr std::size_t batch_size = 64;

const std::array<std::string, batch_size>& names() {
  static const auto made = [] {
    std::array<std::string, batch_size> all;
    for (std::size_t i = 0; i < batch_size; ++i) all[i] = "id" + std::to_string(i);
    return all;
  }();
  return made;
}

std::string with_parameters(std::string_view sql) {
  constexpr std::string_view place = "{ids}";
  const auto at = sql.find(place);
  MANDAT_ASSERT(at != sql.npos);
  std::string list;
  for (const auto& name : names()) list += (list.empty() ? ":" : ", :") + name;
  return std::string(sql.substr(0, at)) + list + std::string(sql.substr(at + place.size()));
}

}  // namespace

void each_of(Transaction& tx, std::string_view sql, std::span<const std::int64_t> ids, Params others,
             const RowReader& read) {
  if (ids.empty()) return;
  const std::string text = with_parameters(sql);
  for (std::size_t start = 0; start < ids.size(); start += batch_size) {
    std::vector<Param> params;
    params.reserve(batch_size + others.size());
    // The last id fills the last batch.
    for (std::size_t i = 0; i < batch_size; ++i)
      params.emplace_back(names()[i], ids[std::min(start + i, ids.size() - 1)]);
    params.insert(params.end(), others.begin(), others.end());
    tx.each(text, std::span<const Param>(params), read);
  }
}

}  // namespace db
