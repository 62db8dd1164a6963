#include "support/works_rows.hpp"

#include <cmath>
#include <numbers>

#include "floor/identity/organisations.hpp"

namespace support {

places::Point north_of(places::Point point, int metres) {
  const double degrees = metres / places::earth_radius_m * 180 / std::numbers::pi;
  return {point.lat_e6 + static_cast<std::int32_t>(std::lround(degrees * 1e6)), point.lon_e6};
}

identity::OrganisationId add_organisation(platform::Act& act, const std::string& name,
                                          identity::OrganisationKind kind) {
  return identity::create_organisation(act, {.name = name, .kinds = {kind}}).value();
}

identity::OrganisationId add_firm(platform::Act& act, const NewFirm& firm) {
  const auto id = add_organisation(act, firm.name, identity::OrganisationKind::tradesman);
  std::vector<works::tradesman::Coverage> coverages;
  for (const auto& trade : firm.trades)
    coverages.push_back({trade, *base::Day::of(2025, 1, 1), *base::Day::of(2027, 12, 31), "Axiom 123 456"});
  insert(act.tx,
         {.organisation = id,
          .state = firm.state,
          .base_postal_code = "69003",
          .base_name = "Lyon 3e Arrondissement",
          .lat_e6 = firm.base.lat_e6,
          .lon_e6 = firm.base.lon_e6,
          .radius_m = firm.radius_m,
          .weekdays = firm.weekdays,
          .record = firm.record},
         coverages);
  return id;
}

works::claim::Claim add_claim(platform::Act& act, identity::OrganisationId broker) {
  using namespace works::claim;
  Claim claim{};
  claim.id = {act.ids.next()};
  claim.reference = next_reference(act.tx, broker, base::paris::day_of(act.now).year());
  claim.broker = broker;
  claim.declared_by = {1};
  claim.declared_at = act.now;
  claim.kind = "degat-des-eaux";
  claim.insured = {"Jeanne Exemple", "+33639980001", {}};
  claim.place = {"1 rue de l’Exemple", "69003",     "69383",   "Lyon 3e Arrondissement",
                 lyon.lat_e6,          lyon.lon_e6, "located", 2000};
  claim.description = "Fuite sous évier";
  claim.needed_from = base::paris::day_of(act.now);
  claim.insured_informed = true;
  claim.form_key = std::to_string(act.ids.next());
  claim.status = Status::awaiting_quote;
  claim.detail = Detail::to_assign;
  claim.waiting_for = WaitingFor::broker;
  insert(act.tx, claim);
  return claim;
}

works::lot::Lot add_lot(platform::Act& act, const works::claim::Claim& claim, const std::vector<std::string>& trades) {
  const auto others = works::lot::of_claim(act.tx, claim.id);
  const works::lot::Lot lot{
      {act.ids.next()}, claim.id, static_cast<int>(others.size()) + 1, trades, works::lot::State::to_assign, {}};
  insert(act.tx, lot);
  return lot;
}

void add_ended_mandate(platform::Act& act, const works::lot::Lot& lot, identity::OrganisationId firm,
                       works::mandate::State ended_as) {
  works::mandate::Mandate mandate{};
  mandate.id = {act.ids.next()};
  mandate.lot = lot.id;
  mandate.claim = lot.claim;
  mandate.tradesman = firm;
  mandate.state = ended_as;
  mandate.asked_by = {1};
  mandate.asked_at = act.now - base::hours(24);
  mandate.ended_at = act.now;
  works::mandate::insert(act.tx, mandate);
}

}  // namespace support
