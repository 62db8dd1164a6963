#include <algorithm>

#include "base/data_table.hpp"
#include "base/text.hpp"
#include "desks/credit/insurer/insurer.hpp"

namespace credit::insurer {
namespace {

struct Seed {
  std::string_view slug, name;
};

std::span<const Seed> seeds() {
  static const auto rows = base::read_rows<Seed>("credit_insurers.tsv", {"slug", "name"});
  return rows;
}

}  // namespace

std::vector<Insurer> insurers(db::Transaction& tx) {
  auto all =
      tx.rows("SELECT slug, name, organisation_id, email, active FROM credit_insurers", {}, [](const db::Row& row) {
        return Insurer{row.get<std::string>(0), row.get<std::string>(1),
                       row.get<std::optional<identity::OrganisationId>>(2).value_or(identity::OrganisationId{}),
                       row.get<std::string>(3), row.get<bool>(4)};
      });
  const std::size_t changed = all.size();
  for (const Seed& seed : seeds()) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(changed);
    if (std::none_of(all.begin(), end, [&](const Insurer& insurer) { return insurer.slug == seed.slug; }))
      all.push_back({std::string(seed.slug), std::string(seed.name), {}, {}, true});
  }
  std::sort(all.begin(), all.end(),
            [](const Insurer& a, const Insurer& b) { return base::fold(a.name) < base::fold(b.name); });
  return all;
}

void save(db::Transaction& tx, const Insurer& insurer) {
  tx.execute(
      "INSERT INTO credit_insurers (slug, name, organisation_id, email, active) VALUES (:slug, :name, :space, :email, "
      ":active) ON CONFLICT (slug) DO UPDATE SET name = excluded.name, organisation_id = excluded.organisation_id, "
      "email = excluded.email, active = excluded.active",
      {{"slug", insurer.slug},
       {"name", insurer.name},
       {"space", insurer.space ? std::optional(insurer.space) : std::nullopt},
       {"email", insurer.email},
       {"active", insurer.active}});
}

}  // namespace credit::insurer
