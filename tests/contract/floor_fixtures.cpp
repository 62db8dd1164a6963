#include "contract/route_fixtures.hpp"

namespace contract {
namespace {

std::vector<std::string> an_asset(support::House&, const support::Person&) { return {"app.css"}; }

std::vector<std::string> an_account(support::House& house, const support::Person&) {
  const auto person = support::new_person(house.platform(), {identity::OrganisationKind::broker});
  return {std::to_string(person.actor.account.value)};
}

}  // namespace

std::span<const RouteFixture> floor_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/assets/{}", an_asset},
      {"/administration/comptes/{}", an_account},
      {"/administration/comptes/{}/suspension", an_account},
      {"/administration/comptes/{}/reactivation", an_account},
  };
  return rows;
}

}  // namespace contract
