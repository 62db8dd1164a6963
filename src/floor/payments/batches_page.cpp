// GET /administration/paiements: what may be sent today, and the batches made so far.
#include "base/french.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/payment_view.hpp"
#include "floor/payments/reconciliation.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace payments {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url batches_url = "/administration/paiements";
constexpr int page_size = 25;

struct Read {
  std::optional<AccountSetting> account, proposed;
  Proposal debits, transfers;
  BatchPage page;
  identity::Names names;
};

Read read(visit::Visit& visit) {
  const int before = static_cast<int>(visit::id_from_text(visit.request.query.get("avant")));
  const base::Day today = base::paris::day_of(visit.now);
  return visit.platform.database.read([&](db::Transaction& tx) {
    BatchPage page = batch_page(tx, before, page_size);
    std::vector<identity::AccountId> people;
    for (const Batch& batch : page.batches) people.push_back(batch.prepared_by);
    return Read{account_in_force(tx),
                account_proposed(tx),
                proposal(tx, Kind::direct_debit, today),
                proposal(tx, Kind::credit_transfer, today),
                std::move(page),
                identity::Names(tx, {}, std::move(people))};
  });
}

Markup account_notice(const Read& found) {
  if (found.proposed)
    return ui::notice({.tone = ui::Tone::warn,
                       .title = "Un compte bancaire attend sa confirmation",
                       .text = "Un second administrateur doit le confirmer."},
                      ui::actions_row({{.label = "Voir le compte", .url = "/administration/paiements/compte"}}));
  if (found.account) return {};
  return ui::notice({.tone = ui::Tone::warn,
                     .title = "Aucun compte bancaire n’est en vigueur",
                     .text = "Sans lui, rien ne peut être prélevé ni viré."},
                    ui::actions_row({{.label = "Indiquer notre compte", .url = "/administration/paiements/compte"}}));
}

std::string days_text(const Proposal& proposal) {
  if (proposal.count == 0) return "Aucun ordre n’est à remettre aujourd’hui.";
  const std::string first = base::french::day_medium(*proposal.first_day);
  if (*proposal.first_day == *proposal.last_day) return "Exécution demandée le " + first + ".";
  return "Exécution demandée du " + first + " au " + base::french::day_medium(*proposal.last_day) + ".";
}

Markup proposal_card(const visit::Visit& visit, Kind kind, const Proposal& proposal, bool possible) {
  const bool debits = kind == Kind::direct_debit;
  Markup body = ui::facts({{"À remettre", count_text(proposal.count)}, {"Total", proposal.total}}) +
                web::html::p(web::html::cls("quiet"), days_text(proposal));
  if (proposal.too_late > 0)
    body += web::html::p(base::french::plural(static_cast<std::int64_t>(proposal.too_late),
                                              "ordre a dépassé sa fenêtre et ne partira pas.",
                                              "ordres ont dépassé leur fenêtre et ne partiront pas."));
  if (proposal.count > 0 && possible && may_act(visit))
    body += ui::actions_row(
        {{.label = debits ? "Préparer les prélèvements" : "Préparer les virements",
          .url = "/administration/paiements/remises",
          .look = ui::Look::primary,
          .post = ui::Post{.csrf_token = visit::csrf_token(visit), .fields = {{"sens", std::string(to_text(kind))}}}}});
  return ui::card({.title = debits ? "Prélèvements à remettre" : "Virements à remettre", .icon = ui::Icon::cash}, body);
}

std::string outcome_text(const BatchPage& page, BatchId batch) {
  const auto count = [&](bool (*counts)(State)) { return totals_of(page, batch, counts).count; };
  std::string text;
  const auto add = [&text](std::size_t n, std::string_view one, std::string_view many) {
    if (n == 0) return;
    text += (text.empty() ? "" : ", ") + base::french::plural(static_cast<std::int64_t>(n), one, many);
  };
  add(count([](State state) { return state == State::booked; }), "réglé", "réglés");
  add(count([](State state) { return state == State::rejected || state == State::returned; }), "revenu", "revenus");
  add(count([](State state) { return state == State::unknown; }), "sans réponse", "sans réponse");
  return text;
}

Markup batches_table(const Read& found) {
  ui::Table table{.caption = "Remises",
                  .columns = {{.label = "Remise"},
                              {.label = "Préparée"},
                              {.label = "Ordres"},
                              {.label = "Montant", .align = ui::Align::end},
                              {.label = "État"}},
                  .rows = {}};
  for (const Batch& batch : found.page.batches) {
    const Totals totals = totals_of(found.page, batch.id, [](State state) { return state != State::cancelled; });
    table.rows.push_back({.url = batch_url(batch.id),
                          .cells = {batch_title(batch),
                                    ui::Value::two_lines(base::french::instant_medium(batch.prepared),
                                                         found.names.of(batch.prepared_by)),
                                    ui::Value::two_lines(count_text(totals.count), outcome_text(found.page, batch.id)),
                                    totals.amount, badge(batch.state)}});
  }
  return ui::data_table(table);
}

}  // namespace

web::Response show_batches(visit::Visit& visit) {
  const Read found = read(visit);
  const bool debits_possible = found.account && found.account->own.creditor_id;
  Markup body = ui::page_header(
      {.title = "Paiements", .lead = "Prélèvements et virements SEPA : préparés par l’un, libérés par l’autre."});
  body += payment_tabs(batches_url);
  std::vector<Markup> parts;
  if (Markup notice = account_notice(found); !notice.empty()) parts.push_back(std::move(notice));
  parts.push_back(ui::halves(proposal_card(visit, Kind::direct_debit, found.debits, debits_possible),
                             proposal_card(visit, Kind::credit_transfer, found.transfers, found.account.has_value())));
  parts.push_back(
      found.page.batches.empty()
          ? ui::empty_state({.icon = ui::Icon::cash,
                             .title = "Aucune remise",
                             .text = "Une remise réunit dans un fichier les ordres qui partent à la banque."})
          : visit::export_menu(visit::both_files("/administration/paiements/remises.xlsx",
                                                 "/administration/paiements/remises.csv", "Toutes les remises")) +
                batches_table(found));
  body += ui::stack(parts);
  body +=
      ui::pager({.previous = visit.request.query.get("avant").empty() ? std::nullopt : std::optional(batches_url),
                 .next = found.page.more ? std::optional(batches_url.query("avant", found.page.batches.back().number))
                                         : std::nullopt});
  return visit::page(visit,
                     {.title = "Paiements", .body = std::move(body), .live = Url("/administration/paiements/direct")});
}

web::Response post_batch(visit::Visit& visit) {
  const auto kind = kind_from_text(visit.request.form.get("sens"));
  if (!kind) return visit::refused(visit, {{kind_missing, "sens"}});
  const auto made = visit.platform.act(visit.author(), [&](platform::Act& act) { return prepare(act, *kind); });
  if (!made) return visit::refused(visit, made.refusals());
  return visit::see_other(visit, batch_url(*made),
                          {ui::Tone::good, "La remise est préparée : un second administrateur peut la libérer."});
}

}  // namespace payments
