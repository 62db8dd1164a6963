// Who is there, and what brokers do, each by chance.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/calendar.hpp"
#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/matching/matching.hpp"
#include "desks/works/quote/quote_actions.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/places/communes.hpp"
#include "support/files.hpp"
#include "support/year/works_year.hpp"

namespace support::year {
namespace {

using works::lot::Lot;
constexpr const char* cities[] = {"69003", "44000", "13001"};
constexpr int firms_a_city = 8;
constexpr int brokers = 5;
constexpr int most_tries = 6;
constexpr int quiet_days = 330;  // after the last claim, so that every story ends

}  // namespace

WorksYear::WorksYear(db::Engine engine, const Plan& plan, std::uint64_t seed)
    : plan_(plan), world_(engine, base::paris::at(plan.first, 8, 0), seed) {
  settle_in();
  open_account();
  world_.on_request([this](const messages::Message& message) { request_arrives(message); });
}

void WorksYear::settle_in() {
  auto& platform = world_.platform();
  const auto house = new_organisation(platform, {identity::OrganisationKind::administrator}, "Mandat");
  for (int i = 0; i < 2; ++i) administrators_.push_back(new_member(platform, house));
  for (int i = 0; i < brokers; ++i) brokers_.push_back(new_person(platform, {identity::OrganisationKind::broker}));
  for (int i = 0; i < firms_a_city * static_cast<int>(std::size(cities)); ++i)
    firms_.push_back(new_firm(i, cities[static_cast<std::size_t>(i) % std::size(cities)]));
  for (const Firm& firm : firms_) firm_ids_.push_back(firm.person.actor.organisation);
}

WorksYear::Firm WorksYear::new_firm(int number, const std::string& postal_code) {
  auto& platform = world_.platform();
  const auto& place = places::communes_of(postal_code).front();
  const auto id = platform.act({}, [&](platform::Act& act) {
    const auto made = identity::create_organisation(
        act, {.name = fmt::format("Entreprise {}", number + 1),
              .kinds = {identity::OrganisationKind::tradesman},
              .phone = base::Phone::parse(fmt::format("063998{:04}", number + 1)),
              .email = base::EmailAddress::parse(fmt::format("firme{}@artisans.example", number + 1))});
    const auto today = base::paris::day_of(act.now);
    works::tradesman::insert(act.tx,
                             {.organisation = *made,
                              .base_postal_code = postal_code,
                              .base_name = std::string(place.name),
                              .lat_e6 = place.point.lat_e6,
                              .lon_e6 = place.point.lon_e6,
                              .radius_m = 30'000,
                              .weekdays = "1111111",
                              .record = {}},
                             {{"plomberie", today - 100, today + 900, "Décennale n° 1"},
                              {"peinture", today - 100, today + 900, "Décennale n° 1"}});
    return *made;
  });
  name_in_full(platform, id);
  const auto file =
      uploaded("file", "devis.pdf", sample_pdf(fmt::format("Devis {}", number)), platform.documents.root());
  return {new_member(platform, id), *platform.documents.prepare(id, file, documents::Accept::pdf), number};
}

// Claims come at any hour of any day; around the nights of the clock changes several times as many.
void WorksYear::live() {
  std::vector<base::Day> days;
  for (base::Day day = plan_.first; day <= plan_.last; day = day + 1) {
    const bool busy = std::any_of(plan_.busy_nights.begin(), plan_.busy_nights.end(),
                                  [&](base::Day night) { return day > night - 5 && day <= night; });
    for (int i = 0; i < (busy ? 6 : 1); ++i) days.push_back(day);
  }
  auto& dice = world_.dice();
  for (int i = 0; i < plan_.claims; ++i) {
    const auto day = days[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(days.size()) - 1))];
    const auto& broker = brokers_[static_cast<std::size_t>(dice.between(0, brokers - 1))];
    world_.at(base::paris::start_of(day) + dice.within(base::minutes(0), base::hours(23)),
              [this, &broker, key = fmt::format("year-{}", i)] { declare(broker, key); });
  }
  for (base::Day day = plan_.first + 1; day < plan_.last + quiet_days; day = day + 1) {
    world_.at(base::paris::at(day, 7, 0), [this] { firms_look(); });
    if (base::target_day(day)) world_.at(base::paris::at(day, 10, 0), [this] { money_day(); });
  }
  world_.at(base::paris::at(plan_.first + 150, 11, 0),
            [this] { known_.held = world_.jump_and_return(base::hours(49)); });
  world_.live_until(base::paris::start_of(plan_.last + quiet_days));
}

void WorksYear::declare(const Person& broker, const std::string& form_key) {
  auto& dice = world_.dice();
  const auto& place = places::communes_of(cities[dice.between(0, 2)]).front();
  works::claim::Form form;
  form.kind = "degat-des-eaux";
  form.insured_name = "Solène Vernoult";
  form.insured_phone = "06 39 98 45 67";
  form.address = "14 rue des Glycines";
  form.postal_code = std::string(place.postal_code);
  form.insee = std::string(place.insee);
  form.description = "Fuite sous évier, parquet gondolé.";
  form.form_key = form_key;
  form.emergency = dice.percent(20);
  form.insured_informed = true;
  form.trades = {{"plomberie", 1}};
  if (dice.percent(25)) form.trades.push_back({"peinture", dice.percent(60) ? 2 : 1});
  const auto declaration = works::claim::check(form, world_.today());
  const auto claim = works::claim::declare(world_.platform(), broker.actor, *declaration, {});
  if (!done(claim, "declare")) return;
  ++known_.claims;
  world_.in({}, [this, &broker, id = *claim] { broker_looks(broker, id); });
}

// What a broker does when he opens a file: what it waits for him to do.
void WorksYear::broker_looks(const Person& broker, works::ClaimId id) {
  const auto [claim, lots] = world_.read(
      [&](db::Transaction& tx) { return std::pair(*works::claim::find(tx, id), works::lot::of_claim(tx, id)); });
  if (claim.abandoned_at || claim.closed_at) return;
  const bool settled = std::all_of(lots.begin(), lots.end(),
                                   [](const Lot& lot) { return lot.state >= works::lot::State::quote_validated; });
  for (const auto& lot : lots) look_at(broker, id, lot);
  if (settled && !claim.closed_by_broker_at) close_or_give_up(broker, id, lots);
  auto& dice = world_.dice();
  world_.in(settled ? dice.within(base::hours(120), base::hours(300)) : dice.within(base::hours(5), base::hours(60)),
            [this, &broker, id] { broker_looks(broker, id); });
}

void WorksYear::look_at(const Person& broker, works::ClaimId claim, const Lot& lot) {
  using works::lot::State;
  auto& dice = world_.dice();
  auto& platform = world_.platform();
  const auto withdraw = [&](int chance) {
    if (lot.mandate && dice.percent(chance))
      works::mandate::withdraw(platform, broker.actor, lot.mandate, "Repris par le courtier").ok();
  };
  switch (lot.state) {
    case State::to_assign:
      return mandate(broker, claim, lot);
    case State::asked:
      return withdraw(2);
    case State::awaiting_quote:
      return withdraw(3);
    case State::quote_received:
    case State::quote_at_insurer:
      return send_or_decide(broker, lot);
    case State::quote_refused:
      if (dice.percent(40)) return withdraw(100);
      done(works::mandate::ask_new_quote(platform, broker.actor, lot.mandate), "ask for a new quote");
      return;
    case State::quote_validated:
    case State::job_closed:
    case State::abandoned:
      break;
  }
}

void WorksYear::mandate(const Person& broker, works::ClaimId claim, const Lot& lot) {
  auto& platform = world_.platform();
  const auto matches = world_.read([&](db::Transaction& tx) {
    return works::matching::find(tx, *works::claim::find(tx, claim), lot, world_.now(), 3);
  });
  if (matches.empty() || tries_[lot.id] >= most_tries) {
    done(works::closure::abandon_lot(platform, broker.actor, lot.id, works::claim::Abandonment::no_firm_found),
         "abandon a lot");
    return;
  }
  const auto pick = world_.dice().between(0, static_cast<std::int64_t>(matches.size()) - 1);
  const auto firm = matches[static_cast<std::size_t>(pick)].firm.organisation;
  const auto asked = works::mandate::ask(platform, broker.actor, lot.id, firm);
  if (done(asked, "mandate")) ++tries_[lot.id];
}

void WorksYear::send_or_decide(const Person& broker, const Lot& lot) {
  auto& dice = world_.dice();
  auto& platform = world_.platform();
  const auto quote = *world_.read([&](db::Transaction& tx) { return works::quote::latest_of(tx, lot.mandate); });
  if (lot.state == works::lot::State::quote_received) {
    done(works::quote::send_to_insurer(platform, broker.actor, quote.id,
                                       *base::EmailAddress::parse("sinistres@assureur.example"), ""),
         "send to the insurer");
    return;
  }
  if (dice.percent(20)) {
    done(works::quote::plan_visit(platform, broker.actor, quote.id, world_.today() + 6), "plan a visit");
    return;
  }
  if (dice.percent(60)) return;  // the insurer takes his time
  using works::quote::Answer;
  const auto roll = dice.between(1, 100);
  const auto answer = roll <= 78 ? Answer::validated : roll <= 88 ? Answer::adjusted : Answer::refused;
  works::quote::Decision decision{answer, world_.today(), {}, ""};
  if (answer == Answer::adjusted) decision.agreed_ht = quote.amount_ht - base::Money{1'234};
  done(works::quote::decide(platform, broker.actor, quote.id, decision), "record the decision");
}

// W26: either closure may come first; some files are given up.
void WorksYear::close_or_give_up(const Person& broker, works::ClaimId claim, const std::vector<Lot>& lots) {
  auto& platform = world_.platform();
  const bool any_closed =
      std::any_of(lots.begin(), lots.end(), [](const Lot& lot) { return lot.state == works::lot::State::job_closed; });
  if (!any_closed && world_.dice().percent(3)) {
    done(works::closure::abandon(platform, broker.actor, claim, works::claim::Abandonment::insured_gives_up),
         "abandon");
  } else if (world_.dice().percent(any_closed ? 45 : 20)) {
    done(works::closure::close_file(platform, broker.actor, claim, world_.today()), "close the file");
  }
}

works::mandate::Mandate WorksYear::get(works::MandateId mandate) {
  return *world_.read([&](db::Transaction& tx) { return works::mandate::find(tx, mandate); });
}

const WorksYear::Firm& WorksYear::firm_of(identity::OrganisationId organisation) const {
  return *std::find_if(firms_.begin(), firms_.end(),
                       [&](const Firm& firm) { return firm.person.actor.organisation == organisation; });
}

}  // namespace support::year
