#include "support/money_scene.hpp"

#include <gtest/gtest.h>

#include "desks/works/bank/bank.hpp"
#include "desks/works/closure/closure_actions.hpp"
#include "floor/identity/sessions.hpp"
#include "web/crypto.hpp"

namespace support::money_scene {
namespace {

template <class T>
void must(const base::Outcome<T>& outcome) {
  if (!outcome) ADD_FAILURE() << "refused: " << outcome.refusal().code.name;
}

void take(House& house, bank::Movement movement, int number) {
  payment_scene::take(
      house, bank::statement(
                 {.id = "RELEVE-" + std::to_string(number), .number = number, .movements = {std::move(movement)}}));
  house.settle();
}

}  // namespace

void sign_in_again(House& house, Person& person) {
  person.secret = house.platform().act({}, [&](platform::Act& act) {
    return identity::open_session(act, house.platform().random, house.platform().settings.sessions,
                                  person.actor.account, person.actor.organisation, {"192.0.2.1", "Navigateur d'essai"});
  });
}

void give_account(House& house, const Person& person, std::string_view iban) {
  const auto account = works::bank::check(person.actor.organisation_name, iban, "");
  must(account);
  must(works::bank::change(house.platform(), person.actor, *account));
}

std::string mailed_code(House& house, const Person& person) {
  return house.database().read([&](db::Transaction& tx) -> std::string {
    for (const auto& message : messages::list(tx, {.channel = messages::Channel::mail, .limit = 100})) {
      if (message.to.address != person.email || message.body.find("{code}") == std::string::npos) continue;
      const auto body = messages::rendered_body(tx, message, house.platform().settings);
      return body.substr(body.find_first_of("0123456789"), 8);
    }
    ADD_FAILURE() << "no code mailed to " << person.email;
    return {};
  });
}

void sign_mandate(House& house, const Person& firm) {
  give_account(house, firm);
  must(works::debit_mandate::send_code(house.platform(), firm.actor));
  const auto terms = house.database().read([&](db::Transaction& tx) {
    return works::debit_mandate::to_sign(tx, firm.actor.organisation, base::paris::day_of(house.clock().now()));
  });
  if (!terms) {
    ADD_FAILURE() << "nothing to sign";
    return;
  }
  must(works::debit_mandate::sign(
      house.platform(), firm.actor,
      {mailed_code(house, firm), web::hex(web::sha256(works::debit_mandate::text(*terms))), true}));
  house.settle();
}

works::MandateId closed_job(House& house, const Person& broker, const Person& firm) {
  const auto mandate = scene::ask(house, broker, scene::declare(house, broker), firm);
  scene::accept(house, firm, mandate);
  scene::validate_quote(house, broker, scene::upload_quote(house, firm, mandate));
  scene::close_job(house, firm, mandate);
  house.settle();
  return mandate;
}

works::ClaimId closed_claim(House& house, const Person& broker, const Person& firm) {
  const auto claim = scene::mandate(house, closed_job(house, broker, firm)).claim;
  must(works::closure::close_file(house.platform(), broker.actor, claim, base::paris::day_of(house.clock().now())));
  house.settle();
  return claim;
}

works::commission::Commission commission(House& house, works::MandateId mandate) {
  return house.database().read([&](db::Transaction& tx) { return works::commission::find(tx, mandate).value(); });
}

void bank_books(House& house, payments::OrderId order, int statement) {
  take(house, payment_scene::booking_of(house, order, "BQ" + std::to_string(statement)), statement);
}

void bank_returns(House& house, payments::OrderId order, const std::string& code, int statement) {
  take(house, payment_scene::return_of(house, order, code, "BQ" + std::to_string(statement)), statement);
}

}  // namespace support::money_scene
