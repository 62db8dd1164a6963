#include "base/french.hpp"
#include "desks/works/closure/papers.hpp"
#include "desks/works/commission/commission_pages.hpp"
#include "desks/works/mandate/job_view.hpp"
#include "desks/works/works_rules.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace works::closure {

namespace {

web::ui::Value invoice_link(const mandate::JobView& job) {
  if (!job.commission_paper) return job.commission->bill_number;
  return web::ui::Value::link(web::html::Url::path("/documents/{}", job.commission_paper), job.commission->bill_number);
}

web::html::Markup closed_card(const mandate::JobView& job) {
  std::vector<web::ui::Fact> facts{{"Chantier clos le", job.invoice->closed_at},
                                   {"Montant facturé HT", job.invoice->amount_ht},
                                   {"Commission HT", base::apply(commission_rate.value(), job.invoice->amount_ht)}};
  if (const auto& owed = job.commission) {
    facts.push_back({"Commission TTC", owed->amount});
    facts.push_back({"Facture de commission", invoice_link(job)});
    facts.push_back({"Prélèvement", commission::when_of(*owed)});
    facts.push_back({"État de la commission", commission::badge_of(owed->state)});
  }
  return web::ui::card({.title = "Clôture", .icon = web::ui::Icon::circle_check}, web::ui::facts(facts));
}

}  // namespace

web::html::Markup close_card(const mandate::JobView& job, const web::ui::FormState& state) {
  namespace html = web::html;
  using web::ui::Field;
  if (job.invoice) return closed_card(job);
  if (!job.quote || !quote::agreed(job.quote->state) || job.mandate.state != mandate::State::quoted) return {};
  const auto intro = html::p("À faire une fois payé par le client. La commission est de " +
                             base::french::percent(commission_rate.value()) + " du montant HT, plus TVA.");
  if (!job.may_act) return web::ui::card({.title = "Clore le chantier", .icon = web::ui::Icon::circle_check}, intro);
  const auto to = html::Url::path("/chantiers/{}/cloture", job.mandate.id);
  const std::string form(to.text());
  const auto papers =
      web::ui::disclosure("Joindre des photos ou le procès-verbal", web::ui::Fold::closed, paper_fields(state, to));
  const auto& proposal = job.invoice_proposal;
  const Field amount =
      Field{.name = "invoiced_ht", .label = "Montant facturé HT", .need = Field::Need::optional, .form = form}.with(
          state);
  const Field file = Field{.name = "invoice_file",
                           .label = "Votre facture, en PDF",
                           .hint = "Le montant y est lu si vous ne le saisissez pas.",
                           .form = form}
                         .with(state);
  const auto again = html::when(proposal.has_value(), [] {
    return html::p(html::cls("quiet"), "Choisissez à nouveau les photos et le procès-verbal que vous vouliez joindre.");
  });
  return web::ui::card(
      {.title = "Clore le chantier", .icon = web::ui::Icon::circle_check, .id = "cloture"},
      intro +
          web::ui::form({.action = to,
                         .csrf_token = job.csrf_token,
                         .submit = proposal ? "Confirmer et clore le chantier" : "J’ai été payé : clore le chantier",
                         .content = web::ui::Form::Content::files},
                        deposit::file_part(proposal, file) +
                            web::ui::money_field(deposit::with_amount(amount, proposal, &papers::Prices::ht)) + again +
                            papers));
}

}  // namespace works::closure
