// From the offers to the signed policy in one line each: placements taken as far as a test needs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "desks/credit/offer/offer.hpp"
#include "desks/credit/policy/policy.hpp"
#include "support/credit_scene.hpp"

namespace support::contract_scene {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// The fields of an offer's form: turnover declaration, 0.25 % of 4 M€ in France, 1 M€ of export, minimum 10 000 €.
Pairs turnover_offer(std::string insurer);
// A forfait of 2 000 €, up to 800 000 € of turnover.
Pairs forfait_offer(std::string insurer);
web::Fields form_of(const Pairs& pairs);

// Blind test answered by Coface (some in full, some in part) and closed: the offers may be compared.
credit::PlacementId presented(House& house, const Person& broker, identity::OrganisationId company = {});
credit::offer::OfferId offered(House& house, const Person& broker, credit::PlacementId id, const Pairs& offer);
// C36 and C37, whole but for the client's acknowledgement.
void advise(House& house, const Person& broker, credit::PlacementId id);
void watch(House& house, const Person& broker, credit::PlacementId id);
// Proposed to the client, advised and watched over.
credit::offer::OfferId proposed(House& house, const Person& broker, credit::PlacementId id, const Pairs& offer);
// Accepted by a recorded e-mail.
credit::offer::OfferId accepted(House& house, const Person& broker, credit::PlacementId id, const Pairs& offer);
// Drawn from the offer.
void issued(House& house, const Person& broker, credit::PlacementId id);
void sent(House& house, const Person& broker, credit::PlacementId id);

credit::offer::Offer offer(House& house, credit::offer::OfferId id);
credit::policy::Policy policy(House& house, credit::PlacementId id);

// The token of the last link of that purpose, and the code that the last link of a signature makes.
std::string token_of(House& house, std::string_view purpose, std::int64_t subject);
std::string offer_token(House& house, credit::offer::OfferId id);
std::string signing_token(House& house, credit::PlacementId id);
std::string signing_code(House& house, credit::PlacementId id);

}  // namespace support::contract_scene
