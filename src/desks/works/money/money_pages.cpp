#include "desks/works/money/money_pages.hpp"

#include <charconv>

#include "base/french.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace works::money {
namespace {

using web::html::Url;
using web::ui::Value;

constexpr int page_size = 25;

// One side of the ledger as its organisation reads it.
struct Statement {
  std::string_view title, lead, column, balance_label, empty_title, empty_text;
  ledger::AccountKind account;
  bool owed_to_us;  // the tradesman owes (debit), or we owe the broker (credit)
  Url page;
};

base::Money amount_of(const ledger::Entry& entry, const Statement& statement, identity::OrganisationId organisation) {
  base::Money sum;
  for (const auto& line : entry.lines)
    if (line.account == statement.account && line.organisation == organisation)
      sum += statement.owed_to_us ? line.debit - line.credit : line.credit - line.debit;
  return sum;
}

ledger::EntryId before_of(const visit::Visit& visit) {
  const auto text = visit.request.query.get("avant");
  std::int64_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return {id};
}

web::html::Markup entries_table(const std::vector<ledger::Entry>& entries, const Statement& statement,
                                const visit::Visit& visit) {
  web::ui::Table table{
      .caption = std::string(statement.title),
      .columns = {{.label = "Date"}, {.label = std::string(statement.column)}, {.label = "Montant TTC"}},
      .rows = {}};
  for (const auto& entry : entries) {
    const bool broker = !statement.owed_to_us;
    const auto url =
        broker ? Url::path("/travaux/dossiers/{}", entry.file.id) : Url::path("/chantiers/{}", entry.subject_id);
    table.rows.push_back(
        {.url = url,
         .cells = {Value(base::paris::day_of(entry.at)),
                   entry.reverses ? "Contre-passation : " + entry.reason : std::string(statement.column),
                   amount_of(entry, statement, visit.actor().organisation)}});
  }
  return web::ui::data_table(table);
}

web::Response show(visit::Visit& visit, const Statement& statement) {
  struct Read {
    base::Money balance;
    std::vector<ledger::Entry> entries;
  };
  const auto organisation = visit.actor().organisation;
  auto read = visit.platform.database.read([&](db::Transaction& tx) {
    return Read{ledger::balance(tx, statement.account, organisation),
                ledger::of_organisation(tx, organisation, before_of(visit), page_size + 1)};
  });
  const bool more = read.entries.size() > page_size;
  if (more) read.entries.pop_back();
  auto body = web::ui::page_header({.title = std::string(statement.title), .lead = std::string(statement.lead)}) +
              web::ui::stat_tiles(
                  {{std::string(statement.balance_label), statement.owed_to_us ? read.balance : -read.balance}});
  if (read.entries.empty()) {
    body += web::ui::empty_state({.icon = web::ui::Icon::euro,
                                  .title = std::string(statement.empty_title),
                                  .text = std::string(statement.empty_text)});
  } else {
    body += entries_table(read.entries, statement, visit);
    web::ui::Pager pager{};
    if (more) pager.next = statement.page.query("avant", read.entries.back().id);
    body += web::ui::pager(pager);
  }
  return visit::page(visit, {.title = std::string(statement.title), .body = std::move(body)});
}

}  // namespace

web::Response show_bonuses(visit::Visit& visit) {
  return show(visit, {.title = "Primes",
                      .lead = "50 € par dossier clôturé, versés au début de chaque trimestre.",
                      .column = "Prime de dossier clôturé",
                      .balance_label = "Acquis, à verser",
                      .empty_title = "Aucune prime pour l’instant",
                      .empty_text = "Une prime est acquise quand le chantier et le dossier sont clos.",
                      .account = ledger::AccountKind::bonus_payable,
                      .owed_to_us = false,
                      .page = "/travaux/primes"});
}

web::Response show_commissions(visit::Visit& visit) {
  return show(visit, {.title = "Commissions",
                      .lead = "10 % du montant HT de chaque chantier clos, plus TVA.",
                      .column = "Commission sur chantier clos",
                      .balance_label = "À prélever",
                      .empty_title = "Aucune commission pour l’instant",
                      .empty_text = "Une commission est due quand vous clôturez un chantier, une fois payé.",
                      .account = ledger::AccountKind::commission_receivable,
                      .owed_to_us = true,
                      .page = "/chantiers/commissions"});
}

}  // namespace works::money
