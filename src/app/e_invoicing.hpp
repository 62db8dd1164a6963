// The approved platform that the configuration opens (P9.platform): off by default.
#pragma once

#include <vector>

#include "app/configuration.hpp"
#include "floor/worker/worker.hpp"

namespace app {

// What the worker then does besides; nothing when it is off. Throws ConfigurationError when what is set opens none.
std::vector<worker::Chore> e_invoicing(const Configuration& configuration);

}  // namespace app
