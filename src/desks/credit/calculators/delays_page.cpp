// GET /calculs/delais: by when an unpaid invoice must be extended, declared and claimed (C23), for everybody.
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/calculators/calculator_pages.hpp"
#include "desks/credit/calculators/dates_view.hpp"
#include "desks/credit/calculators/form_view.hpp"
#include "desks/credit/calculators/typed.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace credit::calculators {
namespace {

using namespace web::html;
namespace ui = web::ui;
namespace french = base::french;
using engine::DeadlineCase;
using engine::InvoiceDays;
using ui::Field;

constexpr std::string_view field_names[] = {"facture", "emise",  "echeance", "pays",     "base",   "dmc",      "dms",
                                            "di",      "report", "accord",   "declaree", "bodacc", "creancier"};
constexpr Renamed names[] = {{"invoices/0/due", "echeance"},        {"invoices/0/extended_to", "report"},
                             {"terms/credit_period_france", "dmc"}, {"terms/credit_period_export", "dmc"},
                             {"terms/threat_declaration", "dms"},   {"terms/claim_filing", "di"}};
constexpr std::size_t longest_reference = 60;
constexpr int usual_term = 45;  // days, of the invoice that the page opens with

web::Fields example(base::Day today) {
  const engine::Terms usual;
  web::Fields typed;
  typed.add("emise", today.iso());
  typed.add("echeance", (today + usual_term).iso());
  typed.add("pays", std::string(engine::to_text(engine::Zone::domestic)));
  typed.add("base", std::string(engine::to_text(usual.declaration_base)));
  typed.add("dms", std::to_string(usual.threat_declaration));
  typed.add("di", std::to_string(usual.claim_filing));
  return typed;
}

engine::Zone zone_of(std::string_view text) {
  return text == engine::to_text(engine::Zone::abroad) ? engine::Zone::abroad : engine::Zone::domestic;
}

// What stands after « facture »: its number, else its day.
std::string reference_of(const web::Fields& typed) {
  const auto reference = base::squeeze(typed.get("facture"));
  const auto issued = base::Day::from_iso(typed.get("emise"));
  return reference.empty() && issued ? "du " + base::french::day_medium(*issued) : reference;
}

void read_terms(const web::Fields& typed, engine::Zone buyer, engine::Terms& terms, base::Refusals& refusals) {
  terms.declaration_base =
      engine::from_text<engine::DeclarationBase>(typed.get("base")).value_or(terms.declaration_base);
  terms.threat_declaration = typed_days(typed, "dms", refusals);
  terms.claim_filing = typed_days(typed, "di", refusals);
  if (base::trim(typed.get("dmc")).empty()) return;
  (buyer == engine::Zone::domestic ? terms.credit_period_france : terms.credit_period_export) =
      typed_days(typed, "dmc", refusals);
}

base::Outcome<engine::Deadlines> calculated(const web::Fields& typed, base::Day today) {
  base::Refusals refusals;
  DeadlineCase of{.terms = {}, .buyer = zone_of(typed.get("pays")), .invoices = {}, .today = today};
  read_terms(typed, of.buyer, of.terms, refusals);
  engine::InvoiceCase invoice{.reference = reference_of(typed), .days = {}};
  if (base::count_code_points(invoice.reference) > longest_reference)
    refusals.push_back({too_long, "facture", {std::to_string(longest_reference)}});
  invoice.days.issued = typed_day(typed, "emise", refusals);
  invoice.days.due = typed_day(typed, "echeance", refusals);
  invoice.days.extended_to = typed_day_if_any(typed, "report", refusals);
  if (typed.get("accord") == "assureur") invoice.days.consent = InvoiceDays::Consent::agreed;
  of.threat_declared = typed_day_if_any(typed, "declaree", refusals);
  if (const auto published = typed_day_if_any(typed, "bodacc", refusals))
    of.insolvency = engine::Insolvency{*published, zone_of(typed.get("creancier"))};
  if (!refusals.empty()) return refusals;
  of.invoices.push_back(std::move(invoice));
  auto result = engine::deadlines(of);
  if (!result) return renamed(result.refusals(), names);
  return result;
}

// What an address does not say has the usual answer.
web::Fields typed_in(const visit::Visit& visit, base::Day today) {
  const auto& query = visit.request.query;
  web::Fields typed = query.find("emise") ? query : example(today);
  for (const auto& [field, usual] : {std::pair("accord", "libre"), std::pair("creancier", "domestic")})
    if (typed.get(field).empty()) typed.add(field, usual);
  return typed;
}

std::vector<ui::Option> zones(std::string_view domestic, std::string_view abroad) {
  return {{std::string(engine::to_text(engine::Zone::domestic)), std::string(domestic)},
          {std::string(engine::to_text(engine::Zone::abroad)), std::string(abroad)}};
}

std::vector<ui::Option> bases() {
  using enum engine::DeclarationBase;
  std::vector<ui::Option> all;
  for (const auto base : {due_date, extended_due_date, maximum_credit_period})
    all.push_back({std::string(engine::to_text(base)), std::string(engine::label(base))});
  return all;
}

Markup fields_of(const ui::FormState& state) {
  const auto with = [&](Field field) { return std::move(field).with(state); };
  constexpr auto optional = Field::Need::optional;
  const Markup invoice = ui::field_row(
      {ui::text_field(with({.name = "facture", .label = "Référence", .need = optional, .autocomplete = "off"})),
       ui::date_field(with({.name = "emise", .label = "Facture du"})),
       ui::date_field(with({.name = "echeance", .label = "Échéance"}))});
  const Markup policy =
      ui::field_row({ui::select_field(with({.name = "base", .label = "Menace de sinistre comptée depuis"}), bases()),
                     ui::select_field(with({.name = "pays", .label = "Acheteur"}), zones("En France", "À l’export"))}) +
      ui::field_row({ui::number_field(with({.name = "dms", .label = "Pour la déclarer"}), "jours"),
                     ui::number_field(with({.name = "di", .label = "Puis pour demander l’indemnité"}), "jours"),
                     ui::number_field(with({.name = "dmc",
                                            .label = "Crédit maximal",
                                            .hint = "Vide : 120 en France, 180 à l’export.",
                                            .need = optional}),
                                      "jours")});
  const Markup since =
      ui::field_row({ui::date_field(with({.name = "report", .label = "Échéance reportée au", .need = optional})),
                     ui::select_field(with({.name = "accord", .label = "Le report"}),
                                      {{"libre", "Libre"}, {"assureur", "Accordé par l’assureur"}})}) +
      ui::field_row(
          {ui::date_field(with({.name = "declaree", .label = "Menace déclarée le", .need = optional})),
           ui::date_field(
               with({.name = "bodacc", .label = "Insolvabilité publiée le", .hint = "Au BODACC.", .need = optional})),
           ui::select_field(with({.name = "creancier", .label = "Vous êtes établi"}),
                            zones("En France", "À l’étranger"))});
  return ui::field_group("La facture impayée", "", invoice) +
         ui::field_group("Ce que dit la police", "Les valeurs d’usage sont déjà inscrites.", policy) +
         ui::field_group("Ce qui s’est passé depuis", "", since);
}

Markup result_of(const web::Fields& typed, const engine::Deadlines& dates) {
  Markup result;
  if (dates.next)
    result += section(cls("answer"), attr("aria-live", "polite"), p(cls("answer-lead"), "La prochaine date à tenir"),
                      p(cls("answer-figure"), french::day_long(dates.next->day.value)),
                      p(cls("answer-after"), label(dates.next->kind)));
  if (!dates.beyond_credit_period.empty())
    result += ui::notice({ui::Tone::warn, "Cette facture n’est pas couverte",
                          "Son échéance dépasse la durée maximale de crédit de la police : seule l’échéance compte."});
  return result + ui::card({.title = "Les dates qui comptent", .icon = ui::Icon::calendar},
                           dates_list(dates, with_fields("/calculs/delais.ics", typed, field_names)) +
                               p(cls("quiet"), "Une déclaration oubliée fait perdre la garantie."));
}

}  // namespace

web::Response show_delays(visit::Visit& visit) {
  const auto today = base::paris::day_of(visit.now);
  const web::Fields typed = typed_in(visit, today);
  const auto outcome = calculated(typed, today);
  const auto state = kept(visit, typed, field_names, outcome ? base::Refusals{} : outcome.refusals());
  return calculator_page(visit, of_delays, state, fields_of(state),
                         outcome ? std::optional(result_of(typed, *outcome)) : std::nullopt);
}

web::Response download_delays(visit::Visit& visit) {
  const auto today = base::paris::day_of(visit.now);
  const web::Fields typed = typed_in(visit, today);
  const auto outcome = calculated(typed, today);
  if (!outcome) return visit::see_other(with_fields(of_delays.url, typed, field_names));
  const auto reference = reference_of(typed);
  return dates_download(visit, *outcome, "facture " + reference, reference + "|" + std::string(typed.get("emise")));
}

}  // namespace credit::calculators
