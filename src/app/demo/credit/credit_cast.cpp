#include "app/demo/credit/credit_cast.hpp"

#include "desks/credit/insurer/insurer.hpp"
#include "floor/identity/passwords.hpp"

namespace app::demo::credit_desk {
namespace {

using identity::OrganisationKind;

constexpr const char* underwriter_names[] = {"Aude Verlac",   "Bastien Ormeau", "Camille Destrez", "Diane Fauvel",
                                             "Émile Garance", "Fanny Hourtin",  "Gaspard Illouz",  "Hélène Jarnac"};

// Each insurer of the directory answers in a space of its own.
void settle_insurers(platform::Act& act, CreditCast& cast, const std::string& hash) {
  int number = 40;
  for (auto insurer : credit::insurer::insurers(act.tx)) {
    const auto& person = underwriter_names[static_cast<std::size_t>(number - 40) % std::size(underwriter_names)];
    const std::string mail = "arbitrage@" + insurer.slug + ".example";
    cast.underwriters.push_back(enroll(act, {insurer.name, person, mail, OrganisationKind::insurer, number++}, hash));
    insurer.space = cast.underwriters.back().actor.organisation;
    insurer.email = mail;
    credit::insurer::save(act.tx, insurer);
  }
}

}  // namespace

CreditCast hire(platform::Platform& platform) {
  const auto hash = platform.passwords.hash(password);
  MANDAT_ASSERT(hash);
  return platform.act({}, [&](platform::Act& act) {
    CreditCast cast;
    cast.broker = enroll(
        act, {"Aldebert Crédit", "Solène Aldebert", std::string(broker_mail), OrganisationKind::broker, 30}, *hash);
    cast.company = enroll(
        act,
        {"Charpentes du Vexin", "Inès Taillandier", std::string(company_mail), OrganisationKind::insured_company, 31},
        *hash);
    settle_insurers(act, cast, *hash);
    return cast;
  });
}

}  // namespace app::demo::credit_desk
