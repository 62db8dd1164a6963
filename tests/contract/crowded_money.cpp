// What administrators see of money, discipline and figures.
#include "contract/crowded_pages.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/money/broker_store.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/organisations.hpp"
#include "support/money_scene.hpp"

namespace contract {
namespace {

namespace scene = support::scene;
using support::House;
using support::Person;

std::string all_commissions(House& house, const Person&, int lines) {
  const Person broker = scene::new_broker(house);
  for (int i = 0; i < lines; ++i) support::money_scene::closed_job(house, broker, scene::new_firm(house));
  return "/administration/commissions";
}

// Each by another broker, closed before the quarter began.
std::string bonuses_to_run(House& house, const Person&, int lines) {
  const auto claim = scene::declare(house, scene::new_broker(house));
  for (int i = 0; i < lines; ++i) {
    const Person broker = scene::new_broker(house);
    house.platform().act({}, [&](platform::Act& act) {
      works::bonus::earn(act, {.id = act.ids.next(),
                               .broker = broker.actor.organisation,
                               .claim = claim,
                               .entry = {act.ids.next()},
                               .earned_at = act.now - base::hours(24 * 100),
                               .text = "Dossier",
                               .net = base::Money::euros(50),
                               .vat = {},
                               .rate = {},
                               .statement = {}});
    });
  }
  return "/administration/primes";
}

// Each list of the page of discipline, with a firm of its own a line.
std::string discipline(House& house, const Person&, int lines) {
  namespace discipline = works::discipline;
  const Person broker = scene::new_broker(house);
  for (int i = 0; i < lines; ++i) {
    const Person firm = scene::new_firm(house);
    const auto other_firm = scene::new_firm(house).actor.organisation;
    const auto mandate = scene::ask(house, broker, scene::declare(house, broker), firm);
    house.platform().act({}, [&](platform::Act& act) {
      discipline::warn(act, *works::mandate::find(act.tx, mandate), discipline::WarningKind::not_told);
      const bool noticed = i % 2 == 0;
      discipline::insert(act.tx, {{act.ids.next()},
                                  firm.actor.organisation,
                                  discipline::Ground::inactivity,
                                  noticed ? discipline::State::noticed : discipline::State::proposed,
                                  act.now,
                                  act.now - base::hours(24 * 91),
                                  base::paris::day_of(act.now) + 30,
                                  {},
                                  {},
                                  {}});
      auto other = works::tradesman::find(act.tx, other_firm);
      other->state = works::tradesman::State::suspended;
      works::tradesman::save(act.tx, *other);
    });
  }
  return "/administration/discipline";
}

std::string closures(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i)
    support::money_scene::closed_job(house, scene::new_broker(house), scene::new_firm(house));
  return "/administration/clotures";
}

void requests(House& house, int lines) {
  const Person broker = scene::new_broker(house);
  for (int i = 0; i < lines; ++i) support::money_scene::closed_job(house, broker, scene::new_firm(house));
}
std::string statistics(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/statistiques";
}
std::string mandate_table(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/exports/mandats.csv";
}
std::string commission_table(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/exports/commissions.csv";
}

std::string ledger_table(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/ecritures/export.csv";
}
std::string journal_table(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/journal/export.csv";
}
std::string fec(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/exports/fec.txt";
}
std::string task_table(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) {
    const auto mandate = support::money_scene::closed_job(house, scene::new_broker(house), scene::new_firm(house));
    const auto job = scene::mandate(house, mandate);
    house.platform().act({}, [&](platform::Act& act) {
      works::task::open(act, {.kind = works::task::Kind::commission_stuck,
                              .claim = job.claim,
                              .organisation = job.tradesman,
                              .subject = mandate.value});
    });
  }
  return "/administration/taches.csv";
}
// Without a house nobody bills, and there is no commission yet.
std::string own_commission_table(House& house, const Person& reader, int lines) {
  if (!house.database().read([](db::Transaction& tx) { return identity::operating_organisation(tx); }))
    support::new_organisation(house.platform(), {identity::OrganisationKind::administrator}, "Mandat");
  const Person firm = scene::as_firm(house, reader);
  for (int i = 0; i < lines; ++i) support::money_scene::closed_job(house, scene::new_broker(house), firm);
  return "/chantiers/commissions.csv";
}

void payable(House& house, const Person& broker) {
  support::money_scene::give_account(house, broker);
  house.platform().act(
      {}, [&](platform::Act& act) { works::money::accept_self_billing(act.tx, broker.actor.organisation, act.now); });
}
// Each by another broker, of the quarter that begins on that day.
void statements(House& house, int lines, base::Day quarter) {
  const auto claim = scene::declare(house, scene::new_broker(house));
  for (int i = 0; i < lines; ++i) {
    const Person broker = scene::new_broker(house);
    payable(house, broker);
    house.platform().act({}, [&](platform::Act& act) {
      works::bonus::earn(act, {.id = act.ids.next(),
                               .broker = broker.actor.organisation,
                               .claim = claim,
                               .entry = {act.ids.next()},
                               .earned_at = base::paris::start_of(quarter) - base::hours(24),
                               .text = "Dossier",
                               .net = base::Money::euros(50),
                               .vat = {},
                               .rate = {},
                               .statement = {}});
    });
  }
  const auto boss = support::new_person(house.platform(), {identity::OrganisationKind::broker});
  const auto paid = works::bonus::run(house.platform(), boss.actor, quarter);
  MANDAT_ASSERT(paid && paid->statements == lines);
}
base::Day this_quarter(House& house) { return works::bonus::quarter_of(base::paris::day_of(house.clock().now())); }
std::string statement_table(House& house, const Person&, int lines) {
  statements(house, lines, this_quarter(house));
  return "/administration/exports/releves.csv";
}
std::string bonus_table(House& house, const Person&, int lines) {
  statements(house, lines, this_quarter(house));
  return "/administration/exports/primes.csv";
}
std::string own_bonus_table(House& house, const Person& reader, int lines) {
  payable(house, reader);
  for (int i = 0; i < lines; ++i) support::money_scene::closed_claim(house, reader, scene::new_firm(house));
  return "/travaux/primes.csv";
}
std::string earlier_statements(House& house, const Person&, int lines) {
  statements(house, lines, works::bonus::quarter_of(this_quarter(house) - 1));
  return "/administration/primes";
}

}  // namespace

std::span<const CrowdedPage> crowded_money_pages() {
  static constexpr CrowdedPage pages[] = {
      {"administration/commissions", identity::OrganisationKind::administrator, all_commissions},
      {"administration/primes", identity::OrganisationKind::administrator, bonuses_to_run},
      {"administration/clotures", identity::OrganisationKind::administrator, closures},
      {"administration/discipline", identity::OrganisationKind::administrator, discipline},
      {"administration/statistiques", identity::OrganisationKind::administrator, statistics},
      {"administration/exports/mandats", identity::OrganisationKind::administrator, mandate_table},
      {"administration/primes of other quarters", identity::OrganisationKind::administrator, earlier_statements},
      {"administration/exports/primes", identity::OrganisationKind::administrator, bonus_table},
      {"administration/exports/releves", identity::OrganisationKind::administrator, statement_table},
      {"administration/exports/fec", identity::OrganisationKind::administrator, fec},
      {"administration/ecritures/export", identity::OrganisationKind::administrator, ledger_table},
      {"administration/journal/export", identity::OrganisationKind::administrator, journal_table},
      {"administration/taches.csv", identity::OrganisationKind::administrator, task_table},
      {"chantiers/commissions.csv", identity::OrganisationKind::tradesman, own_commission_table},
      {"travaux/primes.csv", identity::OrganisationKind::broker, own_bonus_table},
      {"administration/exports/commissions", identity::OrganisationKind::administrator, commission_table},
  };
  return pages;
}

}  // namespace contract
