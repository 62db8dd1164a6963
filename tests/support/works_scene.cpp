#include "support/works_scene.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/insured/follow_link.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/quote/quote_actions.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/places/communes.hpp"
#include "support/files.hpp"

namespace support::scene {
namespace {

template <class T>
T must(base::Outcome<T> outcome) {
  if (!outcome) ADD_FAILURE() << "refused: " << outcome.refusal().code.name << " " << outcome.refusal().field;
  return std::move(outcome).value();
}

// Works in and around Lyon 3e, every day.
void equip(House& house, identity::OrganisationId organisation, const std::vector<std::string>& trades) {
  const auto& place = places::communes_of("69003").front();
  house.platform().act({}, [&](platform::Act& act) {
    const auto today = base::paris::day_of(act.now);
    std::vector<works::tradesman::Coverage> coverages;
    for (const auto& trade : trades) coverages.push_back({trade, today - 100, today + 400, "Décennale n° 1"});
    works::tradesman::insert(act.tx,
                             {.organisation = organisation,
                              .base_postal_code = "69003",
                              .base_name = std::string(place.name),
                              .lat_e6 = place.point.lat_e6,
                              .lon_e6 = place.point.lon_e6,
                              .radius_m = 30'000,
                              .weekdays = "1111111",
                              .record = {}},
                             coverages);
  });
}

int next_number() {
  static int number = 0;
  return ++number % 10'000;
}

// So that requests by SMS reach somebody.
void give_mobile(House& house, identity::AccountId account) {
  house.platform().act({}, [&](platform::Act& act) {
    const auto person = identity::account(act.tx, account);
    must(identity::change_profile(act, account,
                                  {person->name, base::Phone::parse(fmt::format("063998{:04}", next_number()))}));
  });
}

documents::Prepared paper(House& house, const Person& owner) {
  const auto file = uploaded("file", "devis.pdf", sample_pdf("Devis"), house.platform().documents.root());
  return must(house.platform().documents.prepare(owner.actor.organisation, file, documents::Accept::pdf));
}

}  // namespace

Person new_firm(House& house, const std::vector<std::string>& trades, const std::string& name) {
  auto& platform = house.platform();
  const int number = next_number();
  const auto organisation = platform.act({}, [&](platform::Act& act) {
    return must(identity::create_organisation(
        act, {.name = name,
              .kinds = {identity::OrganisationKind::tradesman},
              .phone = base::Phone::parse(fmt::format("063998{:04}", number)),
              .email = base::EmailAddress::parse(fmt::format("firme{}@artisans.example", number))}));
  });
  equip(house, organisation, trades);
  name_in_full(platform, organisation);
  return new_member(platform, organisation);
}

Person as_firm(House& house, const Person& person) {
  const auto known = house.database().read(
      [&](db::Transaction& tx) { return works::tradesman::find(tx, person.actor.organisation).has_value(); });
  if (!known) {
    equip(house, person.actor.organisation, {"plomberie"});
    give_mobile(house, person.actor.account);
  }
  return person;
}

Person new_broker(House& house, identity::Role role) {
  return new_person(house.platform(), {identity::OrganisationKind::broker}, role);
}

works::claim::Form claim_form() {
  static int number = 0;
  works::claim::Form form;
  form.kind = "degat-des-eaux";
  form.insured_name = "Solène Vernoult";
  form.insured_phone = "06 39 98 45 67";
  form.insured_email = "solene@courriel.example";
  form.address = "14 rue des Glycines";
  form.postal_code = "69003";
  form.insee = places::communes_of("69003").front().insee;
  form.description = "Fuite sous évier, parquet gondolé.";
  form.insurer_email = "sinistres@assureur.example";
  form.form_key = fmt::format("form-{}", ++number);
  form.insured_informed = true;
  form.trades = {{"plomberie", 1}};
  return form;
}

works::ClaimId declare(House& house, const Person& broker, const works::claim::Form& form) {
  const auto declaration = must(works::claim::check(form, base::paris::day_of(house.clock().now())));
  return must(works::claim::declare(house.platform(), broker.actor, declaration, {}));
}

works::ClaimId declare_with_photo(House& house, const Person& broker) {
  const auto form = claim_form();
  const auto declaration = must(works::claim::check(form, base::paris::day_of(house.clock().now())));
  const auto file = uploaded("attachments", "photo.jpg", sample_jpeg(), house.platform().documents.root());
  const auto photo =
      must(house.platform().documents.prepare(broker.actor.organisation, file, documents::Accept::image));
  return must(works::claim::declare(house.platform(), broker.actor, declaration, {photo}));
}

std::string follow_link(House& house, works::ClaimId claim) {
  return house.database().read([&](db::Transaction& tx) {
    const auto link = links::latest(tx, works::insured::follow_link, claim.value);
    return "/suivi/" + links::token(*link, house.platform().settings.server_key);
  });
}

works::LotId first_lot(House& house, works::ClaimId claim) {
  return house.database().read([&](db::Transaction& tx) { return works::lot::of_claim(tx, claim).front().id; });
}

works::MandateId ask(House& house, const Person& broker, works::ClaimId claim, const Person& firm) {
  const auto mandate =
      must(works::mandate::ask(house.platform(), broker.actor, first_lot(house, claim), firm.actor.organisation));
  house.settle();
  return mandate;
}

void accept(House& house, const Person& firm, works::MandateId mandate) {
  must(house.platform().act(platform::Author::of(firm.actor), [&](platform::Act& act) {
    return works::mandate::answer(act, mandate, firm.actor.organisation, {works::mandate::Choice::accept, "", "space"});
  }));
  house.settle();
}

works::QuoteId upload_quote(House& house, const Person& firm, works::MandateId mandate, base::Money ht) {
  const auto ttc = ht + base::apply(base::Rate::percent(10), ht);
  return must(works::quote::upload(house.platform(), firm.actor, mandate, {paper(house, firm), ht, ttc}));
}

void refuse_quote(House& house, const Person& broker, works::QuoteId quote) {
  auto& platform = house.platform();
  must(works::quote::send_to_insurer(platform, broker.actor, quote,
                                     *base::EmailAddress::parse("sinistres@assureur.example"), ""));
  must(works::quote::decide(platform, broker.actor, quote,
                            {works::quote::Answer::refused, base::paris::day_of(house.clock().now()), {}, ""}));
}

void validate_quote(House& house, const Person& broker, works::QuoteId quote) {
  auto& platform = house.platform();
  must(works::quote::send_to_insurer(platform, broker.actor, quote,
                                     *base::EmailAddress::parse("sinistres@assureur.example"), ""));
  must(works::quote::decide(platform, broker.actor, quote,
                            {works::quote::Answer::validated, base::paris::day_of(house.clock().now()), {}, ""}));
  house.settle();
}

void close_job(House& house, const Person& firm, works::MandateId mandate, base::Money ht) {
  must(works::closure::close_job(house.platform(), firm.actor, mandate, {paper(house, firm), ht}));
}

works::claim::Claim claim(House& house, works::ClaimId id) {
  return *house.database().read([&](db::Transaction& tx) { return works::claim::find(tx, id); });
}

works::mandate::Mandate mandate(House& house, works::MandateId id) {
  return *house.database().read([&](db::Transaction& tx) { return works::mandate::find(tx, id); });
}

std::vector<messages::Message> messages_to(House& house, identity::OrganisationId organisation, int most) {
  return house.database().read(
      [&](db::Transaction& tx) { return messages::list(tx, {.organisation = organisation, .limit = most}); });
}

std::string link_in_last_sms(House& house, const Person& firm) {
  for (const auto& message : messages_to(house, firm.actor.organisation)) {
    if (message.channel != messages::Channel::sms || !message.link) continue;
    const auto body = house.database().read(
        [&](db::Transaction& tx) { return messages::rendered_body(tx, message, house.platform().settings); });
    return body.substr(body.find("/m/"));
  }
  ADD_FAILURE() << "no SMS with a link";
  return {};
}

}  // namespace support::scene
