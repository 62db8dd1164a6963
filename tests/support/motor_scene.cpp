#include "support/motor_scene.hpp"

#include <gtest/gtest.h>

#include "desks/motor/cabinet/cabinet.hpp"
#include "support/check_digit.hpp"

namespace support::motor_scene {

using identity::OrganisationKind;
using motor::file::Event;
using motor::file::State;

namespace {

std::string number(std::int64_t n, std::size_t width) {
  std::string text = std::to_string(n);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

}  // namespace

base::Siret a_siret(std::int64_t n) {
  const std::string siren = with_check_digit("910" + number(n % 100'000, 5));
  return base::Siret::parse(with_check_digit(siren + "0001")).value();
}

Person as_cabinet(House& house, const Person& person) {
  house.platform().act({}, [&](platform::Act& act) {
    if (motor::cabinet::find(act.tx, person.actor.organisation)) return;
    const std::string code = "C" + std::to_string(person.actor.organisation.value);
    EXPECT_TRUE(
        motor::cabinet::enrol(act.tx, {person.actor.organisation, code.substr(code.size() > 20 ? code.size() - 20 : 0)})
            .ok());
  });
  return person;
}

Person new_cabinet(House& house, const std::string& code) {
  const Person person = new_member(
      house.platform(), new_organisation(house.platform(), {OrganisationKind::adjusting_firm}, "Experts de la Saône"));
  if (code.empty()) return as_cabinet(house, person);
  house.platform().act({}, [&](platform::Act& act) {
    EXPECT_TRUE(motor::cabinet::enrol(act.tx, {person.actor.organisation, code}).ok());
  });
  return person;
}

Person new_repairer(House& house, identity::Role role) {
  const Person person = new_member(
      house.platform(), new_organisation(house.platform(), {OrganisationKind::repairer}, "Garage du Parc"), role);
  new_establishment(house, person);
  return person;
}

identity::Establishment new_establishment(House& house, const Person& repairer) {
  static std::int64_t made = 0;
  return house.platform().act({}, [&](platform::Act& act) {
    const auto id = identity::create_establishment(act, repairer.actor.organisation,
                                                   {.siret = a_siret(++made),
                                                    .street = "12 rue des Forges",
                                                    .postal_code = base::PostalCode::parse("69003").value(),
                                                    .city = "Lyon"});
    return identity::establishment(act.tx, id.value()).value();
  });
}

identity::Establishment establishment_of(House& house, const Person& repairer) {
  const auto known = house.database().read(
      [&](db::Transaction& tx) { return identity::establishments_of(tx, repairer.actor.organisation); });
  return known.empty() ? new_establishment(house, repairer) : known.front();
}

motor::AttachmentId ask_attachment(House& house, const Person& cabinet, const identity::Establishment& establishment) {
  return house.platform().act({}, [&](platform::Act& act) {
    return motor::attachment::request(act, cabinet.actor.organisation, establishment);
  });
}

void attach(House& house, const Person& cabinet, const identity::Establishment& establishment) {
  const auto id = ask_attachment(house, cabinet, establishment);
  house.platform().act(platform::Author::of(cabinet.actor), [&](platform::Act& act) {
    if (motor::attachment::find(act.tx, id)->state != motor::attachment::State::confirmed) {
      EXPECT_TRUE(motor::attachment::confirm(act, cabinet.actor, id).ok());
    }
  });
}

void attach(House& house, const Person& cabinet, const Person& repairer) {
  attach(house, cabinet, establishment_of(house, repairer));
}

motor::file::Particulars particulars(std::string reference, const base::Siret& siret) {
  return {.reference = std::move(reference),
          .siret = siret,
          .claim_day = base::Day::of(2026, 11, 3),
          .insured = {.name = "Société Exemple", .email = "contact@exemple.fr"},
          .vehicle = {.make = "RENAULT", .model = "CLIO", .plate = "AB-123-CD"},
          .insurer = {.code = "0418", .name = "Assurance Exemple"},
          .principal = "Mandant Exemple",
          .claim_number = "0000012106036373"};
}

motor::FileId new_file(House& house, const Person& cabinet, const base::Siret& siret) {
  return house.platform()
      .act(platform::Author::of(cabinet.actor),
           [&](platform::Act& act) {
             return motor::file::create(act, cabinet.actor, particulars(std::to_string(act.ids.next()), siret));
           })
      .value();
}

motor::FileId new_file(House& house, const Person& cabinet, const Person& repairer) {
  const auto establishment = establishment_of(house, repairer);
  attach(house, cabinet, establishment);
  return new_file(house, cabinet, *establishment.siret);
}

motor::file::File file(House& house, motor::FileId id) {
  return house.database().read([&](db::Transaction& tx) { return motor::file::find(tx, id).value(); });
}

void happen(House& house, const Person& by, motor::FileId id, Event event, std::string_view reason) {
  const auto done = house.platform().act(platform::Author::of(by.actor), [&](platform::Act& act) {
    auto file = motor::file::find(act.tx, id).value();
    return motor::file::apply(act, file, event, reason);
  });
  EXPECT_TRUE(done.ok()) << to_text(event);
}

void bring_to(House& house, const Person& cabinet, motor::FileId id, State state) {
  switch (state) {
    case State::awaiting_appointment:
      return;
    case State::remote_inspection:
      return happen(house, cabinet, id, Event::remote_chosen);
    case State::visit_planned:
      return happen(house, cabinet, id, Event::visit_validated);
    case State::awaiting_documents:
      return happen(house, cabinet, id, Event::document_asked, "Carte grise");
    case State::in_progress:
      return happen(house, cabinet, id, Event::inspection_done);
    case State::awaiting_invoice:
      bring_to(house, cabinet, id, State::in_progress);
      return happen(house, cabinet, id, Event::works_announced);
    case State::closed:
      return happen(house, cabinet, id, Event::closed, "Sans suite");
  }
}

documents::Prepared a_photo() {
  return {.sha256 = std::string(64, 'c'),
          .type = documents::MediaType::jpeg,
          .size = 1,
          .filename = "photo.jpg",
          .has_thumbnail = true};
}

motor::PhotoId send_photo(House& house, const Person& repairer, motor::FileId id, motor::photos::Slot slot) {
  const auto sent = house.platform().act(platform::Author::of(repairer.actor), [&](platform::Act& act) {
    return motor::photos::send(act, repairer.actor, id, slot, a_photo());
  });
  EXPECT_TRUE(sent.ok());
  return house.database().read([&](db::Transaction& tx) { return motor::photos::of_file(tx, id).back().id; });
}

documents::Prepared a_pdf(std::string filename) {
  return {.sha256 = std::string(64, 'b'),
          .type = documents::MediaType::pdf,
          .size = 1,
          .filename = std::move(filename),
          .has_thumbnail = false};
}

motor::PaperId send(House& house, const Person& repairer, motor::FileId id, motor::document::Kind kind,
                    std::optional<base::Money> amount) {
  const auto sent = house.platform().act(platform::Author::of(repairer.actor), [&](platform::Act& act) {
    return motor::document::send(act, repairer.actor, id, {{kind, a_pdf(), amount}});
  });
  EXPECT_TRUE(sent.ok());
  return house.database().read([&](db::Transaction& tx) { return motor::document::all_of_file(tx, id).back().id; });
}

motor::PaperId post_report(House& house, const Person& cabinet, motor::FileId id, base::Money amount,
                           motor::document::Kind kind) {
  return house.platform()
      .act(platform::Author::of(cabinet.actor),
           [&](platform::Act& act) {
             return motor::document::post(act, cabinet.actor, id, {.kind = kind, .file = a_pdf(), .amount = amount});
           })
      .value();
}

}  // namespace support::motor_scene
