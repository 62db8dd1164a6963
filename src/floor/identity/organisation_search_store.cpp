#include <algorithm>

#include "base/text.hpp"
#include "db/id_batches.hpp"
#include "db/words.hpp"
#include "floor/identity/organisation_search.hpp"

namespace identity {
namespace {

constexpr std::size_t fewest_digits = 3;
constexpr std::size_t siren_digits = 9;

// The digits of a SIREN begun, or of the SIREN that begins a SIRET; empty when something else was typed.
std::string siren_typed(std::string_view typed) {
  std::string digits;
  for (const char c : base::fold(typed)) {
    if (c == ' ') continue;
    if (c < '0' || c > '9') return {};
    digits += c;
  }
  return digits.size() < fewest_digits ? std::string() : digits.substr(0, siren_digits);
}

// The condition and its values.
struct Wanted {
  std::string where;
  std::vector<db::Param> params;

  explicit Wanted(std::string_view typed) {
    const db::Words words(base::fold(typed));
    words.add_to(params);
    where = "(" + words.in("name_folded") + ")";
    if (const auto siren = siren_typed(typed); !siren.empty()) {
      where += " OR siren LIKE :siren";
      params.emplace_back("siren", siren + "%");
    }
  }
};

}  // namespace

std::vector<OrganisationLine> find_organisations(db::Transaction& tx, std::string_view typed, int limit) {
  Wanted wanted(typed);
  wanted.params.emplace_back("limit", limit);
  auto lines = tx.rows("select id, name, siren, status from organisations where " + wanted.where +
                           " order by name_folded, id limit :limit",
                       std::span<const db::Param>(wanted.params), [](const db::Row& row) {
                         return OrganisationLine{row.get<OrganisationId>(0),
                                                 row.get<std::string>(1),
                                                 row.get<std::optional<base::Siren>>(2),
                                                 status_from_text(row.text(3)).value(),
                                                 {}};
                       });
  std::vector<OrganisationId> ids;
  for (const auto& line : lines) ids.push_back(line.id);
  db::each_of(tx, "select organisation_id, kind from organisation_kinds where organisation_id in ({ids})", ids, {},
              [&](const db::Row& row) {
                const auto line = std::find_if(lines.begin(), lines.end(), [&](const OrganisationLine& known) {
                  return known.id == row.get<OrganisationId>(0);
                });
                line->kinds.add(organisation_kind_from_text(row.text(1)).value());
              });
  return lines;
}

std::int64_t count_organisations(db::Transaction& tx, std::string_view typed, int most) {
  Wanted wanted(typed);
  wanted.params.emplace_back("most", most + 1);
  std::int64_t count = 0;
  tx.each("select count(*) from (select 1 from organisations where " + wanted.where + " limit :most) as counted",
          std::span<const db::Param>(wanted.params), [&](const db::Row& row) { count = row.integer(0); });
  return count;
}

std::string kinds_text(KindSet kinds) {
  std::string text;
  for (int k = 0; k < organisation_kind_count; ++k) {
    const auto kind = static_cast<OrganisationKind>(k);
    if (kinds.has(kind)) text += (text.empty() ? "" : ", ") + std::string(label(kind));
  }
  return text;
}

}  // namespace identity
