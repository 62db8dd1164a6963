#include "floor/ledger/entry_view.hpp"

#include "floor/visit/site.hpp"
#include "web/html/elements.hpp"
#include "web/ui/table.hpp"

namespace ledger {
namespace {

namespace ui = web::ui;
using namespace web::html;

// The side an amount is not on stays empty, as in any journal.
ui::Value amount(base::Money money) {
  return money.cents == 0 ? ui::Value(span(cls("visually-hidden nothing"), "néant")) : ui::Value(money);
}

std::string account_text(AccountKind account) {
  return std::string(chart_number(account)) + " · " + std::string(label(account));
}

}  // namespace

std::string title_of(const visit::Visit& visit, const Entry& entry) {
  const std::string what(visit.site.word(entry.kind));
  return entry.reverses ? "Contre-passation · " + what : what;
}

Markup lines_table(const Entry& entry, const identity::Names& names, Foot foot) {
  ui::Table table{.caption = "Lignes de l’écriture n° " + std::to_string(entry.id.value),
                  .columns = {{.label = "Compte"},
                              {.label = "Tiers"},
                              {.label = "Débit", .align = ui::Align::end},
                              {.label = "Crédit", .align = ui::Align::end}},
                  .rows = {}};
  base::Money debit, credit;
  for (const Line& line : entry.lines) {
    debit += line.debit;
    credit += line.credit;
    table.rows.push_back(
        {.cells = {account_text(line.account), names.of(line.organisation), amount(line.debit), amount(line.credit)}});
  }
  if (foot == Foot::totals) table.foot = {"Total", ui::Value(), debit, credit};
  return ui::data_table(table);
}

identity::Names names_in(db::Transaction& tx, const std::vector<Entry>& entries) {
  std::vector<identity::OrganisationId> organisations;
  std::vector<identity::AccountId> accounts;
  for (const Entry& entry : entries) {
    accounts.push_back(entry.by);
    for (const Line& line : entry.lines) organisations.push_back(line.organisation);
  }
  return {tx, std::move(organisations), std::move(accounts)};
}

Markup accounting_tabs(const Url& current) {
  std::vector<ui::Tab> row{{"Journal", "/administration/ecritures"}, {"Balance", "/administration/ecritures/balance"}};
  for (ui::Tab& tab : row) tab.current = tab.url == current;
  return ui::tabs("Comptabilité", row);
}

}  // namespace ledger
