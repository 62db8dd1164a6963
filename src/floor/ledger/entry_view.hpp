// An entry as the accounting pages show it.
#pragma once

#include <string>
#include <vector>

#include "floor/identity/names.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/tabs.hpp"

namespace ledger {

std::string title_of(const visit::Visit& visit,
                     const Entry& entry);  // "Contre-passation · Commission sur chantier clos"
// Its lines, account by account; `totals` adds the foot that shows the balance.
enum class Foot { none, totals };
web::html::Markup lines_table(const Entry& entry, const identity::Names& names, Foot foot);
identity::Names names_in(db::Transaction& tx, const std::vector<Entry>& entries);
web::html::Markup accounting_tabs(const web::html::Url& current);

}  // namespace ledger
