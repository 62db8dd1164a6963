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
void paper_refused(platform::Act& act, const Paper& paper);
void validated(platform::Act& act, identity::OrganisationId organisation, const std::string& public_url);
void ends_soon(platform::Act& act, const Paper& paper, int days);
void ended(platform::Act& act, const Paper& paper);
void farewell(platform::Act& act, identity::OrganisationId organisation);

}  // namespace works::admission::letters
