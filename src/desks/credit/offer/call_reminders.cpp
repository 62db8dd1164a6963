#include "desks/credit/offer/call_reminders.hpp"

#include "base/french.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/messages/messages.hpp"

namespace credit::offer {
namespace {

struct Booked {
  Offer offer;
  Call call;
};

// Null: its outcome is noted already, or the offer is over.
std::optional<Booked> still_to_come(platform::Act& act, const deadlines::Deadline& delay) {
  const auto placement = PlacementId{delay.file.id};
  for (auto& offer : offers_of(act.tx, placement)) {
    if (offer.state != State::open && offer.state != State::recommended) continue;
    for (auto& call : calls_of(act.tx, offer.id))
      if (call.id == delay.subject_id && !call.noted_at) return Booked{std::move(offer), std::move(call)};
  }
  return std::nullopt;
}

void tell(platform::Act& act, const Booked& booked, std::string subject, std::string body) {
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = booked.offer.broker},
                          .subject = std::move(subject),
                          .body = std::move(body),
                          .file = file_of(booked.offer.placement)});
}

void remind(platform::Act& act, const deadlines::Deadline& delay) {
  const auto booked = still_to_come(act, delay);
  if (!booked) return;
  tell(act, *booked, "Appel avec " + booked->call.underwriter + ", " + booked->offer.insurer_name,
       "Prévu le " + base::french::instant_medium(booked->call.booked_for) + " : " + booked->call.subject);
}

void ask_outcome(platform::Act& act, const deadlines::Deadline& delay) {
  const auto booked = still_to_come(act, delay);
  if (!booked) return;
  tell(act, *booked, "Appel avec " + booked->call.underwriter + " : notez ce qui en est sorti",
       booked->offer.insurer_name + ", " + booked->call.subject +
           ". Le résultat se note sur la page de l’offre, à côté de l’appel.");
}

}  // namespace

void start_reminders(platform::Act& act, const Offer& offer, const Call& call) {
  const auto start = [&](std::string_view rule, base::Instant due, identity::OrganisationId owner) {
    if (due <= act.now) return false;
    deadlines::start(act, {.file = file_of(offer.placement),
                           .subject_kind = call_subject,
                           .subject_id = call.id,
                           .rule = rule,
                           .start_event = "credit.offer.call_booked",
                           .start = act.now,
                           .due = due,
                           .owner = owner});
    return true;
  };
  start(deadline_rule::call, call.booked_for, offer.broker);
  const auto eve = base::paris::day_of(call.booked_for) - call_reminded_days.value();
  if (!start(deadline_rule::call_reminder, base::paris::at(eve, warned_at_hour.value(), 0), {}))
    start(deadline_rule::call_reminder, call.booked_for - base::hours(call_reminded_hours.value()), {});
}

void stop_reminders(platform::Act& act, std::int64_t call) { deadlines::cancel_all(act, call_subject, call); }

void register_call_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::call, "Appel avec un arbitre", ask_outcome);
  handlers.add(deadline_rule::call_reminder, "Rappel de l’appel", remind);
}

}  // namespace credit::offer
