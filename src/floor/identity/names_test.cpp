#include "floor/identity/names.hpp"

#include <gtest/gtest.h>

#include "support/people.hpp"
#include "support/platform.hpp"

namespace identity {
namespace {

class NamesOfALine : public support::PlatformOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(NamesOfALine);

TEST_P(NamesOfALine, AreReadAtOnce) {
  const auto person = support::new_person(platform(), {OrganisationKind::broker});
  const auto firm = support::new_organisation(platform(), {OrganisationKind::tradesman}, "Plomberie du Rhône");
  const auto before = db::statements_run();
  const Names names = read([&](db::Transaction& tx) {
    return Names(tx, {firm, {}, person.actor.organisation, firm, {12}}, {person.actor.account});
  });
  EXPECT_EQ(names.of(firm), "Plomberie du Rhône");
  EXPECT_EQ(names.of(person.actor.organisation), person.actor.organisation_name);
  EXPECT_EQ(names.of(person.actor.account), person.actor.name);
  EXPECT_LE(db::statements_run() - before, 4) << "two lists, whatever their length, and the transaction";
}

TEST_P(NamesOfALine, AreEmptyForNobody) {
  const Names names = read([](db::Transaction& tx) { return Names(tx, {{}, {12}}); });
  EXPECT_EQ(names.of(OrganisationId{}), "");
  EXPECT_EQ(names.of(OrganisationId{12}), "");
  EXPECT_EQ(names.of(AccountId{12}), "");
}

}  // namespace
}  // namespace identity
