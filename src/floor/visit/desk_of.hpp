// Which desk an address belongs to, for those who may have several (P2.desks): told by the rail, whose sections are the
// desks.
#pragma once

#include <string>
#include <string_view>

#include "floor/visit/site.hpp"

namespace visit {

// Of the rail's section that has an entry under the address: the first part of the section's first entry ("travaux" for
// "/travaux/dossiers/4", and for "/primes" in the same section); empty when no desk of brokers stands there.
std::string_view desk_of(const Site& site, std::string_view path);

}  // namespace visit
