// What firms do, each by chance.
#include <algorithm>

#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/quote/quote_actions.hpp"
#include "floor/links/links.hpp"
#include "support/year/works_year.hpp"

namespace support::year {
namespace {

using works::mandate::Choice;
using works::mandate::Mandate;
using works::mandate::State;

constexpr int the_end = 0;  // of a job, in a firm's diary

// W15, reckoned apart from the desk: 48 hours from the emission, or from the delivery once it is reported.
base::Instant last_moment(const Mandate& mandate) {
  return std::max(mandate.emission(), mandate.sms_delivered_at.value_or(mandate.emission())) + base::hours(48);
}

}  // namespace

void WorksYear::request_arrives(const messages::Message& message) {
  const auto link = world_.read([&](db::Transaction& tx) { return links::find(tx, message.link); });
  const works::MandateId id{link->subject_id};
  if (link->purpose != "works.answer" || !asked_.insert(id).second) return;
  const Firm& firm = firm_of(link->recipient);
  auto& dice = world_.dice();
  const auto roll = dice.between(1, 100);
  if (roll <= (firm.silent() ? 60 : 8)) return;
  if (roll >= 97) return answer_at_the_end(id, firm, -base::seconds(1));
  if (roll >= 94) return answer_at_the_end(id, firm, base::seconds(0));
  const auto choice = dice.percent(12) ? Choice::refuse : Choice::accept;
  world_.in(dice.within(base::minutes(1), base::hours(47)), [this, id, &firm, choice] { answer(id, firm, choice); });
}

// In the last second, or in the first one that is too late; a report may have moved it meanwhile.
void WorksYear::answer_at_the_end(works::MandateId id, const Firm& firm, base::Duration past_due) {
  const auto when = last_moment(get(id)) + past_due;
  world_.at(when, [this, id, &firm, past_due, when] {
    if (last_moment(get(id)) + past_due > when)
      answer_at_the_end(id, firm, past_due);
    else
      answer(id, firm, Choice::accept);
  });
}

void WorksYear::answer(works::MandateId id, const Firm& firm, Choice choice) {
  auto& platform = world_.platform();
  const auto answered = platform.act(platform::Author::of(firm.person.actor), [&](platform::Act& act) {
    return works::mandate::answer(act, id, firm.person.actor.organisation, {choice, "", "space"});
  });
  const Mandate mandate = get(id);
  if (answered) {
    ++known_.answers;
    if (*mandate.answered_at >= last_moment(mandate)) known_.wrong.push_back("a late answer was taken");
    if (choice == Choice::accept) world_.in({}, [this] { firms_look(); });
  } else {
    ++known_.late_answers;
    if (mandate.state == State::asked && world_.now() < last_moment(mandate))
      known_.wrong.push_back("an answer in time was refused");
  }
}

// All firms read their jobs, in one statement, and put what each asks for into their diaries, once.
void WorksYear::firms_look() {
  struct Job {
    works::MandateId mandate;
    bool accepted;
    int quotes;
    bool agreed;
  };
  const auto jobs = world_.read([](db::Transaction& tx) {
    return tx.rows(
        "SELECT m.id, CASE WHEN m.state = 'accepted' THEN 1 ELSE 0 END, "
        "(SELECT count(*) FROM works_quotes q WHERE q.mandate_id = m.id), "
        "(SELECT count(*) FROM works_quotes q WHERE q.mandate_id = m.id AND q.state IN ('validated', 'adjusted')) "
        "FROM works_mandates m WHERE m.state IN ('accepted', 'quoted') ORDER BY m.id",
        {}, [](const db::Row& row) {
          return Job{row.get<works::MandateId>(0), row.get<bool>(1), row.get<int>(2), row.integer(3) > 0};
        });
  });
  auto& dice = world_.dice();
  for (const auto& job : jobs) {
    if (job.accepted && planned_.insert({job.mandate, job.quotes + 1}).second) plan_quote(get(job.mandate));
    if (job.agreed && planned_.insert({job.mandate, the_end}).second)
      world_.in(dice.within(base::hours(5 * 24), base::hours(115 * 24)), [this, id = job.mandate] { close(id); });
  }
}

// Most in time, some in the last minute, some late; some give the job back, in time or not; some forget it.
void WorksYear::plan_quote(const Mandate& mandate) {
  auto& dice = world_.dice();
  const Firm& firm = firm_of(mandate.tradesman);
  const auto send = [this, id = mandate.id, &firm] { upload(id, firm); };
  const auto give_back = [this, id = mandate.id, &firm] { cancel(id, firm); };
  const auto last_day = base::paris::day_of(mandate.emission()) + 5;
  const auto roll = dice.between(1, 100);
  if (roll <= 5) return world_.in(dice.within(base::minutes(10), base::hours(23)), give_back);
  if (roll <= 10) return world_.in(dice.within(base::hours(50), base::hours(200)), give_back);
  if (roll <= 14) return;
  if (roll <= 22) return world_.at(base::paris::start_of(last_day + 1) - base::seconds(30), send);
  if (roll <= 34) return world_.in(dice.within(base::hours(5 * 24), base::hours(9 * 24)), send);
  world_.in(dice.within(base::minutes(30), base::hours(70)), send);
}

void WorksYear::cancel(works::MandateId id, const Firm& firm) {
  const auto state = get(id).state;
  if (state != State::accepted && state != State::quoted) return;
  done(works::mandate::cancel(world_.platform(), firm.person.actor, id, "Plus de place au planning"), "cancel");
}

void WorksYear::upload(works::MandateId id, const Firm& firm) {
  if (get(id).state != State::accepted) return;
  const base::Money ht{world_.dice().between(30'000, 900'000)};
  const auto ttc = ht + base::apply(base::Rate::percent(10), ht);
  done(works::quote::upload(world_.platform(), firm.person.actor, id, {firm.paper, ht, ttc}), "upload a quote");
}

void WorksYear::close(works::MandateId id) {
  const auto mandate = get(id);
  const auto state = mandate.state;
  const Firm& firm = firm_of(mandate.tradesman);
  if (state != State::quoted && state != State::closed) return;
  // Known before it is written: what is done again after a crash must be the same.
  const base::Money ht{30'000 + id.value % 870'000};
  if (!done(works::closure::close_job(world_.platform(), firm.person.actor, id, {firm.paper, ht, {}}), "close a job"))
    return;
  ++known_.jobs;
  known_.commission_cents += (ht.cents + 5) / 10;
}

}  // namespace support::year
