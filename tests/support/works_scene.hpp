// Desk works in one line each: firms that can be mandated, claims taken as far as a test needs.
#pragma once

#include <string>
#include <vector>

#include "desks/works/claim/declaration.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/quote/quote.hpp"
#include "support/house.hpp"

namespace support::scene {

// A firm based in Lyon 3e with a radius of 30 km, reachable by SMS and mail, whose certificate covers the trades.
Person new_firm(House& house, const std::vector<std::string>& trades = {"plomberie", "peinture"},
                const std::string& name = "Plomberie du Parc");
Person as_firm(House& house, const Person& person);  // the same person, whose organisation can now be mandated
Person new_broker(House& house, identity::Role role = identity::Role::manager);

works::claim::Form claim_form();  // water damage in Lyon 3e, one lot: plumbing
works::ClaimId declare(House& house, const Person& broker, const works::claim::Form& form = claim_form());
works::ClaimId declare_with_photo(House& house, const Person& broker);
// "/suivi/…", as it was mailed to the insured of a claim.
std::string follow_link(House& house, works::ClaimId claim);
works::LotId first_lot(House& house, works::ClaimId claim);
works::MandateId ask(House& house, const Person& broker, works::ClaimId claim, const Person& firm);
void accept(House& house, const Person& firm, works::MandateId mandate);
works::QuoteId upload_quote(House& house, const Person& firm, works::MandateId mandate,
                            base::Money ht = base::Money::euros(1000));
void validate_quote(House& house, const Person& broker, works::QuoteId quote);  // sent to the insurer, then validated
void refuse_quote(House& house, const Person& broker, works::QuoteId quote);    // sent to the insurer, then refused
void close_job(House& house, const Person& firm, works::MandateId mandate, base::Money ht = base::Money::euros(1000));

works::claim::Claim claim(House& house, works::ClaimId id);
works::mandate::Mandate mandate(House& house, works::MandateId id);

// The path of the link that the last SMS to the firm holds: "/m/…".
std::string link_in_last_sms(House& house, const Person& firm);
std::vector<messages::Message> messages_to(House& house, identity::OrganisationId organisation, int most = 500);

}  // namespace support::scene
