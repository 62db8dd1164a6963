// What a version is for and who has read it, in French.
#pragma once

#include <string>
#include <vector>

#include "desks/motor/rates/rates.hpp"
#include "floor/identity/organisations.hpp"

namespace motor::rates {

std::string town_of(const identity::Establishment& place);  // "69003 Lyon"
// "69003 Lyon · 12 rue des Fleurs · 910 000 012 00017": never without a name, whatever is known of it.
std::string place_name(const identity::Establishment& place);
std::string reach_text(const Reach& reach,
                       const std::vector<identity::Establishment>& places);  // "Tesla · tous les sites"
std::string receipts_text(const std::vector<Receipt>& receipts);             // "1 cabinet sur 2"

}  // namespace motor::rates
