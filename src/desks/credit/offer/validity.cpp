#include "desks/credit/offer/validity.hpp"

#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/placement/placement.hpp"

namespace credit::offer {
namespace {

void warn_again(platform::Act& act, const deadlines::Deadline& moved, std::string_view rule, int days_before) {
  const auto last = base::paris::day_of(moved.due - base::seconds(1));
  const auto due = base::paris::at(last - days_before, warned_at_hour.value(), 0);
  if (due <= act.now) return;
  if (const auto running = deadlines::pending(act.tx, offer_subject, moved.subject_id, rule)) {
    deadlines::move(act, running->id, due, moved.reason);
    return;
  }
  deadlines::start(act, {.file = moved.file,
                         .subject_kind = offer_subject,
                         .subject_id = moved.subject_id,
                         .rule = rule,
                         .start_event = "credit.offer.received",
                         .start = act.now,
                         .due = due});
}

}  // namespace

void follow(platform::Act& act, const deadlines::Deadline& moved) {
  auto offer = find(act.tx, OfferId{moved.subject_id});
  if (!offer) return;
  const auto last = base::paris::day_of(moved.due - base::seconds(1));
  (offer->confirmed_until ? offer->confirmed_until : offer->last_day) = last;
  save(act.tx, *offer);
  warn_again(act, moved, deadline_rule::first_warning, acceptance::first_warning.value());
  warn_again(act, moved, deadline_rule::last_warning, acceptance::last_warning.value());
  if (offer->state != State::recommended) return;
  auto placement = placement::find(act.tx, offer->placement);
  placement->next_due_at = moved.due;
  placement::save(act.tx, *placement);
}

}  // namespace credit::offer
