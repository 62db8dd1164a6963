// The certificate that the operator seals with (C11).
#pragma once

#include <optional>

#include "app/configuration.hpp"
#include "floor/platform/platform.hpp"

namespace app {

// Null when none is configured. Throws ConfigurationError, which names the file and says what is wrong with it. Logs a
// warning when it ends within a month.
std::optional<platform::SealCertificate> seal_certificate(const Configuration& configuration, base::Instant now);

}  // namespace app
