// What applicants and firms are written (W4, W5, W8). The link of the papers is one, reusable, and always the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desks/works/admission/application.hpp"

namespace works::admission::letters {

void send_your_papers(platform::Act& act, identity::OrganisationId organisation);  // issues the link
void papers_missing(platform::Act& act, identity::OrganisationId organisation, const std::vector<PaperKind>& kinds);
void trades_not_covered(platform::Act& act, identity::OrganisationId organisation,
                        const std::vector<std::string>& trades);  // labels
// Refused papers of one partner, each with its reason, in one mail and one notification; not empty.
void papers_refused(platform::Act& act, identity::OrganisationId organisation, const std::vector<Paper>& papers);
void validated(platform::Act& act, identity::OrganisationId organisation, const std::string& public_url);
void ends_soon(platform::Act& act, const Paper& paper, int days);
void ended(platform::Act& act, const Paper& paper);
void farewell(platform::Act& act, identity::OrganisationId organisation);

}  // namespace works::admission::letters
