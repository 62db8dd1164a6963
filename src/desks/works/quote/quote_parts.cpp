#include "desks/works/quote/quote_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/french.hpp"
#include "desks/works/quote/quote_rules.hpp"
#include "desks/works/works_rules.hpp"
#include "web/html/elements.hpp"
#include "web/html/svg.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace works::quote {
namespace {

namespace html = web::html;
using base::french::euros;
using html::Markup;
using html::Url;
using web::ui::Field;
using web::ui::Value;

std::string amount_text(const std::optional<base::Money>& amount) {
  return amount ? base::french::ungrouped(*amount) : std::string();
}

std::string day_text(const std::optional<base::Day>& day) { return day ? day->iso() : std::string(); }

std::string against_median(base::Money amount, base::Money median) {
  const auto percent = (amount.cents - median.cents) * 100 / median.cents;
  if (percent == 0) return "au niveau de la médiane";
  return fmt::format("{} % {} de la médiane", percent < 0 ? -percent : percent,
                     percent < 0 ? "au-dessous" : "au-dessus");
}

Field amount_field(const char* name, const char* label, const std::optional<base::Money>& amount, const char* hint,
                   const Url& to, const FileView& view) {
  return Field{.name = name,
               .label = label,
               .value = amount_text(amount),
               .hint = hint,
               .need = Field::Need::optional,
               .width = web::ui::FieldWidth::half,
               .form = std::string(to.text())}
      .with(view.typed);
}

Field day_field(const char* name, const char* label, const std::optional<base::Day>& day, const Url& to,
                const FileView& view) {
  return Field{.name = name,
               .label = label,
               .value = day_text(day),
               .need = Field::Need::optional,
               .width = web::ui::FieldWidth::half,
               .form = std::string(to.text())}
      .with(view.typed);
}

Markup terms_form(const FileView& view, const Quote& quote) {
  const auto to = Url::path("/travaux/devis/{}/conditions", quote.id);
  return web::ui::disclosure(
      "Part de l’assuré, acompte, signatures",
      view.typed.form() == to.text() ? web::ui::Fold::open : web::ui::Fold::closed,
      web::ui::form(
          {.action = to, .csrf_token = view.csrf_token, .submit = "Enregistrer", .look = web::ui::Look::secondary},
          web::ui::field_row(
              {web::ui::money_field(amount_field("excess", "Franchise", quote.excess, "", to, view)),
               web::ui::money_field(amount_field("depreciation", "Vétusté", quote.depreciation, "", to, view))}) +
              web::ui::field_row(
                  {web::ui::money_field(amount_field("deferred_indemnity", "Indemnité différée",
                                                     quote.deferred_indemnity,
                                                     "Versée sur facture, dans la limite de la vétusté.", to, view)),
                   web::ui::money_field(amount_field("deposit", "Acompte demandé", quote.deposit, "", to, view))}) +
              web::ui::field_row(
                  {web::ui::date_field(day_field("insured_signed_on", "Devis signé par l’assuré le",
                                                 quote.insured_signed_on, to, view)),
                   web::ui::date_field(day_field("payment_delegation_on", "Délégation de paiement signée le",
                                                 quote.payment_delegation_on, to, view))})));
}

}  // namespace

namespace {

// A line from the least to the most of what it shows, in units of the drawing.
class Scale {
 public:
  Scale(base::Money from, base::Money to) : from_(from), width_(std::max<std::int64_t>(1, to.cents - from.cents)) {}
  int at(base::Money amount) const {
    return static_cast<int>(margin + (amount.cents - from_.cents) * (width - 2 * margin) / width_);
  }
  static constexpr std::int64_t width = 600, margin = 12;

 private:
  base::Money from_;
  std::int64_t width_;
};

// Half of the quotes as a bar, their median as a stroke, this quote as a point; the sentence says the same.
Markup drawn(const Quote& quote, const Spread& market) {
  namespace svg = html::svg;
  const Scale scale(std::min(market.first_quartile, quote.amount_ht), std::max(market.third_quartile, quote.amount_ht));
  const int first = scale.at(market.first_quartile), third = scale.at(market.third_quartile);
  return svg::svg(
      html::cls("spread"), html::attr("viewBox", "0 0 600 40"), html::aria("hidden", "true"),
      svg::line(html::cls("spread-axis"), html::attr("x1", 0), html::attr("x2", 600), html::attr("y1", 20),
                html::attr("y2", 20)),
      svg::rect(html::cls("spread-half"), html::attr("x", first), html::attr("width", std::max(4, third - first)),
                html::attr("y", 8), html::attr("height", 24), html::attr("rx", 4)),
      svg::line(html::cls("spread-median"), html::attr("x1", scale.at(market.median)),
                html::attr("x2", scale.at(market.median)), html::attr("y1", 4), html::attr("y2", 36)),
      svg::circle(html::cls("spread-own"), html::attr("cx", scale.at(quote.amount_ht)), html::attr("cy", 20),
                  html::attr("r", 7)));
}

}  // namespace

Markup market_part(const Quote& quote, const std::optional<Spread>& market) {
  if (!market)
    return html::p(html::cls("quiet"),
                   fmt::format("Comparaison au marché : moins de {} devis comparables dans le département.",
                               market_minimum.value()));
  return html::div(
      html::cls("market"),
      html::p(
          html::strong("Comparaison au marché. "),
          fmt::format("Sur {} devis des mêmes métiers dans le département : la moitié entre {} et {} HT, médiane {}, "
                      "à dix euros près. Ce devis est {}.",
                      market->quotes, euros(market->first_quartile), euros(market->third_quartile),
                      euros(market->median), against_median(quote.amount_ht, market->median))),
      drawn(quote, *market),
      html::p(html::cls("spread-key quiet"), html::span(html::cls("key-half"), "la moitié des devis"),
              html::span(html::cls("key-median"), "médiane"), html::span(html::cls("key-own"), "ce devis")));
}

Markup terms_facts(const FileView& view, const Quote& quote) {
  const auto share = insured_share(quote.excess, quote.depreciation, quote.deferred_indemnity);
  Markup part = html::h3("Ce que l’assuré paiera");
  const bool known = quote.excess || quote.depreciation || quote.deferred_indemnity;
  part += web::ui::facts({{"Franchise", Value(quote.excess)},
                          {"Vétusté", Value(quote.depreciation)},
                          {"Indemnité différée", Value(quote.deferred_indemnity)},
                          {"Reste à sa charge", known ? Value(share.final_cost) : Value()},
                          {"Acompte demandé", Value(quote.deposit)},
                          {"Devis signé le", Value(quote.insured_signed_on)},
                          {"Délégation de paiement", Value(quote.payment_delegation_on)}});
  part += html::p(
      html::cls("quiet"),
      "L’assuré règle la facture de l’entreprise ; l’assureur verse en général entre deux semaines et deux mois.");
  if (payment_wait_applies(view.claim.emergency))
    part += web::ui::notice(
        {web::ui::Tone::info, "Contrat signé hors établissement",
         "Aucun paiement, acompte compris, avant sept jours après la signature (C. conso. art. L221-10)."});
  return part;
}

Markup terms_part(const FileView& view, const Quote& quote) {
  return terms_facts(view, quote) + terms_form(view, quote);
}

}  // namespace works::quote
