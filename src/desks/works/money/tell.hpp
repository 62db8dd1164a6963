// Letters about money: to a partner as a whole, by e-mail and on the platform.
#pragma once

#include <string>
#include <vector>

#include "desks/works/letters/partner_letter.hpp"
#include "floor/platform/act.hpp"

namespace works::money {

using letters::Pace;

struct Letter {
  std::string subject;
  std::vector<std::string> paragraphs;  // after « Bonjour, »
  std::vector<std::int64_t> attachments = {};
  enum class Page { commissions, firm_bank, bonuses, broker_settings } page = Page::commissions;  // its link
  Pace pace = Pace::at_once;
};
void tell(platform::Act& act, identity::OrganisationId partner, const Letter& letter);

}  // namespace works::money
