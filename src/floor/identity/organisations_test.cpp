#include "floor/identity/organisations.hpp"

#include <gtest/gtest.h>

#include "floor/identity/accounts.hpp"
#include "support/people.hpp"
#include "support/platform.hpp"

namespace identity {
namespace {

const base::Siren some_siren = base::Siren::parse("732 829 320").value();
const base::Siret its_siret = base::Siret::parse("732 829 320 00074").value();

class Organisations : public support::PlatformOnBothEngines {
 protected:
  base::Outcome<OrganisationId> create(const NewOrganisation& wanted) {
    return act([&](platform::Act& act) { return create_organisation(act, wanted); });
  }
};
MANDAT_ON_BOTH_ENGINES(Organisations);

TEST_P(Organisations, KeepWhatTheyWereGiven) {  // P1
  const auto id = create({.name = "  Plomberie   du Rhône ",
                          .kinds = {OrganisationKind::tradesman, OrganisationKind::repairer},
                          .siren = some_siren,
                          .phone = base::Phone::parse("04 78 00 00 00"),
                          .email = base::EmailAddress::parse("contact@exemple.fr")});
  const auto found = read([&](db::Transaction& tx) { return organisation(tx, *id).value(); });
  EXPECT_EQ(found.name, "Plomberie du Rhône");
  EXPECT_TRUE(found.kinds.has(OrganisationKind::tradesman));
  EXPECT_TRUE(found.kinds.has(OrganisationKind::repairer));
  EXPECT_FALSE(found.kinds.has(OrganisationKind::broker));
  EXPECT_EQ(found.siren, some_siren);
  EXPECT_EQ(found.phone->e164(), "+33478000000");
  EXPECT_EQ(found.email->text(), "contact@exemple.fr");
  EXPECT_EQ(found.status, Status::active);
  EXPECT_EQ(found.created, clock_.now());
  EXPECT_EQ(read([&](db::Transaction& tx) { return organisation_name(tx, *id); }), "Plomberie du Rhône");
}

TEST_P(Organisations, AreNotThereUnderAnotherId) {
  EXPECT_FALSE(read([](db::Transaction& tx) { return organisation(tx, OrganisationId{7}); }));
  EXPECT_EQ(read([](db::Transaction& tx) { return organisation_name(tx, OrganisationId{7}); }), "");
}

TEST_P(Organisations, NeedAName) {
  EXPECT_TRUE(create({.name = " ", .kinds = {OrganisationKind::broker}}).refused_as(missing_name));
}

TEST_P(Organisations, HaveASirenOfTheirOwn) {  // P1
  const NewOrganisation one{.name = "Un", .kinds = {OrganisationKind::broker}, .siren = some_siren};
  EXPECT_TRUE(create(one).ok());
  EXPECT_TRUE(create(one).refused_as(siren_taken));
  EXPECT_TRUE(create({.name = "Sans", .kinds = {OrganisationKind::broker}}).ok());
  EXPECT_TRUE(create({.name = "Sans non plus", .kinds = {OrganisationKind::broker}}).ok());
}

TEST_P(Organisations, AreOfTheAdministratorsOnce) {  // P1
  EXPECT_EQ(read([](db::Transaction& tx) { return operating_organisation(tx); }), std::nullopt);
  const auto first = create({.name = "Exploitant", .kinds = {OrganisationKind::administrator}});
  EXPECT_TRUE(create({.name = "Autre", .kinds = {OrganisationKind::administrator}}).refused_as(operator_exists));
  EXPECT_EQ(read([](db::Transaction& tx) { return operating_organisation(tx); }), *first);
}

TEST_P(Organisations, HaveTheirEstablishmentsUnderTheirSiren) {  // P1
  const auto id = create({.name = "Un", .kinds = {OrganisationKind::tradesman}, .siren = some_siren});
  const auto other =
      create({.name = "Deux", .kinds = {OrganisationKind::tradesman}, .siren = base::Siren::parse("404 833 048")});
  const NewEstablishment shop{.siret = its_siret,
                              .street = "12 quai des Essais",
                              .postal_code = base::PostalCode::parse("69003").value(),
                              .city = "Lyon",
                              .insee = "69383",
                              .position = places::Point{45'753'000, 4'852'000}};
  const auto add = [&](OrganisationId owner) {
    return act([&](platform::Act& act) { return create_establishment(act, owner, shop); });
  };
  EXPECT_TRUE(add(*other).refused_as(siret_of_another));
  const auto added = add(*id);
  EXPECT_TRUE(add(*id).refused_as(siret_taken));

  const auto found = read([&](db::Transaction& tx) { return establishments_of(tx, *id); });
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, *added);
  EXPECT_EQ(found[0].siret, its_siret);
  EXPECT_EQ(found[0].city, "Lyon");
  EXPECT_EQ(found[0].insee, "69383");
  EXPECT_EQ(found[0].position, (places::Point{45'753'000, 4'852'000}));
}

TEST_P(Organisations, ListTheMembersWhoMayBeWrittenTo) {
  const auto id = support::new_organisation(platform(), {OrganisationKind::broker});
  const auto reader = support::new_member(platform(), id, Role::reader, "Ada");
  const auto gone = support::new_member(platform(), id, Role::member, "Basile");
  const auto manager = support::new_member(platform(), id, Role::manager, "Chloé");
  const auto administrator = support::new_person(platform(), {OrganisationKind::administrator});
  ASSERT_TRUE(act([&](platform::Act& act) {
                return suspend_account(act, administrator.actor, gone.actor.account, "parti");
              }).ok());
  const auto found = read([&](db::Transaction& tx) { return members(tx, id); });
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].account, manager.actor.account);
  EXPECT_EQ(found[0].name, "Chloé");
  EXPECT_EQ(found[0].role, Role::manager);
  EXPECT_EQ(found[1].account, reader.actor.account);
  EXPECT_EQ(found[1].email.text(), reader.email);
}

}  // namespace
}  // namespace identity
