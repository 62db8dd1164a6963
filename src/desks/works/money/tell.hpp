// Letters about money: to a partner as a whole, by e-mail and on the platform.
#pragma once

#include <string>
#include <vector>

#include "floor/platform/act.hpp"

namespace works::money {

struct Letter {
  std::string subject;
  std::vector<std::string> paragraphs;  // after « Bonjour, »
  std::vector<std::int64_t> attachments = {};
};
void tell(platform::Act& act, identity::OrganisationId partner, const Letter& letter);

}  // namespace works::money
