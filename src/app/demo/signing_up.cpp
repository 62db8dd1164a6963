#include "app/demo/signing_up.hpp"

#include "app/demo/cast.hpp"
#include "app/demo/names.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/joining/joining.hpp"

namespace app::demo {

void settle(House& house) {
  while (!house.worker().run_once().idle()) {
  }
}

identity::OrganisationId sign_up(House& house, std::string_view kind, const std::string& mail, Values values) {
  auto& platform = house.platform();
  values.insert(values.end(), {{"email", mail}, {"humain", "oui"}});
  web::Fields form;
  for (auto& [name, value] : values) form.add(name, value);
  const auto page = joining::ask(
      platform, {.kind = kind, .email = mail, .password = password, .form = form, .address = "demo " + mail});
  MANDAT_ASSERT(page.ok());
  settle(house);
  const auto& kinds = house.parts().site.sign_ups;
  const auto confirmation = platform.database.read([&](db::Transaction& tx) {
    const auto asked = joining::open(tx, *page, platform).value();
    const auto link = links::latest(tx, joining::link_purpose::confirm, asked.link.subject_id).value();
    return joining::open(tx, links::token(link, platform.settings.server_key), platform).value();
  });
  const auto confirmed = joining::confirm(platform, kinds, confirmation, {});
  MANDAT_ASSERT(confirmed.ok());
  settle(house);
  return platform.database.read([&](db::Transaction& tx) {
    const auto account = identity::account_with(tx, base::EmailAddress::parse(mail).value()).value();
    return identity::organisation_of(tx, account).value();
  });
}

std::string siret_of(int number, int nth) {
  for (int establishment = 10; establishment < 1000; ++establishment) {
    const std::string nic = "00" + std::to_string(1000 + establishment).substr(1);
    const auto siret = base::Siret::parse(siren(number).text() + nic);
    if (siret && nth-- == 0) return siret->text();
  }
  MANDAT_ASSERT(!"one of ten numbers passes");
  return {};
}

}  // namespace app::demo
