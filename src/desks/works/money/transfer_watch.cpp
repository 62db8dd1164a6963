#include "desks/works/money/transfer_watch.hpp"

#include "desks/works/money/transfer_rules.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"

namespace works::money {
namespace {

constexpr std::string_view transfer_subject = "works.transfer";  // with the order's id

void start(platform::Act& act, const payments::Order& transfer, std::string_view rule, base::Instant due) {
  deadlines::start(act, {.file = transfer.file,
                         .subject_kind = transfer_subject,
                         .subject_id = transfer.id.value,
                         .rule = rule,
                         .start_event = "payments.asked",
                         .start = act.now,
                         .due = due});
}

std::optional<payments::Order> still_here(platform::Act& act, const deadlines::Deadline& delay) {
  auto transfer = payments::find(act.tx, payments::OrderId{delay.subject_id});
  MANDAT_ASSERT(transfer);
  const bool waits = transfer->state == payments::State::planned || transfer->state == payments::State::batched;
  return waits ? transfer : std::nullopt;
}

void alarm(platform::Act& act, const deadlines::Deadline& delay) {
  if (const auto transfer = still_here(act, delay))
    task::open(act, {.kind = task::Kind::transfer_unbatched,
                     .claim = {},
                     .organisation = transfer->organisation,
                     .subject = transfer->id.value});
}

// Its desk hears that it is cancelled, and opens the task that it takes.
void limit(platform::Act& act, const deadlines::Deadline& delay) {
  const auto transfer = still_here(act, delay);
  if (!transfer) return;
  task::settle(act, task::Kind::transfer_unbatched, transfer->id.value, "Son dernier jour est passé : retiré.");
  const auto withdrawn = payments::cancel(act, transfer->id, "Aucune remise ne l’a emporté avant son dernier jour.");
  MANDAT_ASSERT(withdrawn);
}

}  // namespace

void watch(platform::Act& act, const payments::Order& transfer) {
  start(act, transfer, deadline_rule::transfer_alarm, deadlines::reminder_on(alarm_day(transfer.latest)));
  start(act, transfer, deadline_rule::transfer_limit, base::paris::start_of(transfer.latest + 1));
}

void end_watch(platform::Act& act, const payments::Order& transfer) {
  deadlines::cancel_all(act, transfer_subject, transfer.id.value);
  task::settle(act, task::Kind::transfer_unbatched, transfer.id.value, "Le virement n’attend plus de remise.");
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::transfer_alarm, delay_label(deadline_rule::transfer_alarm), alarm);
  handlers.add(deadline_rule::transfer_limit, delay_label(deadline_rule::transfer_limit), limit);
}

}  // namespace works::money
