// Accounts for demonstrations and simulated years.
#pragma once

#include <string>

namespace app::demo {

// A French account of nobody's: bank 30006, branch 00001, with its two keys. `number` is not negative.
std::string invented_iban(int number);

}  // namespace app::demo
