#include "desks/credit/portfolio/concentration.hpp"

#include <algorithm>
#include <map>

#include "base/french.hpp"
#include "web/html/elements.hpp"
#include "web/ui/bars.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
using html::Markup;

std::string terms_band(int days) {
  if (days == 0) return "Comptant";
  if (days <= 30) return "Jusqu’à 30 j";
  if (days <= 45) return "31 à 45 j";
  if (days <= 60) return "46 à 60 j";
  return days <= 90 ? "61 à 90 j" : "Plus de 90 j";
}

// A group counts as one risk (C3).
std::string key_of(const Buyer& buyer, By by) {
  switch (by) {
    case By::buyer:
      return buyer.group.empty() ? buyer.name : "Groupe " + buyer.group;
    case By::sector:
      return buyer.sector.empty() ? "Non précisé" : buyer.sector;
    case By::country:
      return std::string(country_name(buyer.country));
    case By::terms:
      break;
  }
  return terms_band(buyer.terms_days);
}

// Two buyers of one name are two; only groups, sectors, countries and bands are summed by their name.
std::string sum_key(const Buyer& buyer, By by) {
  if (by != By::buyer || !buyer.group.empty()) return key_of(buyer, by);
  return buyer.name + "\n" + std::to_string(buyer.id.value);
}

int permille(base::Money part, base::Money whole) {
  return whole.cents == 0 ? 0 : static_cast<int>(static_cast<__int128>(part.cents) * 1000 / whole.cents);
}

std::string percent_text(int permille) {
  return base::french::percent(base::Rate{static_cast<std::int64_t>(permille) * 100'000});
}

Markup chart(std::string_view title, const std::vector<Share>& all) {
  std::vector<web::ui::Bar> bars;
  for (const Share& share : all) bars.push_back({share.label, share.permille, percent_text(share.permille)});
  return web::ui::bars(title, bars);
}

}  // namespace

std::vector<Share> shares(const std::vector<Buyer>& buyers, By by, std::size_t most) {
  std::map<std::string, std::pair<std::string, base::Money>> sums;
  base::Money whole;
  for (const Buyer& buyer : buyers) {
    auto& sum = sums[sum_key(buyer, by)];
    sum.first = key_of(buyer, by);
    sum.second += buyer.exposure;
    whole += buyer.exposure;
  }
  std::vector<Share> all;
  for (const auto& [key, sum] : sums) all.push_back({sum.first, sum.second, permille(sum.second, whole)});
  std::stable_sort(all.begin(), all.end(), [](const Share& a, const Share& b) { return a.exposure > b.exposure; });
  if (all.size() > most) {
    base::Money rest;
    for (std::size_t i = most - 1; i < all.size(); ++i) rest += all[i].exposure;
    all.resize(most - 1);
    all.push_back({"Autres", rest, permille(rest, whole)});
  }
  return all;
}

Markup concentration(const std::vector<Buyer>& buyers) {
  if (buyers.empty()) return html::p(html::cls("quiet"), "Les acheteurs saisis apparaîtront ici.");
  return html::div(html::cls("concentration"), chart("Par acheteur ou groupe", shares(buyers, By::buyer)),
                   chart("Par pays", shares(buyers, By::country)),
                   chart("Par délai de paiement", shares(buyers, By::terms)),
                   chart("Par secteur", shares(buyers, By::sector)));
}

}  // namespace credit::portfolio
