// The form of an e-mail address under which its account is stored and looked up: trimmed, lower case.
#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"

namespace identity {

inline std::string email_key(std::string_view typed) {
  std::string key(base::trim(typed));
  for (char& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return key;
}

}  // namespace identity
