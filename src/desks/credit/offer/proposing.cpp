// Proposing an offer to the client, with the papers he is given (C7, C36, C37), and taking it back.
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/acceptance/advice_paper.hpp"
#include "desks/credit/offer/comparison_paper.hpp"
#include "desks/credit/offer/letters.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/proposal.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/documents/own_file.hpp"
#include "floor/links/links.hpp"

namespace credit::offer {
namespace {

using base::Done;
using base::Outcome;

struct Ready {
  Offer offer;
  placement::Placement placement;
  acceptance::KeptAdvice advice;
};

// What may be proposed now: asked before the papers are drawn, and again when they are given.
Outcome<Ready> ready(db::Transaction& tx, const identity::Actor& broker, OfferId id, base::Instant now) {
  auto offer = find(tx, id, broker);
  if (!offer) return unknown_offer;
  auto placement = placement::find(tx, offer->placement);
  if (!transitions.next(offer->state, Event::recommended) || placement->step != placement::Step::presentation)
    return wrong_state;
  if (const auto done = advised(tx, offer->placement); !done) return done.refusals();
  if (const auto done = watched(tx, offer->placement); !done) return done.refusals();
  auto advice = acceptance::advice_of(tx, offer->placement);
  if (base::fold(advice.file.recommendation).find(base::fold(offer->insurer_name)) == std::string::npos)
    return base::Refusal{advice_on_another, "", {offer->insurer_name}};
  if (placement->contact.email.empty()) return no_email;
  if (const auto stands = acceptance::accepted(validity_of(*offer, now), now); !stands)
    return base::Refusal{offer_over, "", {base::french::day_medium(last_day_of(*offer, now))}};
  return Ready{*std::move(offer), *std::move(placement), std::move(advice)};
}

documents::DocumentId keep(platform::Act& act, const Offer& offer, const documents::Prepared& file,
                           std::string_view kind) {
  return documents::attach(act, file,
                           {.owner = offer.broker,
                            .file = file_of(offer.placement),
                            .subject_kind = offer_subject,
                            .subject_id = offer.id.value,
                            .kind = kind});
}

}  // namespace

Outcome<Done> advised(db::Transaction& tx, PlacementId placement) {
  const auto advice = acceptance::advice_of(tx, placement);
  std::string list;
  for (const auto part : missing(advice.file))
    if (part != acceptance::Advice::acknowledgement) list += (list.empty() ? "" : ", ") + std::string(label(part));
  if (!list.empty()) return base::Refusal{advice_incomplete, "", {list}};
  return Done{};
}

Outcome<Done> watched(db::Transaction& tx, PlacementId placement) {
  const auto allowed = acceptance::may_sign(acceptance::vigilance_of(tx, placement).file);
  if (allowed) return Done{};
  if (allowed.refused_as(acceptance::assets_frozen)) return assets_frozen;
  return base::Refusal{vigilance_incomplete, "", allowed.refusal().details};
}

Outcome<GivenPapers> draw_papers(platform::Platform& platform, const identity::Actor& broker, OfferId id) {
  const auto now = platform.clock.now();
  struct Read {
    Ready given;
    Comparison comparison;
  };
  const auto read = platform.database.read([&](db::Transaction& tx) -> Outcome<Read> {
    auto given = ready(tx, broker, id, now);
    if (!given) return given.refusals();
    auto comparison = compare(tx, given->placement, base::paris::day_of(now));
    return Read{*std::move(given), std::move(comparison)};
  });
  if (!read) return read.refusals();
  const auto& [offer, placement, advice] = read->given;
  const auto stored = [&](const std::string& pdf, const std::string& name) {
    return documents::keep_own_pdf(platform.documents, broker.organisation, pdf, name + ".pdf");
  };
  auto told = stored(acceptance::advice_pdf({placement, advice, broker.organisation_name, now}),
                     "conseil-" + placement.reference);
  if (!told) return told.refusals();
  auto compared =
      stored(comparison_pdf(read->comparison, broker.organisation_name, now), "comparatif-" + placement.reference);
  if (!compared) return compared.refusals();
  return GivenPapers{*std::move(told), *std::move(compared), advice.file, offer.round};
}

Proposal keep_papers(platform::Act& act, const Offer& offer, const GivenPapers& papers) {
  Proposal proposal{.id = {act.ids.next()},
                    .placement = offer.placement,
                    .offer = offer.id,
                    .proposed_at = act.now,
                    .advice = keep(act, offer, papers.advice, "advice"),
                    .comparison = keep(act, offer, papers.comparison, "comparison"),
                    .advice_hash = papers.advice.sha256,
                    .comparison_hash = papers.comparison.sha256};
  insert(act.tx, proposal);
  return proposal;
}

Outcome<Done> recommend(platform::Platform& platform, const identity::Actor& broker, OfferId id) {
  const auto papers = draw_papers(platform, broker, id);
  if (!papers) return papers.refusals();
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto given = ready(act.tx, broker, id, act.now);
    if (!given) return given.refusals();
    auto [offer, placement, advice] = *std::move(given);
    if (advice.file != papers->drawn_of || offer.round != papers->round) return advice_changed;
    offer.state = *transitions.next(offer.state, Event::recommended);
    save(act.tx, offer);
    keep_papers(act, offer, *papers);
    if (!deadlines::pending(act.tx, offer_subject, offer.id.value, deadline_rule::expiry)) start_delays(act, offer);
    letters::propose(act, placement, offer, broker.organisation_name);
    auto moved = placement::advance(act, placement, placement::Event::recommended, "credit.offer.recommended",
                                    {{"insurer", offer.insurer_name}});
    if (!moved) return moved;
    placement.next_due_at = base::paris::start_of(last_day_of(offer, act.now) + 1);
    placement::save(act.tx, placement);
    return Done{};
  });
}

Outcome<Done> take_back(platform::Platform& platform, const identity::Actor& broker, OfferId id) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto offer = find(act.tx, id, broker);
    if (!offer) return unknown_offer;
    const auto next = transitions.next(offer->state, Event::set_back);
    if (!next) return wrong_state;
    offer->state = *next;
    save(act.tx, *offer);
    links::revoke_all(act, answer_link, offer->id.value);
    auto placement = placement::find(act.tx, offer->placement);
    return placement::advance(act, *placement, placement::Event::declined_by_client, "credit.placement.compared_again");
  });
}

}  // namespace credit::offer
