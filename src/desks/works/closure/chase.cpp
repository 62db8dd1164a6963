#include "desks/works/closure/chase.hpp"

#include "desks/works/letters/letters.hpp"
#include "desks/works/mandate/mandate_steps.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"

namespace works::closure {
namespace {

bool still_open(const mandate::Mandate& mandate) { return mandate.state == mandate::State::quoted; }

mandate::Mandate mandate_of(platform::Act& act, const deadlines::Deadline& delay) {
  auto mandate = mandate::find(act.tx, MandateId{delay.subject_id});
  MANDAT_ASSERT(mandate);
  return *mandate;
}

void chase(platform::Act& act, const deadlines::Deadline& delay) {
  const auto mandate = mandate_of(act, delay);
  if (!still_open(mandate)) return;
  const auto about = mandate::subject_of(act, mandate);
  letters::closure_chase(act, about.view(mandate));
}

void hand_to_administrator(platform::Act& act, const deadlines::Deadline& delay) {
  const auto mandate = mandate_of(act, delay);
  if (!still_open(mandate)) return;
  task::open(act, {.kind = task::Kind::job_never_closed,
                   .claim = mandate.claim,
                   .organisation = mandate.tradesman,
                   .subject = mandate.id.value});
}

}  // namespace

void start_chase(platform::Act& act, const mandate::Mandate& mandate) {
  const auto today = base::paris::day_of(act.now);
  const auto start = [&](std::string_view rule, int days) {
    mandate::start_delay(act, mandate, rule, "works.quote.agreed", act.now, deadlines::reminder_on(today + days), {});
  };
  start(deadline_rule::closure_chase_first, first_closure_chase.value());
  start(deadline_rule::closure_chase_second, second_closure_chase.value());
  start(deadline_rule::closure_task, closure_task.value());
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::closure_chase_first, delay_label(deadline_rule::closure_chase_first), chase);
  handlers.add(deadline_rule::closure_chase_second, delay_label(deadline_rule::closure_chase_second), chase);
  handlers.add(deadline_rule::closure_task, delay_label(deadline_rule::closure_task), hand_to_administrator);
}

}  // namespace works::closure
