#include "support/people.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>

#include "floor/identity/legal.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/identity/sessions.hpp"

namespace support {
namespace {

base::Siren next_siren() {
  static std::atomic<int> made{0};
  const int number = ++made;
  for (int check = 0; check < 10; ++check)
    if (const auto siren = base::Siren::parse(fmt::format("84{:06}{}", number, check))) return *siren;
  std::abort();
}

}  // namespace

identity::OrganisationId new_organisation(platform::Platform& platform, identity::KindSet kinds, std::string name) {
  using enum identity::OrganisationKind;
  const auto made =
      platform
          .act({},
               [&](platform::Act& act) { return identity::create_organisation(act, {.name = name, .kinds = kinds}); })
          .value();
  if (kinds.meets({administrator, broker, tradesman})) name_in_full(platform, made);
  return made;
}

Person new_member(platform::Platform& platform, identity::OrganisationId organisation, identity::Role role,
                  std::string name) {
  const std::string hash = platform.passwords.hash(password_of_everybody).value();
  const std::string email = "personne" + std::to_string(platform.ids.next()) + "@exemple.fr";
  const std::string secret = platform.act({}, [&](platform::Act& act) {
    const identity::NewAccount wanted{
        .email = base::EmailAddress::parse(email).value(), .name = name, .password_hash = hash};
    const auto account = identity::create_account(act, wanted).value();
    EXPECT_TRUE(identity::add_member(act, organisation, account, role).ok());
    return identity::open_session(act, platform.random, platform.settings.sessions, account, organisation,
                                  {"192.0.2.1", "Navigateur d'essai"});
  });
  auto session = platform.database.read([&](db::Transaction& tx) {
    return identity::find_session(tx, secret, platform.clock.now(), platform.settings.sessions);
  });
  return {.actor = session.value().actor, .email = email, .secret = secret};
}

void name_in_full(platform::Platform& platform, identity::OrganisationId organisation) {
  platform.act({}, [&](platform::Act& act) {
    const auto known = identity::organisation(act.tx, organisation).value();
    if (identity::lacking(identity::legal_of(act.tx, organisation), identity::Side::house).empty()) return;
    const auto siren = known.siren.value_or(next_siren());
    EXPECT_TRUE(identity::change_house(act, organisation,
                                       {.name = known.name,
                                        .legal_form = "SAS au capital de 10 000 €",
                                        .siren = siren,
                                        .vat_number = identity::vat_number_of(siren),
                                        .seat = {"12 rue des Forges", base::PostalCode::parse("69003"), "Lyon 3e"}})
                    .ok());
  });
}

Person new_person(platform::Platform& platform, identity::KindSet kinds, identity::Role role) {
  return new_member(platform, new_organisation(platform, kinds), role);
}

}  // namespace support
