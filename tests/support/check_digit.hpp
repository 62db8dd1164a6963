// Numbers of companies that pass their checksum and are nobody's.
#pragma once

#include <string>

#include "base/typed_text.hpp"

namespace support {

// `digits` and the one that Luhn's sum asks for after them.
inline std::string with_check_digit(std::string digits) {
  digits += '0';
  while (base::luhn_sum(digits) % 10 != 0) ++digits.back();
  return digits;
}

}  // namespace support
