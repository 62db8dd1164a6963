#include <charconv>

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/works/deposit/deposit.hpp"
#include "desks/works/file/file_again.hpp"
#include "desks/works/mandate/job_view.hpp"
#include "desks/works/quote/quote_actions.hpp"
#include "desks/works/quote/quote_pages.hpp"
#include "desks/works/typed.hpp"
#include "floor/visit/page.hpp"

namespace works::quote {
namespace {

using base::Outcome;
using base::Refusal;
using base::Refusals;
using web::html::Url;

// Empty ones are read in the PDF and proposed (W22).
Outcome<deposit::Typed> amounts_of(const web::Fields& typed) {
  Refusals refusals;
  const auto ht = typed::optional_amount(typed, "amount_ht", refusals);
  const auto vat = typed::optional_amount(typed, "amount_vat", refusals);
  const auto ttc = typed::optional_amount(typed, "amount_ttc", refusals);
  if (ht && ht->cents <= 0) refusals.push_back({typed::bad_amount, "amount_ht"});
  if (ht && ttc && *ttc < *ht)
    refusals.push_back({total_below_net, "amount_ttc"});
  else if (!agree({ht, vat, ttc}) || (vat && ttc && *vat >= *ttc))
    refusals.push_back({vat_does_not_add_up, "amount_vat"});
  if (!refusals.empty()) return refusals;
  const auto all = completed({ht, vat, ttc});
  return deposit::Typed{.ht = all.ht, .ttc = all.ttc, .asks_ttc = true, .vat = vat};
}

Refusals missing(const deposit::Typed& amounts) {
  Refusals refusals;
  if (!amounts.ht) refusals.push_back({typed::amount_required, "amount_ht"});
  if (!amounts.ttc) refusals.push_back({typed::amount_required, "amount_ttc"});
  return refusals;
}

Outcome<Terms> terms_of(const web::Fields& typed) {
  Refusals refusals;
  Terms terms;
  terms.excess = typed::optional_amount(typed, "excess", refusals);
  terms.depreciation = typed::optional_amount(typed, "depreciation", refusals);
  terms.deferred_indemnity = typed::optional_amount(typed, "deferred_indemnity", refusals);
  terms.deposit = typed::optional_amount(typed, "deposit", refusals);
  terms.insured_signed_on = typed::optional_day(typed, "insured_signed_on", refusals);
  terms.payment_delegation_on = typed::optional_day(typed, "payment_delegation_on", refusals);
  if (!refusals.empty()) return refusals;
  return terms;
}

std::optional<Answer> answer_of(std::string_view typed) {
  if (typed == "valide") return Answer::validated;
  if (typed == "ajuste") return Answer::adjusted;
  if (typed == "refuse") return Answer::refused;
  return std::nullopt;
}

Outcome<Decision> decision_of(const web::Fields& typed, base::Day today) {
  Refusals refusals;
  const auto answer = answer_of(typed.get("answer"));
  if (!answer) refusals.push_back({typed::choice_missing, "answer"});
  const auto day = typed::optional_day(typed, "decided_on", refusals).value_or(today);
  Decision decision{answer.value_or(Answer::refused), day, {}, std::string(typed.get("note"))};
  if (answer == Answer::adjusted) decision.agreed_ht = typed::positive_amount(typed, "agreed_ht", refusals);
  if (!refusals.empty()) return refusals;
  return decision;
}

// Of a hidden field; whatever is no instant is none.
std::optional<base::Instant> instant_of(std::string_view field) {
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), micros);
  if (error != std::errc() || end != field.data() + field.size()) return std::nullopt;
  return base::Instant{micros};
}

// After the broker's act on a quote: back to the file, or the file again with what was typed and what is wrong.
web::Response after(visit::Visit& visit, const Outcome<base::Done>& done, std::string sentence) {
  const auto quote = visit.platform.database.read([&](db::Transaction& tx) { return find(tx, QuoteId{visit.id()}); });
  if (!done) return quote ? file::show_again(visit, quote->claim, done.refusals()) : visit::not_found(visit);
  return visit::see_other(visit, Url::path("/travaux/dossiers/{}", quote->claim),
                          {web::ui::Tone::good, std::move(sentence)});
}

}  // namespace

web::Response post_upload(visit::Visit& visit) {
  using mandate::Paper;
  const auto amounts = amounts_of(visit.request.form);
  const auto deposit = deposit::take(visit, "quote_file");
  if (!deposit) return mandate::show_job_again(visit, amounts ? deposit.refusals() : amounts.refusals());
  if (!amounts) return mandate::show_job_again(visit, amounts.refusals(), Paper::quote, deposit::kept(visit, *deposit));
  if (auto proposal = deposit::proposal_of(visit, *deposit, *amounts))
    return mandate::show_job_again(visit, {}, Paper::quote, std::move(*proposal));
  if (const auto lacking = missing(*amounts); !lacking.empty())
    return mandate::show_job_again(visit, lacking, Paper::quote, deposit::kept(visit, *deposit));
  const auto quote =
      upload(visit.platform, visit.actor(), MandateId{visit.id()}, {deposit->document, *amounts->ht, *amounts->ttc});
  if (!quote) return mandate::show_job_again(visit, quote.refusals());
  return visit::see_other(visit, Url::path("/chantiers/{}", visit.id()),
                          {web::ui::Tone::good, "Votre devis est déposé ; le courtier le transmet à l’assureur."});
}

web::Response post_sending(visit::Visit& visit) {
  const auto address = base::EmailAddress::parse(visit.request.form.get("insurer_address"));
  if (!address) return after(visit, Refusal{insurer_address_missing, "insurer_address"}, "");
  return after(visit,
               send_to_insurer(visit.platform, visit.actor(), QuoteId{visit.id()}, *address,
                               visit.request.form.get("note"), instant_of(visit.request.form.get("sent_before"))),
               "Le devis est parti à l’assureur.");
}

web::Response post_visit(visit::Visit& visit) {
  Refusals refusals;
  const auto day = typed::optional_day(visit.request.form, "expert_visit_on", refusals);
  if (!refusals.empty()) return after(visit, refusals, "");
  return after(visit, plan_visit(visit.platform, visit.actor(), QuoteId{visit.id()}, day),
               day ? "La visite d’expert est notée." : "La visite d’expert est retirée.");
}

web::Response post_decision(visit::Visit& visit) {
  const auto decision = decision_of(visit.request.form, base::paris::day_of(visit.now));
  if (!decision) return after(visit, decision.refusals(), "");
  return after(visit, decide(visit.platform, visit.actor(), QuoteId{visit.id()}, *decision),
               "La réponse de l’assureur est enregistrée.");
}

web::Response post_terms(visit::Visit& visit) {
  const auto terms = terms_of(visit.request.form);
  if (!terms) return after(visit, terms.refusals(), "");
  return after(visit, record_terms(visit.platform, visit.actor(), QuoteId{visit.id()}, *terms),
               "La part de l’assuré est enregistrée.");
}

}  // namespace works::quote
