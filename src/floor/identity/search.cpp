// What an administrator finds by the search of every page besides files: organisations and accounts.
#include "floor/identity/accounts.hpp"
#include "floor/identity/organisation_search.hpp"
#include "floor/identity/pages.hpp"
#include "floor/identity/routes.hpp"

namespace identity {
namespace {

using web::html::Url;

visit::SearchFound search_organisations(db::Transaction& tx, const Actor&, const visit::SearchAsked& asked) {
  visit::SearchFound found;
  for (const auto& line : find_organisations(tx, asked.typed, asked.limit))
    found.hits.push_back(
        {.url = Url::path("/administration/organisations/{}", line.id),
         .title = line.name,
         .detail = kinds_text(line.kinds) + (line.siren ? " · SIREN " + std::string(line.siren->text()) : ""),
         .state = badge(line.status)});
  if (!found.hits.empty()) found.count = count_organisations(tx, asked.typed, asked.count_up_to);
  return found;
}

visit::SearchFound search_accounts(db::Transaction& tx, const Actor&, const visit::SearchAsked& asked) {
  visit::SearchFound found;
  for (const auto& line : find_accounts(tx, {.search = asked.typed, .limit = asked.limit}).lines) {
    std::string detail(line.account.email.text());
    for (const auto& membership : line.memberships) detail += " · " + membership.organisation_name;
    found.hits.push_back({.url = Url::path("/administration/comptes/{}", line.account.id),
                          .title = line.account.name,
                          .detail = std::move(detail),
                          .state = badge(line.account.status)});
  }
  if (found.hits.empty()) return found;
  found.count = count_accounts(tx, asked.typed, asked.count_up_to);
  found.all = Url("/administration/comptes").query("q", asked.typed);
  return found;
}

}  // namespace

std::vector<visit::SearchSource> search() {
  return {
      {.title = "Organisations",
       .icon = web::ui::Icon::building,
       .kinds = {OrganisationKind::administrator},
       .find = search_organisations},
      {.title = "Comptes",
       .icon = web::ui::Icon::users,
       .kinds = {OrganisationKind::administrator},
       .at_least = Role::manager,
       .find = search_accounts},
  };
}

}  // namespace identity
