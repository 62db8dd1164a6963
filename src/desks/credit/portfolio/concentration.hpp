// Where the exposure stands (C3): by buyer or group, country, terms, sector; drawn as bars.
#pragma once

#include <string>
#include <vector>

#include "desks/credit/portfolio/buyer.hpp"
#include "web/html/markup.hpp"

namespace credit::portfolio {

struct Share {
  std::string label;
  base::Money exposure;
  int permille;  // of the whole, rounded down
};
enum class By { buyer, sector, country, terms };
// The largest first, at most `most`; what remains is « Autres », last.
std::vector<Share> shares(const std::vector<Buyer>& buyers, By by, std::size_t most = 8);

web::html::Markup concentration(const std::vector<Buyer>& buyers);

}  // namespace credit::portfolio
