// Which network an address belongs to: what one household or attacker holds.
#pragma once

#include <string>
#include <string_view>

namespace identity {

// An IPv4 address itself; the /64 of an IPv6 one (RFC 6177: a site has at least that many); other text as it is.
std::string network_of(std::string_view address);

}  // namespace identity
