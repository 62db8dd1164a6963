// The quarter that begins: a delay that administrators see, then a task until it is run (W29.run).
#include <algorithm>

#include "desks/works/bonus/bonus.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/identity/organisations.hpp"

namespace works::bonus {
namespace {

constexpr std::string_view run_subject = "works.bonus_run";  // with the quarter's number

void quarter_began(platform::Act& act, const deadlines::Deadline& delay) {
  const auto quarter = quarter_numbered(delay.subject_id);
  await_run(act, next_quarter(quarter));
  if (was_run(act.tx, quarter)) return;
  for (const auto& line : proposal(act.tx, quarter)) {
    if (line.verdict == Verdict::nothing_due) continue;
    return task::open(act, {.kind = task::Kind::bonus_run, .claim = {}, .subject = number_of(quarter)});
  }
}

bool awaited(db::Transaction& tx, base::Day quarter) {
  return deadlines::pending(tx, run_subject, number_of(quarter), deadline_rule::bonus_run).has_value();
}

// The quarter whose run must be awaited though nobody does; none: all is in order.
std::optional<base::Day> forgotten(db::Transaction& tx, base::Instant now) {
  const base::Day current = quarter_of(base::paris::day_of(now)), next = next_quarter(current);
  if (awaited(tx, next) || awaited(tx, current) || !any_due(tx)) return std::nullopt;
  const bool overdue = !due_before(tx, closed_before(current)).empty() && !was_run(tx, current);
  return overdue ? current : next;
}

}  // namespace

void await_run(platform::Act& act, base::Day quarter) {
  if (awaited(act.tx, quarter)) return;
  const auto house = identity::operating_organisation(act.tx).value_or(identity::OrganisationId{});
  deadlines::start(act, {.file = money::file_of(house),
                         .subject_kind = run_subject,
                         .subject_id = number_of(quarter),
                         .rule = deadline_rule::bonus_run,
                         .start_event = "works.claim.closed",
                         .start = act.now,
                         .due = std::max(act.now, deadlines::reminder_on(run_day(quarter))),
                         .owner = house});
}

void end_wait(platform::Act& act, base::Day quarter) {
  if (deadlines::meet(act, run_subject, number_of(quarter), deadline_rule::bonus_run))
    await_run(act, next_quarter(quarter));
  task::settle(act, task::Kind::bonus_run, number_of(quarter), "Les versements du trimestre sont établis.");
}

int await_earned(platform::Platform& platform) {
  const base::Instant now = platform.clock.now();
  if (!platform.database.read([&](db::Transaction& tx) { return forgotten(tx, now); })) return 0;
  return platform.act({}, [](platform::Act& act) {
    const auto quarter = forgotten(act.tx, act.now);
    if (quarter) await_run(act, *quarter);
    return quarter ? 1 : 0;
  });
}

void register_run_delay(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::bonus_run, delay_label(deadline_rule::bonus_run), quarter_began);
}

}  // namespace works::bonus
