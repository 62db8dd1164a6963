// The 32 bytes that sign links, form tokens and the audit chain (P7, P10).
#pragma once

#include <string>

#include "app/configuration.hpp"
#include "base/random.hpp"

namespace app {

// From the configuration, else from `dir`/server.key, which is made at the first start, readable by its owner only.
std::string server_key(const Configuration& configuration, base::Random& random);

}  // namespace app
