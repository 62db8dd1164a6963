// What the page's script does for a form: the number behind the challenge, found by trying.
#pragma once

#include <string>

#include "support/browser.hpp"

namespace support {

// The values that a person's browser adds: the ticked box and the solved challenge of this page.
Values solved(const Page& page);
std::string solve(const std::string& salt, const std::string& digest);

}  // namespace support
