// Where a partner is debited or paid: what it typed, and what follows when it changes (W27, W29).
#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "base/time.hpp"
#include "db/database.hpp"
#include "desks/works/bank/bank_rules.hpp"
#include "floor/platform/platform.hpp"
#include "web/html/markup.hpp"
#include "web/http.hpp"
#include "web/ui/form.hpp"

namespace works::bank {

std::optional<Account> find(db::Transaction& tx, identity::OrganisationId organisation);
// Those of the partners that have one, in a statement for each 64 of them.
std::unordered_set<identity::OrganisationId> known(db::Transaction& tx,
                                                   const std::vector<identity::OrganisationId>& partners);
void save(platform::Act& act, identity::OrganisationId organisation, const Account& account);

// A changed IBAN ends the mandate on the old one and takes back what has not been sent to it; what a broker is owed
// follows it (W29.kept, W29.again).
base::Outcome<base::Done> change(platform::Platform& platform, const identity::Actor& actor, const Account& account);

// The card of the settings: what stands, and the form.
struct Shown {
  std::optional<Account> account;
  bool may_act;
  std::string csrf_token;
  std::string warning;  // what a change brings about; empty: nothing
};
web::html::Markup card(const Shown& shown, const web::html::Url& action, const web::ui::FormState& state);
base::Outcome<Account> typed(const web::Fields& form);

}  // namespace works::bank
