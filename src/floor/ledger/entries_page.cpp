// GET /administration/ecritures: the ledger's entries, newest first, and the trial balance.
#include "floor/ledger/entry_view.hpp"
#include "floor/ledger/pages.hpp"
#include "floor/ledger/trial_balance.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace ledger {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url journal_url = "/administration/ecritures";
constexpr Url balance_url = "/administration/ecritures/balance";
constexpr int page_size = 20;

Markup entry_card(const visit::Visit& visit, const Entry& entry, const identity::Names& names) {
  const Markup when = web::html::p(web::html::cls("quiet"), ui::instant_text(entry.at),
                                   entry.reason.empty() ? "" : " · " + entry.reason);
  return ui::card({.title = title_of(visit, entry),
                   .icon = entry.reverses ? ui::Icon::refresh : ui::Icon::euro,
                   .action = ui::Action{.label = "Ouvrir",
                                        .url = Url::path("/administration/ecritures/{}", entry.id),
                                        .look = ui::Look::quiet}},
                  when + lines_table(entry, names, Foot::none));
}

std::string balance_side(base::Money balance) {
  if (balance.cents == 0) return "soldé";
  return balance.cents > 0 ? "débiteur" : "créditeur";
}

Markup balance_table(const std::vector<AccountTotal>& totals) {
  ui::Table table{.caption = "Balance des comptes",
                  .columns = {{.label = "Numéro"},
                              {.label = "Compte"},
                              {.label = "Débit"},
                              {.label = "Crédit"},
                              {.label = "Solde"},
                              {.label = "Sens"}},
                  .rows = {}};
  base::Money debit, credit;
  for (const AccountTotal& total : totals) {
    debit += total.debit;
    credit += total.credit;
    const base::Money balance = total.balance();
    table.rows.push_back({.cells = {chart_number(total.account), label(total.account), total.debit, total.credit,
                                    balance.cents < 0 ? -balance : balance, balance_side(balance)}});
  }
  table.foot = {"Total", ui::Value(), debit, credit, debit - credit, balance_side(debit - credit)};
  return ui::data_table(table);
}

std::vector<ui::MenuLink> export_links(int year) {
  auto links = visit::both_files("/administration/ecritures/export.xlsx", "/administration/ecritures/export.csv",
                                 "Toutes les écritures, ligne par ligne");
  for (const int exercise : {year, year - 1})
    links.push_back({"FEC de l’exercice " + std::to_string(exercise),
                     Url("/administration/exports/fec.txt").query("exercice", exercise),
                     "Fichier des écritures comptables" + std::string(exercise == year ? ", à ce jour" : "")});
  return links;
}

const ui::EmptyState nothing_booked{
    .icon = ui::Icon::euro,
    .title = "Aucune écriture",
    .text = "Une commission ou une prime s’écrit ici quand un chantier et son dossier sont clos."};

}  // namespace

web::Response show_entries(visit::Visit& visit) {
  const auto before = visit::typed_id<EntryId>(visit.request.query.get("avant"));
  struct Read {
    std::vector<Entry> entries;
    bool more;
    identity::Names names;
  };
  const Read found = visit.platform.database.read([&](db::Transaction& tx) {
    auto entries = latest(tx, before, page_size + 1);
    const bool more = entries.size() > page_size;
    if (more) entries.pop_back();
    auto names = names_in(tx, entries);
    return Read{std::move(entries), more, std::move(names)};
  });
  Markup body =
      ui::page_header({.title = "Écritures",
                       .lead = "En partie double, jamais modifiées : une erreur se corrige par contre-passation."});
  body += accounting_tabs(journal_url);
  if (found.entries.empty())
    body += ui::empty_state(nothing_booked);
  else
    body += visit::export_menu(export_links(base::paris::day_of(visit.now).year()));
  std::vector<Markup> cards;
  for (const Entry& entry : found.entries) cards.push_back(entry_card(visit, entry, found.names));
  body += ui::stack(cards);
  body += ui::pager(
      {.previous = before ? std::optional(journal_url) : std::nullopt,
       .next = found.more ? std::optional(journal_url.query("avant", found.entries.back().id)) : std::nullopt});
  return visit::page(visit, {.title = "Écritures", .body = std::move(body)});
}

web::Response show_trial_balance(visit::Visit& visit) {
  const auto totals = visit.platform.database.read([](db::Transaction& tx) { return trial_balance(tx); });
  Markup body = ui::page_header(
      {.title = "Balance des comptes", .lead = "Toutes écritures confondues, contre-passations comprises."});
  body += accounting_tabs(balance_url);
  if (!totals.empty())
    body += visit::export_menu(visit::both_files("/administration/ecritures/balance.xlsx",
                                                 "/administration/ecritures/balance.csv", "Tous les comptes"));
  body += totals.empty() ? ui::empty_state(nothing_booked) : balance_table(totals);
  return visit::page(visit, {.title = "Balance des comptes", .body = std::move(body)});
}

}  // namespace ledger
