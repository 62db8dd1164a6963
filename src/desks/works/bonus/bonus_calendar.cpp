// The quarter that begins: a delay that administrators see, then a task until it is run (W29.run).
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

}  // namespace

void await_run(platform::Act& act, base::Day quarter) {
  const auto number = number_of(quarter);
  if (deadlines::pending(act.tx, run_subject, number, deadline_rule::bonus_run)) return;
  const auto house = identity::operating_organisation(act.tx).value_or(identity::OrganisationId{});
  deadlines::start(act, {.file = money::file_of(house),
                         .subject_kind = run_subject,
                         .subject_id = number,
                         .rule = deadline_rule::bonus_run,
                         .start_event = "works.claim.closed",
                         .start = act.now,
                         .due = deadlines::reminder_on(run_day(quarter)),
                         .owner = house});
}

void end_wait(platform::Act& act, base::Day quarter) {
  if (deadlines::meet(act, run_subject, number_of(quarter), deadline_rule::bonus_run))
    await_run(act, next_quarter(quarter));
  task::settle(act, task::Kind::bonus_run, number_of(quarter), "Les versements du trimestre sont établis.");
}

void register_run_delay(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::bonus_run, delay_label(deadline_rule::bonus_run), quarter_began);
}

}  // namespace works::bonus
