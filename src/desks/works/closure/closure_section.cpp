// The two closures on the claim's page: which is missing, what it blocks, and the money they book (W25 to W28).
#include "base/french.hpp"
#include "desks/works/commission/commission_pages.hpp"
#include "desks/works/file/file_view.hpp"
#include "desks/works/works_rules.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/table.hpp"

namespace works::closure {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Value;

int jobs_open(const FileView& view) {
  int open = 0;
  for (const auto& lot : view.lots)
    if (lot.state != lot::State::job_closed && lot.state != lot::State::abandoned) ++open;
  return open;
}

bool every_quote_agreed(const FileView& view) {
  for (const auto& lot : view.lots)
    if (lot.state < lot::State::quote_validated) return false;
  return true;
}

// « Il manque la clôture du chantier par l’entreprise : la commission et votre prime attendent. »
std::string missing(const FileView& view) {
  const int open = jobs_open(view);
  const bool by_broker = view.claim.closed_by_broker_at.has_value();
  const auto bonus = base::french::euros(bonus_amount.value());
  if (open > 0 && by_broker)
    return "Il manque la clôture du chantier par l’entreprise, une fois payée. Elle bloque la commission et la prime "
           "de " +
           bonus + ".";
  if (open == 0 && !by_broker)
    return "Il manque votre clôture du dossier, une fois l’assuré remboursé. Elle bloque la prime de " + bonus + ".";
  return "Il manque les deux clôtures : celle du chantier par l’entreprise, puis celle du dossier par le courtier.";
}

Markup closing_form(const FileView& view) {
  const auto today = base::paris::day_of(view.now);
  const auto to = Url::path("/travaux/dossiers/{}/cloture", view.claim.id);
  return web::ui::form(
      {.action = to, .csrf_token = view.csrf_token, .submit = "Clore le dossier", .icon = web::ui::Icon::archive},
      web::ui::date_field(web::ui::Field{.name = "reimbursed_on",
                                         .label = "L’assureur a remboursé le",
                                         .value = today.iso(),
                                         .width = web::ui::FieldWidth::short_text,
                                         .form = std::string(to.text())}
                              .with(view.typed)));
}

Markup states(const FileView& view) {
  const int open = jobs_open(view);
  const auto& claim = view.claim;
  return web::ui::facts(
      {{"Clôture du chantier",
        open == 0 ? Value(web::ui::Badge{"Faite", web::ui::Tone::good, web::ui::Icon::check})
                  : Value(web::ui::Badge{"Attendue de l’entreprise", web::ui::Tone::warn, web::ui::Icon::clock})},
       {"Clôture du dossier",
        claim.closed_by_broker_at
            ? Value(*claim.closed_by_broker_at)
            : Value(web::ui::Badge{"Attendue du courtier", web::ui::Tone::warn, web::ui::Icon::clock})},
       {"Remboursement de l’assureur", Value(claim.reimbursed_on)}});
}

std::string_view entry_label(const ledger::Entry& entry) {
  if (entry.reverses) return "Contre-passation";
  if (entry.kind == "works.commission") return "Commission (10 % du montant HT)";
  return "Prime du courtier";
}

base::Money total(const ledger::Entry& entry) {
  base::Money sum;
  for (const auto& line : entry.lines) sum += line.debit;
  return sum;
}

// W27: where each firm's commission stands.
Markup commissions(const FileView& view) {
  if (view.commissions.empty()) return {};
  web::ui::Table table{.caption = "Commissions",
                       .columns = {{.label = "Entreprise"},
                                   {.label = "Facture"},
                                   {.label = "Montant TTC"},
                                   {.label = "Prélèvement"},
                                   {.label = "État"}},
                       .rows = {}};
  for (const auto& commission : view.commissions)
    table.rows.push_back(
        {.cells = {Value(std::string(view.name_of(commission.organisation))), commission.bill_number, commission.amount,
                   commission::when_of(commission), commission::badge_of(commission.state)}});
  return web::ui::data_table(table);
}

// A broker sees his bonus; the commission concerns the firm and the administrators.
Markup money(const FileView& view) {
  web::ui::Table table{
      .caption = "Argent", .columns = {{.label = "Écriture"}, {.label = "Date"}, {.label = "Montant TTC"}}, .rows = {}};
  for (const auto& entry : view.entries)
    if (view.administrator || entry.kind == "works.bonus")
      table.rows.push_back({.cells = {Value(entry_label(entry)), entry.at, total(entry)}});
  if (table.rows.empty()) return {};
  return html::h3("Argent") + web::ui::data_table(table) + commissions(view);
}

}  // namespace

Markup section(const FileView& view) {
  const auto& claim = view.claim;
  Markup body;
  if (claim.abandoned_at) {
    const auto reason = claim::abandonment_from_text(claim.abandoned_reason);
    body += web::ui::notice({web::ui::Tone::mute, "Dossier sans suite", reason ? std::string(label(*reason)) : ""});
  } else {
    body += states(view);
    if (claim.closed_at)
      body += web::ui::notice({web::ui::Tone::good, "Dossier clôturé",
                               "La prime de " + base::french::euros(bonus_amount.value()) + " est acquise."});
    else
      body += html::p(html::cls("quiet"), missing(view));
    if (view.may_act && !claim.closed_by_broker_at && every_quote_agreed(view)) body += closing_form(view);
  }
  body += money(view);
  return web::ui::card({.title = "Clôtures", .icon = web::ui::Icon::archive, .id = "clotures"}, body);
}

}  // namespace works::closure
