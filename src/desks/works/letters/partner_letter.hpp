// Letters to a partner as a whole, about no claim: discipline, money. On the platform, and by mail with one link.
#pragma once

#include <string>
#include <vector>

#include "floor/platform/act.hpp"

namespace works::letters {

enum class Pace {
  at_once,    // a clock runs, or something is announced or sanctioned
  as_chosen,  // plain news (P5.firm)
};

struct PartnerLetter {
  std::string subject;
  std::vector<std::string> paragraphs;  // after « Bonjour, »
  std::vector<std::int64_t> attachments = {};
  std::string page;        // that its reader opens signed in: "/chantiers/commissions"
  std::string page_label;  // "Vos commissions"
  Pace pace = Pace::at_once;
};
// A letter with attachments leaves at once: news carries none (asserted).
void tell_partner(platform::Act& act, identity::OrganisationId partner, const platform::FileRef& file,
                  const PartnerLetter& letter);

}  // namespace works::letters
