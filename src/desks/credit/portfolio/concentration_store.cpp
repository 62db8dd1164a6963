#include <algorithm>
#include <map>

#include "desks/credit/portfolio/concentration.hpp"

namespace credit::portfolio {
namespace {

constexpr int one_too_many = static_cast<int>(shares_shown) + 1;  // tells that some remain

void by_size(std::vector<ShareSum>& sums) {
  std::stable_sort(sums.begin(), sums.end(),
                   [](const ShareSum& a, const ShareSum& b) { return a.exposure > b.exposure; });
}

std::vector<ShareSum> sums(db::Transaction& tx, std::string_view sql, PlacementId placement) {
  return tx.rows(sql, {{"placement", placement}, {"most", one_too_many}}, [](const db::Row& row) {
    return ShareSum{row.get<std::string>(0), row.get<base::Money>(1)};
  });
}

// Those of no group one by one, and the groups; two lists of the largest hold the largest of both.
std::vector<ShareSum> by_buyer(db::Transaction& tx, PlacementId placement) {
  auto all = sums(tx,
                  "SELECT name, exposure FROM credit_buyers WHERE placement_id = :placement AND group_name = '' "
                  "ORDER BY exposure DESC, id DESC LIMIT :most",
                  placement);
  for (auto& group : sums(tx,
                          "SELECT group_name, CAST(SUM(exposure) AS BIGINT) AS total FROM credit_buyers WHERE "
                          "placement_id = :placement AND group_name <> '' GROUP BY group_name "
                          "ORDER BY total DESC, group_name LIMIT :most",
                          placement))
    all.push_back({"Groupe " + group.label, group.exposure});
  by_size(all);
  return all;
}

std::vector<ShareSum> by_country(db::Transaction& tx, PlacementId placement) {
  auto all = sums(tx,
                  "SELECT country, CAST(SUM(exposure) AS BIGINT) AS total FROM credit_buyers WHERE placement_id = "
                  ":placement GROUP BY country ORDER BY total DESC, country LIMIT :most",
                  placement);
  for (ShareSum& sum : all) sum.label = country_name(sum.label);
  return all;
}

std::vector<ShareSum> by_sector(db::Transaction& tx, PlacementId placement) {
  auto all = sums(tx,
                  "SELECT sector, CAST(SUM(exposure) AS BIGINT) AS total FROM credit_buyers WHERE placement_id = "
                  ":placement GROUP BY sector ORDER BY total DESC, sector LIMIT :most",
                  placement);
  for (ShareSum& sum : all)
    if (sum.label.empty()) sum.label = "Non précisé";
  return all;
}

// At most one row a day of the longest terms.
std::vector<ShareSum> by_terms(db::Transaction& tx, PlacementId placement) {
  std::map<std::string, base::Money> bands;
  tx.each(
      "SELECT terms_days, CAST(SUM(exposure) AS BIGINT) FROM credit_buyers WHERE placement_id = :placement "
      "GROUP BY terms_days",
      {{"placement", placement}},
      [&](const db::Row& row) { bands[terms_band(row.get<int>(0))] += row.get<base::Money>(1); });
  std::vector<ShareSum> all;
  for (const auto& [band, exposure] : bands) all.push_back({band, exposure});
  by_size(all);
  return all;
}

}  // namespace

Concentration concentration_of(db::Transaction& tx, PlacementId placement, base::Money whole) {
  return {whole, by_buyer(tx, placement), by_country(tx, placement), by_terms(tx, placement), by_sector(tx, placement)};
}

}  // namespace credit::portfolio
