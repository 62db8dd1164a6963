#include "contract/route_fixtures.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/documents/documents.hpp"
#include "support/files.hpp"
#include "support/money_scene.hpp"
#include "support/works_scene.hpp"

namespace contract {
namespace {

namespace scene = support::scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

std::string text(auto id) { return std::to_string(id.value); }

// The broker himself, or another one for who is none.
Person broker_of(House& house, const Person& owner) {
  return owner.actor.is(OrganisationKind::broker) ? owner : scene::new_broker(house);
}

// The tradesman himself, made a firm that can be mandated, or another one.
Person firm_of(House& house, const Person& owner) {
  return owner.actor.is(OrganisationKind::tradesman) ? scene::as_firm(house, owner) : scene::new_firm(house);
}

Parameters a_firm(House& house, const Person& owner) { return {text(firm_of(house, owner).actor.organisation)}; }

Parameters a_claim(House& house, const Person& owner) { return {text(scene::declare(house, broker_of(house, owner)))}; }

Parameters a_lot(House& house, const Person& owner) {
  return {text(scene::first_lot(house, scene::declare(house, broker_of(house, owner))))};
}

struct Asked {
  Person broker, firm;
  works::MandateId mandate;
};
Asked asked(House& house, const Person& owner) {
  const Person broker = broker_of(house, owner);
  const Person firm = firm_of(house, owner);
  return {broker, firm, scene::ask(house, broker, scene::declare(house, broker), firm)};
}

Parameters a_mandate(House& house, const Person& owner) { return {text(asked(house, owner).mandate)}; }

Parameters a_job(House& house, const Person& owner) {
  const Asked job = asked(house, owner);
  scene::accept(house, job.firm, job.mandate);
  return {text(job.mandate)};
}

Parameters a_quote(House& house, const Person& owner) {
  const Asked job = asked(house, owner);
  scene::accept(house, job.firm, job.mandate);
  return {text(scene::upload_quote(house, job.firm, job.mandate))};
}

Parameters a_refused_quote(House& house, const Person& owner) {
  const Asked job = asked(house, owner);
  scene::accept(house, job.firm, job.mandate);
  scene::refuse_quote(house, job.broker, scene::upload_quote(house, job.firm, job.mandate));
  return {text(job.mandate)};
}

Parameters a_link(House& house, const Person& owner) {
  const Asked job = asked(house, owner);
  return {scene::link_in_last_sms(house, job.firm).substr(3)};
}

Parameters a_photo_behind_a_link(House& house, const Person& owner) {
  const Person broker = broker_of(house, owner);
  const Person firm = firm_of(house, owner);
  const auto claim = scene::declare_with_photo(house, broker);
  scene::ask(house, broker, claim, firm);
  const auto documents =
      house.database().read([&](db::Transaction& tx) { return documents::of_file(tx, works::file_of(claim)); });
  return {scene::link_in_last_sms(house, firm).substr(3), text(documents.front().id)};
}

Parameters a_task(House& house, const Person& owner) {
  const Asked job = asked(house, owner);
  return house.platform().act({}, [&](platform::Act& act) -> Parameters {
    works::task::open(
        act,
        {.kind = works::task::Kind::job_never_closed, .claim = {}, .organisation = {}, .subject = job.mandate.value});
    for (const auto& task : works::task::open_tasks(act.tx, {}, 1000))
      if (task.subject == job.mandate.value) return {text(task.id)};
    return {"0"};
  });
}

Parameters an_absence(House& house, const Person& owner) {
  const Person firm = firm_of(house, owner);
  return house.platform().act({}, [&](platform::Act& act) -> Parameters {
    const auto today = base::paris::day_of(act.now);
    works::tradesman::add_absence(act, firm.actor.organisation, today + 10, today + 12);
    return {std::to_string(works::tradesman::absences_of(act.tx, firm.actor.organisation, today).front().id)};
  });
}

// A commission nobody could debit in time.
Parameters a_stuck_commission(House& house, const Person& owner) {
  const Person firm = firm_of(house, owner);
  const auto mandate = support::money_scene::closed_job(house, broker_of(house, owner), firm);
  return house.platform().act({}, [&](platform::Act& act) -> Parameters {
    const auto commission = works::commission::find(act.tx, mandate);
    works::commission::save(act.tx, works::commission::moved(*commission, works::commission::Event::miss));
    return {text(mandate)};
  });
}

Parameters a_bonus_statement(House& house, const Person& owner) {
  const Person broker = broker_of(house, owner);
  return house.platform().act({}, [&](platform::Act& act) -> Parameters {
    const auto day = base::paris::day_of(act.now);
    const auto bill = works::bill::issue(act, {.kind = works::bill::Kind::bonus_statement,
                                               .organisation = broker.actor.organisation,
                                               .subject = 0,
                                               .seller = "Cabinet",
                                               .buyer = "Mandat",
                                               .payment = "Par virement.",
                                               .mentions = "Autofacturation",
                                               .lines = {{{}, day, "Dossier", base::Money::euros(50), {}, {}}}});
    works::bonus::insert(act.tx, works::bonus::Statement{.bill = bill.id,
                                                         .broker = broker.actor.organisation,
                                                         .number = bill.number,
                                                         .quarter = works::bonus::quarter_of(day),
                                                         .claims = 1,
                                                         .amount = bill.gross(),
                                                         .state = works::bonus::State::unpaid,
                                                         .attempt = 1,
                                                         .order = {},
                                                         .pay_from = day,
                                                         .settled_on = {},
                                                         .note = {}});
    return {text(bill.id)};
  });
}

works::discipline::DeactivationId deactivation(platform::Act& act, const Person& firm, works::discipline::State state) {
  const works::discipline::Deactivation made{{act.ids.next()},
                                             firm.actor.organisation,
                                             works::discipline::Ground::warnings,
                                             state,
                                             act.now,
                                             {},
                                             {},
                                             {},
                                             {},
                                             {}};
  works::discipline::insert(act.tx, made);
  return made.id;
}

// A firm whose deactivation waits for an administrator.
Parameters a_deactivation(House& house, const Person& owner) {
  const Person firm = firm_of(house, owner);
  return house.platform().act({}, [&](platform::Act& act) -> Parameters {
    return {text(deactivation(act, firm, works::discipline::State::proposed))};
  });
}

Parameters a_deactivated_firm(House& house, const Person& owner) {
  const Person person = firm_of(house, owner);
  return house.platform().act({}, [&](platform::Act& act) -> Parameters {
    deactivation(act, person, works::discipline::State::confirmed);
    auto firm = works::tradesman::find(act.tx, person.actor.organisation);
    firm->state = works::tradesman::State::suspended;
    works::tradesman::save(act.tx, *firm);
    return {text(person.actor.organisation)};
  });
}

Parameters a_follow_link(House& house, const Person& owner) {
  const std::string link = scene::follow_link(house, scene::declare(house, broker_of(house, owner)));
  return {link.substr(link.rfind('/') + 1)};
}

}  // namespace

std::span<const RouteFixture> works_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/travaux/dossiers/{}", a_claim},
      {"/travaux/dossiers/{}/direct", a_claim},
      {"/travaux/dossiers/{}/cloture", a_claim},
      {"/travaux/dossiers/{}/sans-suite", a_claim},
      {"/travaux/dossiers/{}/suivi", a_claim},
      {"/travaux/dossiers/{}/suivi/retrait", a_claim},
      {"/suivi/{}", a_follow_link},
      {"/suivi/{}/code", a_follow_link},
      {"/travaux/lots/{}/entreprises", a_lot},
      {"/travaux/lots/{}/mandat", a_lot},
      {"/travaux/lots/{}/sans-suite", a_lot},
      {"/travaux/mandats/{}/retrait", a_mandate},
      {"/travaux/mandats/{}/nouveau-devis", a_refused_quote},
      {"/travaux/devis/{}/envoi", a_quote},
      {"/travaux/devis/{}/visite", a_quote},
      {"/travaux/devis/{}/decision", a_quote},
      {"/travaux/devis/{}/conditions", a_quote},
      {"/chantiers/{}", a_job},
      {"/chantiers/{}/reponse", a_mandate},
      {"/chantiers/{}/annulation", a_job},
      {"/chantiers/{}/devis", a_job},
      {"/chantiers/{}/debut", a_job},
      {"/chantiers/{}/cloture", a_job},
      {"/chantiers/{}/pieces", a_job},
      {"/chantiers/reglages/absences/{}/retrait", an_absence},
      {"/administration/organisations/{}/mobile", a_firm},
      {"/m/{}", a_link},
      {"/m/{}/photos/{}", a_photo_behind_a_link},
      {"/administration/taches/{}", a_task},
      {"/administration/discipline/{}", a_deactivation},
      {"/administration/discipline/{}/reactivation", a_deactivated_firm},
      {"/administration/commissions/{}/prelevement", a_stuck_commission},
      {"/administration/primes/{}/virement", a_bonus_statement},
  };
  return rows;
}

}  // namespace contract
