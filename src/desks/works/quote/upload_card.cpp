#include "base/french.hpp"
#include "desks/works/mandate/job_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace works::quote {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Field;

Markup upload_form(const mandate::JobView& job, const web::ui::FormState& state, bool again) {
  const auto& proposal = job.quote_proposal;
  const Url to = Url::path("/chantiers/{}/devis", job.mandate.id);
  const std::string form(to.text());
  const auto amount = [&](std::string name, std::string label, std::optional<base::Money> papers::Prices::*which) {
    return web::ui::money_field(deposit::with_amount(
        Field{.name = std::move(name), .label = std::move(label), .need = Field::Need::optional, .form = form}.with(
            state),
        proposal, which));
  };
  const std::string name = again ? "Remplacer le devis" : "Déposer le devis";
  return web::ui::form(
      {.action = to,
       .csrf_token = job.csrf_token,
       .submit = proposal ? "Confirmer et " + std::string(again ? "remplacer" : "déposer") + " le devis" : name,
       .icon = web::ui::Icon::upload,
       .look = again ? web::ui::Look::secondary : web::ui::Look::primary,
       .content = web::ui::Form::Content::files},
      deposit::file_part(
          proposal, Field{.name = "quote_file",
                          .label = "Votre devis, en PDF",
                          .hint = "25 Mo au plus. Les totaux y sont lus si vous ne les saisissez pas ; deux suffisent.",
                          .form = form}
                        .with(state)) +
          web::ui::field_row({amount("amount_ht", "Total HT", &papers::Prices::ht),
                              amount("amount_vat", "TVA", &papers::Prices::vat),
                              amount("amount_ttc", "Total TTC", &papers::Prices::ttc)}));
}

Markup quote_facts(const Quote& quote) {
  std::vector<web::ui::Fact> facts{{"Déposé le", quote.uploaded_at},
                                   {"Total HT", quote.amount_ht},
                                   {"TVA", quote.amount_ttc - quote.amount_ht},
                                   {"Total TTC", quote.amount_ttc},
                                   {"État", std::string(label(quote.state))}};
  if (quote.agreed_ht) facts.push_back({"Accordé par l’assureur, HT", *quote.agreed_ht});
  if (quote.deposit) facts.push_back({"Acompte possible", *quote.deposit});
  return web::ui::facts(facts);
}

}  // namespace

Markup upload_card(const mandate::JobView& job, const web::ui::FormState& state) {
  const bool awaited = job.mandate.state == mandate::State::accepted;
  const bool replaceable = job.mandate.state == mandate::State::quoted && job.quote &&
                           (job.quote->state == State::received || job.quote->state == State::at_insurer);
  Markup body;
  if (job.quote && !awaited) body += quote_facts(*job.quote);
  if (awaited && job.quote)
    body += html::p("L’assureur n’a pas retenu votre devis précédent : un nouveau devis est attendu.");
  if (job.may_act && awaited) body += upload_form(job, state, false);
  if (job.may_act && replaceable)
    body += web::ui::disclosure("Remplacer ce devis",
                                state.form().ends_with("/devis") ? web::ui::Fold::open : web::ui::Fold::closed,
                                upload_form(job, state, true));
  if (body.empty()) return {};
  return web::ui::card({.title = "Devis", .icon = web::ui::Icon::file, .id = "devis"}, body);
}

}  // namespace works::quote
