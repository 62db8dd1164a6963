// What the pages of an organisation's members can be called with.
#include "contract/route_fixtures.hpp"
#include "floor/identity/memberships.hpp"
#include "floor/members/invitation.hpp"

namespace contract {
namespace {

using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

Parameters a_colleague(House& house, const Person& owner) {
  const Person person = support::new_member(house.platform(), owner.actor.organisation, identity::Role::member);
  return {std::to_string(person.actor.account.value)};
}

Parameters one_who_asks(House& house, const Person& owner) {
  const Person stranger = support::new_person(house.platform(), {identity::OrganisationKind::broker});
  house.platform().act(
      {}, [&](platform::Act& act) { identity::join_or_ask(act, owner.actor.organisation, stranger.actor.account); });
  return {std::to_string(stranger.actor.account.value)};
}

members::InvitationId invited(House& house, const Person& owner) {
  return house.platform().act(platform::Author::of(owner.actor), [&](platform::Act& act) {
    const std::string email = "collegue" + std::to_string(act.ids.next()) + "@exemple.fr";
    return members::invite(act, owner.actor.organisation, {email, "Lou Martin", identity::Role::member}).value();
  });
}

Parameters an_invitation(House& house, const Person& owner) { return {std::to_string(invited(house, owner).value)}; }

Parameters an_invitation_link(House& house, const Person& owner) {
  const auto id = invited(house, owner);
  return house.database().read([&](db::Transaction& tx) -> Parameters {
    const auto link = links::latest(tx, members::invitation_kind, id.value).value();
    return {links::token(link, house.platform().settings.server_key)};
  });
}

}  // namespace

std::span<const RouteFixture> members_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/parametres/membres/{}/role", a_colleague},
      {"/parametres/membres/{}/suspension", a_colleague},
      {"/parametres/membres/{}/retablissement", a_colleague},
      {"/parametres/membres/{}/acceptation", one_who_asks},
      {"/parametres/membres/{}/retrait", a_colleague},
      {"/parametres/invitations/{}/retrait", an_invitation},
      {"/invitation/{}", an_invitation_link},
  };
  return rows;
}

}  // namespace contract
