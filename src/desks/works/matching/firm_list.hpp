// The proposed and the excluded firms of a lot as the broker's page shows them (W11).
#pragma once

#include <functional>
#include <vector>

#include "desks/works/matching/matching.hpp"
#include "web/html/markup.hpp"
#include "web/ui/map.hpp"

namespace works::matching {

// Best first, numbered as on the map; each opens « Pourquoi cette entreprise ? ». `act` draws what the reader may do
// with the firm of that rank, from 1.
using DrawAct = std::function<web::html::Markup(const Match& match, int rank)>;
web::html::Markup proposed_list(const std::vector<Match>& matches, const DrawAct& act);

web::html::Markup excluded_table(const std::vector<Excluded>& excluded);

web::ui::Map map_of(const claim::Claim& claim, const std::vector<Match>& matches);
web::ui::Map map_of(const claim::Claim& claim, const std::vector<Excluded>& excluded);

}  // namespace works::matching
