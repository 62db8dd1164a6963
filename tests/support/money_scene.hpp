// Money of desk works in one line each: accounts and mandates, jobs closed, what the bank says.
#pragma once

#include "desks/works/bonus/bonus.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "support/payment_scene.hpp"
#include "support/works_scene.hpp"

namespace support::money_scene {

inline constexpr const char* firms_iban = "FR7630006000011234567890189";
inline constexpr const char* other_iban = "DE89370400440532013000";

void sign_in_again(House& house, Person& person);  // after a journey in time
void give_account(House& house, const Person& person, std::string_view iban = firms_iban);
std::string mailed_code(House& house, const Person& person);  // of the last mail that held one
void sign_mandate(House& house, const Person& firm);          // account, code, signature: by the actions
// A job of 1 000 € HT, closed now: its commission is of 120 € TTC.
works::MandateId closed_job(House& house, const Person& broker, const Person& firm);
works::ClaimId closed_claim(House& house, const Person& broker, const Person& firm);  // both closures, now
works::commission::Commission commission(House& house, works::MandateId mandate);
// What the bank booked or gave back, on a statement of its own.
void bank_books(House& house, payments::OrderId order, int statement);
void bank_returns(House& house, payments::OrderId order, const std::string& code, int statement);

}  // namespace support::money_scene
