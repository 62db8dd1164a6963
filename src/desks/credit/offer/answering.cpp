// The client's answer to an offer, and what time does meanwhile (C9, C36, C37).
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/offer/letters.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/owed_quotes.hpp"
#include "desks/credit/offer/proposal.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"

namespace credit::offer {
namespace {

using acceptance::Limits;
using base::Done;
using base::Outcome;

void fact(platform::Act& act, std::string_view code, const Offer& offer, audit::Details more = {}) {
  more.insert(more.begin(), {"insurer", offer.insurer_name});
  audit::record(act, {code, file_of(offer.placement), std::move(more)});
}

// By link the delay decides, to the microsecond; an e-mail counts from the instant it came.
Outcome<Limits> still_stands(platform::Act& act, const Offer& offer, const Answer& answer) {
  const auto validity = validity_of(offer, answer.at);
  const auto over = base::Refusal{offer_over, "", {base::french::day_medium(last_day_of(offer, act.now))}};
  if (answer.way == Way::link) {
    if (!deadlines::meet(act, offer_subject, offer.id.value, deadline_rule::expiry)) return over;
    return offer.confirmed_at ? Limits::possibly_stale : Limits::as_answered;
  }
  return acceptance::accepted(validity, answer.at);
}

Outcome<Done> accept(platform::Act& act, placement::Placement& placement, Offer& offer, const Answer& answer) {
  if (const auto ready = advised(act.tx, offer.placement); !ready) return ready;
  if (const auto ready = watched(act.tx, offer.placement); !ready) return ready;
  const auto limits = still_stands(act, offer, answer);
  if (!limits) return limits.refusals();
  offer.limits = *limits;
  // The limits may have ended before the offer: the client is told to have them confirmed (C9.stale_limits).
  if (offer.limits == Limits::as_answered)
    offer.limits = acceptance::limits_on(validity_of(offer, answer.at),
                                         blind_test::first_to_end(act.tx, offer.placement, offer.insurer),
                                         base::paris::day_of(answer.at));
  acceptance::acknowledge(act, offer.placement, answer.name);
  if (const auto proposal = latest_proposal(act.tx, offer.id)) note_receipt(act.tx, proposal->id, answer.name, act.now);
  await_no_quotes(act, placement.id);
  return placement::advance(act, placement, placement::Event::accepted_by_client, "credit.offer.accepted",
                            {{"insurer", offer.insurer_name}, {"way", std::string(to_text(answer.way))}});
}

Outcome<Done> decline(platform::Act& act, placement::Placement& placement, const Offer& offer) {
  return placement::advance(act, placement, placement::Event::declined_by_client, "credit.offer.declined",
                            {{"insurer", offer.insurer_name}});
}

// The client took another one: they are warned of no more, and may be taken up again should he not sign.
void pass_over_others(platform::Act& act, const Offer& accepted) {
  for (auto other : offers_of(act.tx, accepted.placement)) {
    const auto next = transitions.next(other.state, Event::passed_over);
    if (!next || other.id == accepted.id) continue;
    other.state = *next;
    save(act.tx, other);
    deadlines::cancel_all(act, offer_subject, other.id.value);
  }
}

std::optional<Offer> awaited(platform::Act& act, const deadlines::Deadline& delay) {
  auto offer = find(act.tx, OfferId{delay.subject_id});
  if (!offer || (offer->state != State::open && offer->state != State::recommended)) return std::nullopt;
  return offer;
}

void warn(platform::Act& act, const deadlines::Deadline& delay) {
  const auto offer = awaited(act, delay);
  if (!offer) return;
  const auto placement = placement::find(act.tx, offer->placement);
  letters::warn_broker(act, *placement, *offer);
  if (offer->state == State::recommended) letters::ends_soon(act, *placement, *offer);
  fact(act, "credit.offer.warned", *offer);
}

void expire(platform::Act& act, const deadlines::Deadline& delay) {
  const auto offer = awaited(act, delay);
  if (!offer) return;
  auto placement = placement::find(act.tx, offer->placement);
  letters::expired(act, *placement, *offer);
  fact(act, "credit.offer.expired", *offer);
  if (offer->state == State::recommended) placement::hand_to(act, *placement, placement::WaitingFor::broker);
}

}  // namespace

acceptance::Offer validity_of(const Offer& offer, base::Instant now) {
  acceptance::Offer validity{.issued = offer.issued, .last_day = offer.last_day};
  if (offer.confirmed_at && offer.confirmed_until && now < base::paris::start_of(*offer.confirmed_until + 1))
    validity.confirmed = offer.confirmed_at;
  return validity;
}

base::Day last_day_of(const Offer& offer, base::Instant now) {
  const auto validity = validity_of(offer, now);
  if (offer.confirmed_until) return *offer.confirmed_until;
  return acceptance::last_day(validity);
}

Outcome<Done> take_answer(platform::Act& act, OfferId id, const Answer& answer) {
  auto offer = find(act.tx, id);
  if (!offer) return unknown_offer;
  const bool yes = answer.choice == Answer::Choice::accept;
  if (offer->state == (yes ? State::accepted : State::declined)) return Done{};  // the same answer again
  const auto next = transitions.next(offer->state, yes ? Event::accepted : Event::declined);
  if (!next || offer->state != State::recommended) return wrong_state;
  auto placement = placement::find(act.tx, offer->placement);
  const auto moved = yes ? accept(act, *placement, *offer, answer) : decline(act, *placement, *offer);
  if (!moved) return moved;
  offer->state = *next;
  offer->decided_at = answer.at;
  offer->decided_by = answer.name;
  offer->decided_way = answer.way;
  offer->decided_words = answer.words;
  offer->decided_account = answer.account;
  save(act.tx, *offer);
  deadlines::cancel_all(act, offer_subject, offer->id.value);
  letters::answered(act, *placement, *offer);
  if (yes) {
    pass_over_others(act, *offer);
    letters::accepted(act, *placement, *offer);
  }
  return Done{};
}

Outcome<Done> record_answer(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                            const web::Fields& form) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    const auto offer = find(act.tx, id, broker);
    if (!offer) return unknown_offer;
    if (offer->state != State::recommended) return wrong_state;
    Answer answer{.way = Way::email,
                  .name = base::squeeze(form.get("name")),
                  .words = std::string(base::trim(form.get("words"))),
                  .at = act.now};
    base::Refusals refusals;
    const auto choice = form.get("reponse");
    if (choice != "accepter" && choice != "refuser") refusals.push_back({answer_missing, "reponse"});
    answer.choice = choice == "refuser" ? Answer::Choice::decline : Answer::Choice::accept;
    const auto at = typed_instant(form.get("day"), form.get("time"));
    if (!at || *at > act.now || *at + base::minutes(1) <= offer->received_at)
      refusals.push_back({bad_mail_time, "day"});
    answer.at = at.value_or(act.now);
    for (const auto& [field, text] : {std::pair{"name", &answer.name}, std::pair{"words", &answer.words}})
      if (text->empty() || base::count_code_points(*text) > longest_note) refusals.push_back({text_missing, field});
    if (choice == "accepter" && form.get("accuse") != "oui") refusals.push_back({acknowledgement_missing, "accuse"});
    if (!refusals.empty()) return refusals;
    return take_answer(act, id, answer);
  });
}

void start_delays(platform::Act& act, const Offer& offer) {
  deadlines::cancel_all(act, offer_subject, offer.id.value);
  const auto start = [&](std::string_view rule, base::Instant due, identity::OrganisationId owner) {
    if (due <= act.now) return;
    deadlines::start(act, {.file = file_of(offer.placement),
                           .subject_kind = offer_subject,
                           .subject_id = offer.id.value,
                           .rule = rule,
                           .start_event = "credit.offer.received",
                           .start = act.now,
                           .due = due,
                           .owner = owner});
  };
  const auto last = last_day_of(offer, act.now);
  start(deadline_rule::expiry, base::paris::start_of(last + 1), offer.broker);
  const int hour = warned_at_hour.value();
  start(deadline_rule::first_warning, base::paris::at(last - acceptance::first_warning.value(), hour, 0), {});
  start(deadline_rule::last_warning, base::paris::at(last - acceptance::last_warning.value(), hour, 0), {});
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::expiry, "Validité de l’offre", expire);
  handlers.add(deadline_rule::first_warning, "Rappel de l’offre", warn);
  handlers.add(deadline_rule::last_warning, "Dernier rappel de l’offre", warn);
}

}  // namespace credit::offer
