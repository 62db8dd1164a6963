// What a fact's details say, in French, for the journal's readers (P10.journal). The export keeps them as recorded.
#pragma once

#include <string>
#include <vector>

#include "floor/audit/audit.hpp"
#include "floor/identity/names.hpp"

namespace audit {

// Whom the details name by their ids.
void add_named(const Details& details, std::vector<identity::OrganisationId>& organisations,
               std::vector<identity::AccountId>& accounts);

// "entreprise Dauvray Serrurerie · montant 606,01 €"; a detail without a word stands as it was recorded.
std::string details_text(const Details& details, const identity::Names& names);

}  // namespace audit
