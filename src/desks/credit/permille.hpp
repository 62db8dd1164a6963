// Shares of an exposure as lists and charts show them. Pure.
#pragma once

#include <string>

#include "base/money.hpp"

namespace credit {

int permille(base::Money part, base::Money whole);  // rounded down; 0 of nothing
std::string percent_text(int permille);             // "62,5 %"

}  // namespace credit
