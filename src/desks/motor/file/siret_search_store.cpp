#include "desks/motor/file/siret_search.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "desks/motor/file/file_words.hpp"

namespace motor::file {
namespace {

SiretFiles read(const db::Row& row) {
  return {row.get<identity::OrganisationId>(0), row.get<std::string>(1), row.integer(2)};
}

// Parameter names live as long as the program: each list is asked for by so many at a time, the last one repeated.
constexpr std::string_view names[] = {"v0",  "v1",  "v2",  "v3",  "v4",  "v5",  "v6",  "v7",  "v8",  "v9",  "v10",
                                      "v11", "v12", "v13", "v14", "v15", "v16", "v17", "v18", "v19", "v20", "v21",
                                      "v22", "v23", "v24", "v25", "v26", "v27", "v28", "v29", "v30", "v31"};
constexpr std::size_t at_once = std::size(names);

std::string placeholders() {
  std::string list;
  for (const auto name : names) list += (list.empty() ? ":" : ", :") + std::string(name);
  return list;
}

template <class T>
void add_values(std::vector<db::Param>& params, const std::vector<T>& values, std::size_t from) {
  for (std::size_t i = 0; i < at_once; ++i)
    params.emplace_back(names[i], values[std::min(from + i, values.size() - 1)]);
}

}  // namespace

std::vector<SiretFiles> seen_by(db::Transaction& tx, identity::OrganisationId repairer) {
  return tx.rows(
      "SELECT cabinet_id, siret, count(*) FROM motor_files WHERE repairer_id = :repairer "
      "GROUP BY cabinet_id, siret ORDER BY cabinet_id, siret",
      {{"repairer", repairer}}, read);
}

std::vector<SiretFiles> unseen_of_siren(db::Transaction& tx, const std::vector<identity::OrganisationId>& cabinets,
                                        std::string_view siren) {
  std::vector<SiretFiles> found;
  static const std::string sql = fmt::format(
      "SELECT cabinet_id, siret, count(*) FROM motor_files WHERE cabinet_id IN ({}) AND siret >= :siren AND "
      "siret < :past AND repairer_id IS NULL GROUP BY cabinet_id, siret ORDER BY cabinet_id, siret",
      placeholders());
  for (std::size_t from = 0; from < cabinets.size(); from += at_once) {
    std::vector<db::Param> params;
    add_values(params, cabinets, from);
    params.emplace_back("siren", siren);
    params.emplace_back("past", std::string(siren) + ":");
    for (auto& one : tx.rows(sql, std::span<const db::Param>(params), read)) found.push_back(std::move(one));
  }
  return found;
}

std::vector<std::string> sirets_of(db::Transaction& tx, identity::OrganisationId cabinet, int limit) {
  return tx.rows(
      "WITH RECURSIVE known(siret) AS (SELECT min(siret) FROM motor_files WHERE cabinet_id = :cabinet AND siret > '' "
      "UNION ALL SELECT (SELECT min(f.siret) FROM motor_files f WHERE f.cabinet_id = :cabinet AND "
      "f.siret > known.siret) FROM known WHERE known.siret IS NOT NULL) "
      "SELECT siret FROM known WHERE siret IS NOT NULL LIMIT :limit",
      {{"cabinet", cabinet}, {"limit", limit}}, [](const db::Row& row) { return row.get<std::string>(0); });
}

std::vector<SiretFiles> unseen_with(db::Transaction& tx, identity::OrganisationId cabinet,
                                    const std::vector<std::string>& sirets) {
  if (sirets.empty()) return {};
  MANDAT_ASSERT(sirets.size() <= at_once);
  static const std::string sql = fmt::format(
      "SELECT cabinet_id, siret, count(*) FROM motor_files WHERE cabinet_id = :cabinet AND siret IN ({}) AND "
      "repairer_id IS NULL GROUP BY cabinet_id, siret ORDER BY siret",
      placeholders());
  std::vector<db::Param> params;
  add_values(params, sirets, 0);
  params.emplace_back("cabinet", cabinet);
  return tx.rows(sql, std::span<const db::Param>(params), read);
}

std::vector<File> named(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view typed, int limit) {
  std::vector<FileId> ids;
  if (const auto exact = find_by_reference(tx, cabinet, base::squeeze(typed))) ids.push_back(*exact);
  const auto words = words_of_search(typed);
  if (ids.empty() && words.size() == 1) ids = files_with_word(tx, {Side::cabinet, cabinet}, words.front(), limit);
  std::vector<File> files;
  for (const auto id : ids)
    if (auto file = find(tx, id)) files.push_back(std::move(*file));
  return files;
}

}  // namespace motor::file
