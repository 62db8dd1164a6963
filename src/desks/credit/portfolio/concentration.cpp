#include "desks/credit/portfolio/concentration.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/permille.hpp"
#include "web/html/elements.hpp"
#include "web/ui/bars.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
using html::Markup;

Markup chart(std::string_view title, const std::vector<Share>& all) {
  std::vector<web::ui::Bar> bars;
  for (const Share& share : all) bars.push_back({share.label, share.permille, percent_text(share.permille)});
  return web::ui::bars(title, bars);
}

}  // namespace

std::string terms_band(int days) {
  if (days == 0) return "Comptant";
  if (days <= 30) return "Jusqu’à 30 j";
  if (days <= 45) return "31 à 45 j";
  if (days <= 60) return "46 à 60 j";
  return days <= 90 ? "61 à 90 j" : "Plus de 90 j";
}

std::vector<Share> shares(std::vector<ShareSum> sums, base::Money whole) {
  if (sums.size() > shares_shown) {
    sums.resize(shares_shown - 1);
    base::Money rest = whole;
    for (const ShareSum& sum : sums) rest -= sum.exposure;
    sums.push_back({"Autres", rest});
  }
  std::vector<Share> all;
  for (ShareSum& sum : sums) {
    const int part = permille(sum.exposure, whole);
    all.push_back({std::move(sum), part});
  }
  return all;
}

Markup drawn(const Concentration& concentration) {
  if (concentration.buyers.empty()) return html::p(html::cls("quiet"), "Les acheteurs saisis apparaîtront ici.");
  const auto part = [&](std::string_view title, const std::vector<ShareSum>& sums) {
    return chart(title, shares(sums, concentration.whole));
  };
  return html::div(html::cls("concentration"), part("Par acheteur ou groupe", concentration.buyers),
                   part("Par pays", concentration.countries), part("Par délai de paiement", concentration.terms),
                   part("Par secteur", concentration.sectors));
}

}  // namespace credit::portfolio
