// Where the exposure stands (C3): by buyer or group, country, terms, sector; drawn as bars.
#pragma once

#include <string>
#include <vector>

#include "base/rule.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "web/html/markup.hpp"

namespace credit::portfolio {

inline constexpr base::Rule concentration_rules[] = {
    MANDAT_RULE(
        "C3.concentration",
        "Shares of the exposure by buyer, country, terms and sector: a group is one risk, two buyers of one name "
        "are two; beyond the eighth, what remains is summed"),
};

inline constexpr std::size_t shares_shown = 8;

struct ShareSum {
  std::string label;
  base::Money exposure;
};
struct Share : ShareSum {
  int permille;  // of the whole, rounded down
};
// `sums`: the largest first, all of them or more than `shares_shown`; what remains of the whole is « Autres », last.
std::vector<Share> shares(std::vector<ShareSum> sums, base::Money whole);

std::string terms_band(int days);  // "31 à 45 j"

struct Concentration {
  base::Money whole;
  std::vector<ShareSum> buyers, countries, terms, sectors;
};
// Summed by the database: as few rows for ten thousand buyers as for ten.
Concentration concentration_of(db::Transaction& tx, PlacementId placement, base::Money whole);

web::html::Markup drawn(const Concentration& concentration);

}  // namespace credit::portfolio
