#include "support/works_rows.hpp"

#include <cmath>
#include <numbers>

#include "floor/identity/organisations.hpp"

namespace support {

places::Point north_of(places::Point point, int metres) {
  const double degrees = metres / places::earth_radius_m * 180 / std::numbers::pi;
  return {point.lat_e6 + static_cast<std::int32_t>(std::lround(degrees * 1e6)), point.lon_e6};
}

identity::OrganisationId add_organisation(platform::Act& act, const std::string& name, identity::OrganisationKind kind) {
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
          .record = firm.record,
          .rating = works::tradesman::rating_of(firm.record, act.now)},
         coverages);
  return id;
}

works::claim::Claim add_claim(platform::Act& act, identity::OrganisationId broker) {
  using namespace works::claim;
  const Claim claim{
      .id = {act.ids.next()},
      .reference = next_reference(act.tx, broker, base::paris::day_of(act.now).year()),
      .broker = broker,
      .declared_by = {1},
      .declared_at = act.now,
      .kind = "degat-des-eaux",
      .loss_day = {},
      .insured = {"Jeanne Exemple", "+33600000001", {}},
      .place = {"1 rue de l’Exemple", "69003", "69383", "Lyon 3e Arrondissement", lyon.lat_e6, lyon.lon_e6, "located", 2000},
      .description = "Fuite sous évier",
      .emergency = false,
      .needed_from = base::paris::day_of(act.now),
      .insurer = {},
      .insurer_name = {},
      .insurer_email = {},
      .insurer_claim_number = {},
      .insured_informed = true,
      .form_key = std::to_string(act.ids.next()),
      .status = Status::awaiting_quote,
      .detail = Detail::to_assign,
      .waiting_for = WaitingFor::broker,
      .waiting_name = {},
      .next_due_at = {},
      .trades_text = {},
      .reimbursed_on = {},
      .closed_by_broker_at = {},
      .closed_at = {},
      .abandoned_at = {},
      .abandoned_reason = {},
  };
  insert(act.tx, claim);
  return claim;
}

works::lot::Lot add_lot(platform::Act& act, const works::claim::Claim& claim, const std::vector<std::string>& trades) {
  const auto others = works::lot::of_claim(act.tx, claim.id);
  const works::lot::Lot lot{{act.ids.next()}, claim.id, static_cast<int>(others.size()) + 1, trades,
                            works::lot::State::to_assign, {}};
  insert(act.tx, lot);
  return lot;
}

void add_ended_mandate(platform::Act& act, const works::lot::Lot& lot, identity::OrganisationId firm,
                       works::mandate::State ended_as) {
  works::mandate::insert(act.tx, {.id = {act.ids.next()},
                                  .lot = lot.id,
                                  .claim = lot.claim,
                                  .tradesman = firm,
                                  .state = ended_as,
                                  .asked_by = {1},
                                  .asked_at = act.now - base::hours(24),
                                  .distance_m = 0,
                                  .sms_sent_at = {},
                                  .sms_delivered_at = {},
                                  .sms_undelivered = false,
                                  .answered_at = {},
                                  .answered_over = {},
                                  .ended_at = act.now,
                                  .reason = {}});
}

}  // namespace support
