// GET /suivi/{}: the claim as the insured follows it (W31). Nothing personal before the code (P7).
#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/works/file/file_view.hpp"
#include "desks/works/insured/follow_link.hpp"
#include "desks/works/insured/follow_pages.hpp"
#include "desks/works/insured/insured_rules.hpp"
#include "desks/works/letters/post.hpp"
#include "desks/works/quote/quote_rules.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/identity/names.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/live/live.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace works::insured {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;

// Read in one snapshot, in nobody's scope: the link is what opens it.
struct Read {
  claim::Claim claim;
  std::vector<lot::Lot> lots;
  std::vector<mandate::Mandate> mandates;
  std::vector<quote::Quote> quotes;
  std::vector<deadlines::Deadline> delays;
  std::map<MandateId, certificate::Start> starts;
  std::map<MandateId, std::string> phones;  // E.164, of the firms that hold a job
  identity::Names names;
  std::int64_t latest_fact;  // that the page knows of (P15)

  const mandate::Mandate* live(LotId lot) const {
    for (const auto& mandate : mandates)
      if (mandate.lot == lot && mandate::live(mandate.state)) return &mandate;
    return nullptr;
  }
  const quote::Quote* latest_quote(const mandate::Mandate& of) const {
    const quote::Quote* latest = nullptr;
    for (const auto& quote : quotes)
      if (quote.mandate == of.id) latest = &quote;
    return latest;
  }
};

std::map<MandateId, std::string> phones_of(db::Transaction& tx, const std::vector<mandate::Mandate>& mandates) {
  std::map<MandateId, std::string> phones;
  for (const auto& mandate : mandates) {
    if (!mandate::holds_job(mandate.state)) continue;
    const auto firm = identity::organisation(tx, mandate.tradesman);
    if (firm && firm->phone)
      phones.emplace(mandate.id, firm->phone->e164());
    else if (const auto contact = letters::contact_of_firm(tx, mandate.tradesman); contact.mobile)
      phones.emplace(mandate.id, *contact.mobile);
  }
  return phones;
}

Read read(db::Transaction& tx, ClaimId id, base::Instant now) {
  auto claim = claim::find(tx, id);
  MANDAT_ASSERT(claim);
  auto mandates = mandate::of_claim(tx, id);
  std::vector<identity::OrganisationId> named{claim->broker};
  std::vector<MandateId> ids;
  for (const auto& mandate : mandates) {
    named.push_back(mandate.tradesman);
    ids.push_back(mandate.id);
  }
  auto phones = phones_of(tx, mandates);
  return {.claim = *std::move(claim),
          .lots = lot::of_claim(tx, id),
          .mandates = std::move(mandates),
          .quotes = quote::of_claim(tx, id),
          .delays = deadlines::of_file(tx, file_of(id)),
          .starts = certificate::of(tx, ids),
          .phones = std::move(phones),
          .names = {tx, std::move(named), {}},
          .latest_fact = live::latest_settled(tx, now)};
}

std::optional<base::Instant> due_of(const Read& read, MandateId mandate, std::string_view rule) {
  for (const auto& delay : read.delays)
    if (delay.state == deadlines::State::pending && delay.rule == rule && delay.subject_id == mandate.value)
      return delay.due;
  return std::nullopt;
}

LotFacts facts_of(const Read& read, const lot::Lot& lot) {
  LotFacts facts{};
  facts.state = lot.state;
  facts.emergency = read.claim.emergency;
  const auto* mandate = read.live(lot.id);
  if (mandate == nullptr) return facts;
  if (mandate->state == mandate::State::asked) {
    facts.answer_due = due_of(read, mandate->id, deadline_rule::answer);
    return facts;
  }
  facts.firm = read.names.of(mandate->tradesman);
  if (const auto start = read.starts.find(mandate->id);
      start != read.starts.end() && start->second.said == certificate::Said::firm)
    facts.starts_on = start->second.starts_on;
  if (const auto due = due_of(read, mandate->id, deadline_rule::quote))
    facts.quote_due = base::paris::day_of(deadlines::shown(*due));
  if (const auto* quote = read.latest_quote(*mandate)) {
    facts.visit_on = quote->expert_visit_on;
    facts.signed_by_insured = quote->insured_signed_on.has_value();
  }
  return facts;
}

Markup share_of(const Read& read, const lot::Lot& lot) {
  const auto* mandate = read.live(lot.id);
  const auto* quote = mandate == nullptr ? nullptr : read.latest_quote(*mandate);
  if (quote == nullptr || !quote::agreed(quote->state)) return {};
  std::vector<ui::Fact> facts;
  for (const auto& share : shares({quote->excess, quote->depreciation, quote->deferred_indemnity, quote->deposit}))
    facts.push_back({share.label, share.amount});
  if (quote->excess || quote->depreciation)
    facts.push_back({"Reste à votre charge",
                     quote::insured_share(quote->excess, quote->depreciation, quote->deferred_indemnity).final_cost});
  return facts.empty() ? Markup{} : ui::facts(facts);
}

// W31.firm: who comes, and how to reach him.
Markup firm_of(const Read& read, const lot::Lot& lot) {
  const auto* mandate = read.live(lot.id);
  if (mandate == nullptr || !holds_job(mandate->state)) return {};
  const auto phone = read.phones.find(mandate->id);
  const auto number = phone == read.phones.end() ? std::nullopt : base::Phone::parse(phone->second);
  return ui::facts({{"Entreprise", read.names.of(mandate->tradesman)},
                    {"Téléphone", number ? ui::Value::phone(phone->second, number->national()) : ui::Value()}});
}

Markup lot_card(const Read& read, const lot::Lot& lot, base::Day today) {
  const auto facts = facts_of(read, lot);
  const auto expectation = expected(facts, today);
  return ui::card({.title = lot::trades_label(lot), .icon = ui::Icon::hammer},
                  file::journey(read.claim, lot) + html::p(standing(facts, today)) +
                      ui::notice({.tone = expectation.of_insured ? ui::Tone::warn : ui::Tone::info,
                                  .title = "Ce qui est attendu de vous",
                                  .text = expectation.sentence}) +
                      firm_of(read, lot) + share_of(read, lot));
}

Markup claim_card(const Read& read) {
  const auto& claim = read.claim;
  const auto or_none = [](const std::string& text) { return text.empty() ? ui::Value() : ui::Value(text); };
  return ui::card({.title = "Votre sinistre", .icon = ui::Icon::flag},
                  ui::facts({{"Dossier", claim.reference},
                             {"Déclaré le", ui::Value(base::paris::day_of(claim.declared_at))},
                             {"Lieu", ui::Value::lines(claim.place.address + "\n" + claim.place.postal_code + " " +
                                                       claim.place.name)},
                             {"Assureur", or_none(claim.insurer_name)},
                             {"Votre courtier", std::string(read.names.of(claim.broker))}}));
}

// W10, W28: who has the insured's data, that he may choose, and what the broker earns.
Markup told_card(const Read& read) {
  const std::string broker(read.names.of(read.claim.broker));
  return ui::card(
      {.title = "Bon à savoir", .icon = ui::Icon::info},
      html::p(
          "L’entreprise qui accepte le chantier reçoit vos coordonnées. Vous pouvez en choisir une autre : dites-le "
          "à ",
          broker, ".") +
          html::p("Vous réglez l’entreprise sur sa facture ; votre assureur vous rembourse en général en deux semaines "
                  "à deux mois.") +
          html::p(broker, " reçoit une prime de ", base::french::euros(bonus_amount.value()),
                  " HT quand le dossier est clos. Elle ne vous coûte rien."));
}

std::string lead_of(const Read& read) {
  switch (read.claim.status) {
    case claim::Status::closed:
      return "Votre dossier est clos. Cette page reste consultable.";
    case claim::Status::abandoned:
      return "Votre dossier est classé sans suite. Votre courtier vous dira pourquoi.";
    case claim::Status::awaiting_quote:
    case claim::Status::in_progress:
      break;
  }
  return "Où en est votre dossier, qui vient et quand.";
}

web::Response draw(visit::Visit& visit, const Read& read) {
  const auto today = base::paris::day_of(visit.now);
  std::vector<Markup> wide;
  for (const auto& lot : read.lots) wide.push_back(lot_card(read, lot, today));
  const Markup body = ui::page_header({.title = "Sinistre à " + read.claim.place.name, .lead = lead_of(read)}) +
                      ui::two_columns(ui::stack(wide), ui::stack({claim_card(read), told_card(read)}));
  return visit::plain_page(
      visit,
      {.title = "Suivi de votre sinistre",
       .body = body,
       .width = ui::Frame::Width::content,
       .live = html::Url::path("/suivi/{}/direct", visit.parameter(0)).query(live::known_field, read.latest_fact)});
}

std::optional<Followed> opened(const visit::Visit& visit) {
  return visit.platform.database.read(
      [&](db::Transaction& tx) { return followed(tx, visit.platform.settings, visit.parameter(0)); });
}

}  // namespace

web::Response show(visit::Visit& visit) {
  const auto followed = opened(visit);
  if (!followed) return visit::not_found(visit);
  if (!workspace::holds_pass(visit, followed->gate.link)) return workspace::code_page(visit, followed->gate);
  return draw(visit,
              visit.platform.database.read([&](db::Transaction& tx) { return read(tx, followed->claim, visit.now); }));
}

web::Response changes(visit::Visit& visit) {
  const auto followed = opened(visit);
  if (!followed) return visit::not_found(visit);
  const bool open =
      workspace::holds_pass(visit, followed->gate.link);  // without it the page shows nothing that changes
  return live::answer(
      visit, [&](db::Transaction&, const platform::FileRef& file) { return open && file == file_of(followed->claim); });
}

web::Response post_code(visit::Visit& visit) {
  const auto followed = opened(visit);
  return followed ? workspace::post_code(visit, followed->gate) : visit::not_found(visit);
}

}  // namespace works::insured
