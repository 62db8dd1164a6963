// Offers received and revised, calls with underwriters, confirmations (C6, C8, C9).
#include "base/text.hpp"
#include "desks/credit/insurer/insurer.hpp"
#include "desks/credit/offer/call_reminders.hpp"
#include "desks/credit/offer/letters.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/owed_quotes.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"

namespace credit::offer {
namespace {

using base::Done;
using base::Outcome;
using placement::Placement;
using placement::Step;

void fact(platform::Act& act, std::string_view code, const Offer& offer, audit::Details more = {}) {
  more.insert(more.begin(), {"insurer", offer.insurer_name});
  audit::record(act, {code, file_of(offer.placement), std::move(more)});
}

template <class F>
Outcome<Done> on_offer(platform::Platform& platform, const identity::Actor& broker, OfferId id, F work) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto offer = find(act.tx, id, broker);
    if (!offer) return unknown_offer;
    return work(act, *offer);
  });
}

bool takes_offers(const Placement& placement) {
  return placement.step == Step::quotes || placement.step == Step::presentation;
}
// An offer that comes while the client decides on another is noted all the same.
bool takes_new_offers(const Placement& placement) {
  return takes_offers(placement) || placement.step == Step::acceptance;
}

std::optional<insurer::Insurer> insurer_of(db::Transaction& tx, std::string_view slug) {
  for (auto& known : insurer::insurers(tx))
    if (known.active && known.slug == slug) return std::move(known);
  return std::nullopt;
}

Round round_of(const TypedRound& typed, int number, const platform::Act& act) {
  return {.number = number,
          .issued = typed.issued,
          .last_day = typed.last_day,
          .quote = typed.quote,
          .note = typed.note,
          .entered_at = act.now,
          .by = act.by.account};
}

}  // namespace

Outcome<OfferId> enter(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                       const web::Fields& form) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<OfferId> {
    const auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    if (!takes_new_offers(*placement)) return too_late;
    const auto typed = read_round(form, base::paris::day_of(act.now));
    base::Refusals refusals = typed ? base::Refusals{} : typed.refusals();
    const auto insurer = insurer_of(act.tx, form.get("insurer"));
    if (!insurer) refusals.insert(refusals.begin(), {unknown_insurer, "insurer"});
    if (insurer && find(act.tx, id, insurer->slug))
      refusals.insert(refusals.begin(), {already_there, "insurer", {insurer->name}});
    if (!refusals.empty()) return refusals;
    const Offer offer{.id = {act.ids.next()},
                      .placement = id,
                      .broker = placement->broker,
                      .insurer = insurer->slug,
                      .insurer_name = insurer->name,
                      .issued = typed->issued,
                      .last_day = typed->last_day,
                      .received_at = act.now};
    insert(act.tx, offer);
    insert(act.tx, offer.id, round_of(*typed, 1, act));
    start_delays(act, offer);
    await_no_quote(act, offer);
    fact(act, "credit.offer.received", offer);
    letters::received(act, *placement, offer, broker.organisation_name);
    return offer.id;
  });
}

Outcome<Done> revise(platform::Platform& platform, const identity::Actor& broker, OfferId id, const web::Fields& form) {
  return on_offer(platform, broker, id, [&](platform::Act& act, Offer& offer) -> Outcome<Done> {
    const auto next = transitions.next(offer.state, Event::revised);
    const auto placement = placement::find(act.tx, offer.placement);
    if (!next) return wrong_state;
    if (!takes_offers(*placement) && placement->step == Step::acceptance) return client_decides;
    if (!takes_offers(*placement)) return too_late;
    const auto typed = read_round(form, base::paris::day_of(act.now));
    if (!typed) return typed.refusals();
    auto before = last_round_of(act.tx, offer.id)->quote;
    offer.state = *next;
    offer.round += 1;
    offer.issued = typed->issued;
    offer.last_day = typed->last_day;
    offer.confirmed_at.reset();
    offer.confirmed_until.reset();
    offer.decided_at.reset();
    offer.decided_way = Way::none;
    offer.decided_by.clear();
    offer.decided_words.clear();
    offer.decided_account = {};
    save(act.tx, offer);
    insert(act.tx, offer.id, round_of(*typed, offer.round, act));
    start_delays(act, offer);
    fact(act, "credit.offer.revised", offer, {{"round", std::to_string(offer.round)}});
    letters::revised(act, *placement, offer, {std::move(before), typed->quote}, broker.organisation_name);
    return Done{};
  });
}

Outcome<Done> confirm(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                      const web::Fields& form) {
  return on_offer(platform, broker, id, [&](platform::Act& act, Offer& offer) -> Outcome<Done> {
    if (offer.state != State::open && offer.state != State::recommended) return wrong_state;
    if (act.now < acceptance::expiry(validity_of(offer, act.now))) return wrong_state;
    const auto until = base::Day::from_iso(base::trim(form.get("until")));
    const auto today = base::paris::day_of(act.now);
    constexpr int longest = 366;
    if (!until || *until < today || *until > today + longest) return base::Refusal{bad_until, "until"};
    offer.confirmed_at = act.now;
    offer.confirmed_until = *until;
    save(act.tx, offer);
    start_delays(act, offer);
    fact(act, "credit.offer.confirmed", offer, {{"until", until->iso()}});
    if (offer.state != State::recommended) return Done{};
    auto placement = placement::find(act.tx, offer.placement);
    letters::propose(act, *placement, offer, broker.organisation_name);
    placement->next_due_at = base::paris::start_of(*until + 1);
    placement::hand_to(act, *placement, placement::WaitingFor::company);
    return Done{};
  });
}

Outcome<Done> withdraw(platform::Platform& platform, const identity::Actor& broker, OfferId id) {
  return on_offer(platform, broker, id, [&](platform::Act& act, Offer& offer) -> Outcome<Done> {
    const auto next = transitions.next(offer.state, Event::withdrawn);
    if (!next || offer.state == State::accepted) return wrong_state;  // once accepted: policy::retract
    const bool asked = offer.state == State::recommended;
    offer.state = *next;
    save(act.tx, offer);
    deadlines::cancel_all(act, offer_subject, offer.id.value);
    fact(act, "credit.offer.withdrawn", offer);
    if (!asked) return Done{};
    auto placement = placement::find(act.tx, offer.placement);
    letters::withdrawn(act, *placement, offer, broker.organisation_name);
    return placement::advance(act, *placement, placement::Event::declined_by_client, "credit.placement.compared_again");
  });
}

Outcome<Done> book_call(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                        const web::Fields& form) {
  return on_offer(platform, broker, id, [&](platform::Act& act, Offer& offer) -> Outcome<Done> {
    base::Refusals refusals;
    const auto at = typed_instant(form.get("day"), form.get("time"));
    if (!at || *at <= act.now) refusals.push_back({bad_call_time, "day"});
    Call call{.id = act.ids.next(),
              .booked_for = at.value_or(act.now),
              .underwriter = base::squeeze(form.get("underwriter")),
              .subject = base::squeeze(form.get("subject")),
              .outcome = {},
              .noted_at = {}};
    for (const auto& [field, text] : {std::pair{"underwriter", &call.underwriter}, std::pair{"subject", &call.subject}})
      if (text->empty() || base::count_code_points(*text) > longest_note) refusals.push_back({text_missing, field});
    if (!refusals.empty()) return refusals;
    insert(act.tx, offer.id, call);
    start_reminders(act, offer, call);
    fact(act, "credit.offer.call_booked", offer);
    return Done{};
  });
}

Outcome<Done> note_call(platform::Platform& platform, const identity::Actor& broker, OfferId id,
                        const web::Fields& form) {
  return on_offer(platform, broker, id, [&](platform::Act& act, Offer& offer) -> Outcome<Done> {
    const auto outcome = base::squeeze(form.get("outcome"));
    if (outcome.empty() || base::count_code_points(outcome) > longest_note)
      return base::Refusal{text_missing, "outcome"};
    std::int64_t call = 0;
    for (const auto& known : calls_of(act.tx, id))
      if (std::to_string(known.id) == form.get("call")) call = known.id;
    if (!note_outcome(act.tx, id, call, outcome, act.now)) return unknown_offer;
    stop_reminders(act, call);
    fact(act, "credit.offer.call_noted", offer);
    return Done{};
  });
}

}  // namespace credit::offer
