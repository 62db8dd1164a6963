// What the two sides are told of documents: a notice always; mail in addition, as the repairer has chosen (M29).
#pragma once

#include <string_view>

#include "desks/motor/document/paper.hpp"
#include "floor/platform/act.hpp"

namespace motor::document {

void tell_cabinet(platform::Act& act, const file::File& file, std::string_view subject, std::string_view text);
// Nothing when no repairer may see the file.
void tell_repairer(platform::Act& act, const file::File& file, const Paper& posted);
void tell_verdict(platform::Act& act, const file::File& file, const Paper& judged);
void notice(platform::Act& act, const file::File& file, identity::OrganisationId to, std::string_view subject,
            std::string_view text);

}  // namespace motor::document
