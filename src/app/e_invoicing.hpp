// The approved platform that the configuration opens (P9.platform): off by default.
#pragma once

#include <optional>

#include "app/configuration.hpp"
#include "app/recurring.hpp"
#include "floor/einvoices/approved_platform.hpp"
#include "floor/platform/platform.hpp"

namespace app {

// Null when it is off. Throws ConfigurationError when what is set opens none.
std::optional<einvoices::Opened> approved_platform(const Configuration& configuration);

// Gives it the bills it has not, a few seconds behind them.
Recurring depositor(platform::Platform& platform, einvoices::Opened opened);

}  // namespace app
