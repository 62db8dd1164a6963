// What is left behind in the store of documents, removed once a day by a server that runs (P3.orphan_age).
#pragma once

#include "app/recurring.hpp"
#include "floor/platform/platform.hpp"

namespace app {

// From an hour after the start on, by the machine's clock.
Recurring sweeper(platform::Platform& platform);

}  // namespace app
