#include "desks/works/quote/quote_actions.hpp"

#include "base/text.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/claim/department.hpp"
#include "desks/works/closure/chase.hpp"
#include "desks/works/letters/letters.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "floor/audit/audit.hpp"

namespace works::quote {
namespace {

using base::Done;
using base::Outcome;
using base::Refusal;

std::string trades_key(const lot::Lot& lot) {
  std::string key;
  for (const auto& trade : lot.trades) key += (key.empty() ? "" : "+") + trade;
  return key;
}

void record(platform::Act& act, std::string_view code, const Quote& quote, audit::Details more = {}) {
  more.emplace_back("quote", std::to_string(quote.id.value));
  more.emplace_back("lot", std::to_string(quote.lot.value));
  audit::record(act, {code, file_of(quote.claim), std::move(more)});
}

// The broker's act on one of his quotes: load in scope, change, save, show.
template <class Change>
Outcome<Done> change_quote(platform::Platform& platform, const identity::Actor& broker, QuoteId id, Change change) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto quote = find(act.tx, id);
    const auto claim = quote ? claim::find(act.tx, quote->claim, broker) : std::nullopt;
    if (!claim) return unknown_quote;
    if (auto refused = change(act, *claim, *quote)) return *refused;
    save(act.tx, *quote);
    lot::project(act, claim->id);
    return Done{};
  });
}

struct Parties {
  lot::Lot lot;
  mandate::Mandate mandate;
};
Parties parties_of(platform::Act& act, const Quote& quote) {
  auto lot = lot::find(act.tx, quote.lot);
  auto mandate = mandate::find(act.tx, quote.mandate);
  MANDAT_ASSERT(lot && mandate);
  return {std::move(*lot), std::move(*mandate)};
}

Event event_of(Answer answer) {
  switch (answer) {
    case Answer::validated:
      return Event::validate;
    case Answer::adjusted:
      return Event::adjust;
    case Answer::refused:
      return Event::refuse;
  }
  MANDAT_ASSERT(!"every answer is an event");
  return Event::refuse;
}

// The same answer again: a double click, a second tab.
bool already_recorded(const Quote& quote, const Decision& decision) {
  const auto recorded = transitions.next(State::at_insurer, event_of(decision.answer));
  return quote.state == recorded && quote.decided_on == decision.decided_on &&
         (!decision.agreed_ht || quote.agreed_ht == decision.agreed_ht);
}

std::string_view fact_of(Answer answer) {
  switch (answer) {
    case Answer::validated:
      return "works.quote.validated";
    case Answer::adjusted:
      return "works.quote.adjusted";
    case Answer::refused:
      return "works.quote.refused";
  }
  return {};
}

std::optional<Refusal> amount_refusal(const Quote& quote, const Decision& decision) {
  if (decision.answer != Answer::adjusted) return std::nullopt;
  if (!decision.agreed_ht || decision.agreed_ht->cents <= 0) return Refusal{amount_missing, "agreed_ht"};
  if (*decision.agreed_ht == quote.amount_ht) return Refusal{same_amount, "agreed_ht"};
  return std::nullopt;
}

// A double click, or an answer that was lost on its way (P3: the same content is the same document).
bool same_upload(platform::Act& act, const Quote& known, const Upload& upload) {
  if (known.state != State::received && known.state != State::at_insurer) return false;
  if (known.amount_ht != upload.amount_ht || known.amount_ttc != upload.amount_ttc) return false;
  const auto document = documents::find(act.tx, known.document);
  return document && document->sha256 == upload.document.sha256;
}

bool just_sent(const Quote& quote, const base::EmailAddress& address, std::optional<base::Instant> sent_before) {
  return quote.sent_to_insurer_at && quote.sent_to_insurer_at != sent_before && quote.sent_to == address.text();
}

}  // namespace

Outcome<QuoteId> upload(platform::Platform& platform, const identity::Actor& tradesman, MandateId mandate_id,
                        const Upload& upload) {
  return platform.act(platform::Author::of(tradesman), [&](platform::Act& act) -> Outcome<QuoteId> {
    const auto mandate = mandate::find(act.tx, mandate_id);
    if (!mandate || mandate->tradesman != tradesman.organisation) return mandate::unknown_mandate;
    if (upload.amount_ttc < upload.amount_ht) return Refusal{total_below_net, "amount_ttc"};
    auto earlier = latest_of(act.tx, mandate_id);
    if (earlier && agreed(earlier->state)) return not_awaited;
    if (earlier && same_upload(act, *earlier, upload)) return earlier->id;
    auto noted = mandate::note_quote_uploaded(act, *mandate);
    if (!noted) return not_awaited;
    if (earlier) {
      if (const auto replaced = transitions.next(earlier->state, Event::replace)) {
        earlier->state = *replaced;
        save(act.tx, *earlier);
      }
    }
    const auto claim = claim::find(act.tx, mandate->claim);
    const auto lot = lot::find(act.tx, mandate->lot);
    Quote quote{};
    quote.id = {act.ids.next()};
    quote.mandate = mandate_id;
    quote.lot = mandate->lot;
    quote.claim = mandate->claim;
    quote.document = documents::attach(act, upload.document,
                                       {.owner = tradesman.organisation,
                                        .file = file_of(mandate->claim),
                                        .subject_kind = lot_subject,
                                        .subject_id = mandate->lot.value,
                                        .kind = "quote"});
    quote.amount_ht = upload.amount_ht;
    quote.amount_ttc = upload.amount_ttc;
    quote.uploaded_at = act.now;
    quote.state = State::received;
    quote.trades_key = trades_key(*lot);
    quote.department = claim::department_of(*claim);
    insert(act.tx, quote);
    record(act, "works.quote.uploaded", quote, {{"amount", std::to_string(quote.amount_ht.cents)}});
    letters::alert_quote_received(act, {*claim, *lot, *noted}, quote);
    lot::project(act, mandate->claim);
    return quote.id;
  });
}

Outcome<Done> send_to_insurer(platform::Platform& platform, const identity::Actor& broker, QuoteId id,
                              const base::EmailAddress& address, std::string_view note,
                              std::optional<base::Instant> sent_before) {
  return change_quote(platform, broker, id,
                      [&](platform::Act& act, const claim::Claim& claim, Quote& quote) -> std::optional<Refusal> {
                        const auto next = transitions.next(quote.state, Event::send_to_insurer);
                        if (!next) return Refusal{wrong_state};
                        if (just_sent(quote, address, sent_before)) return std::nullopt;
                        quote.state = *next;
                        quote.sent_to_insurer_at = act.now;
                        quote.sent_to = address.text();
                        const auto parties = parties_of(act, quote);
                        letters::quote_to_insurer(act, {claim, parties.lot, parties.mandate}, quote, address.text(),
                                                  std::string(base::trim(note)));
                        record(act, "works.quote.sent_to_insurer", quote);
                        return std::nullopt;
                      });
}

Outcome<Done> plan_visit(platform::Platform& platform, const identity::Actor& broker, QuoteId id,
                         std::optional<base::Day> day) {
  return change_quote(platform, broker, id,
                      [&](platform::Act& act, const claim::Claim&, Quote& quote) -> std::optional<Refusal> {
                        if (quote.state != State::at_insurer) return Refusal{wrong_state};
                        if (quote.expert_visit_on == day) return std::nullopt;
                        quote.expert_visit_on = day;
                        record(act, day ? "works.quote.visit_planned" : "works.quote.visit_called_off", quote,
                               day ? audit::Details{{"day", day->iso()}} : audit::Details{});
                        return std::nullopt;
                      });
}

Outcome<Done> decide(platform::Platform& platform, const identity::Actor& broker, QuoteId id,
                     const Decision& decision) {
  return change_quote(
      platform, broker, id, [&](platform::Act& act, const claim::Claim& claim, Quote& quote) -> std::optional<Refusal> {
        if (already_recorded(quote, decision)) return std::nullopt;
        const auto next = transitions.next(quote.state, event_of(decision.answer));
        if (!next) return Refusal{wrong_state};
        if (decision.decided_on > base::paris::day_of(act.now)) return Refusal{day_in_future, "decided_on"};
        if (auto refusal = amount_refusal(quote, decision)) return refusal;
        quote.state = *next;
        quote.decided_on = decision.decided_on;
        quote.decision_note = base::squeeze(decision.note);
        if (agreed(*next)) quote.agreed_ht = decision.agreed_ht.value_or(quote.amount_ht);
        record(act, fact_of(decision.answer), quote,
               quote.agreed_ht ? audit::Details{{"amount", std::to_string(quote.agreed_ht->cents)}} : audit::Details{});
        if (!agreed(*next)) return std::nullopt;
        const auto parties = parties_of(act, quote);
        letters::quote_agreed(act, {claim, parties.lot, parties.mandate}, quote);
        closure::start_chase(act, parties.mandate);
        return std::nullopt;
      });
}

Outcome<Done> record_terms(platform::Platform& platform, const identity::Actor& broker, QuoteId id,
                           const Terms& terms) {
  return change_quote(platform, broker, id,
                      [&](platform::Act& act, const claim::Claim&, Quote& quote) -> std::optional<Refusal> {
                        if (!agreed(quote.state)) return Refusal{not_agreed_yet};
                        const auto today = base::paris::day_of(act.now);
                        if (terms.insured_signed_on && *terms.insured_signed_on > today)
                          return Refusal{day_in_future, "insured_signed_on"};
                        if (terms.payment_delegation_on && *terms.payment_delegation_on > today)
                          return Refusal{day_in_future, "payment_delegation_on"};
                        quote.excess = terms.excess;
                        quote.depreciation = terms.depreciation;
                        quote.deferred_indemnity = terms.deferred_indemnity;
                        quote.deposit = terms.deposit;
                        quote.insured_signed_on = terms.insured_signed_on;
                        quote.payment_delegation_on = terms.payment_delegation_on;
                        record(act, "works.quote.terms_recorded", quote);
                        return std::nullopt;
                      });
}

}  // namespace works::quote
