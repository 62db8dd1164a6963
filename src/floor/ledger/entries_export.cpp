// The ledger's tables for other programs (P13): entries line by line, and the trial balance.
#include "floor/ledger/entry_view.hpp"
#include "floor/ledger/pages.hpp"
#include "floor/ledger/trial_balance.hpp"
#include "floor/visit/export.hpp"

namespace ledger {
namespace {

using tables::Kind;
using visit::cell;

constexpr tables::Column entry_columns[] = {
    {.key = "entry", .label = "Écriture"},
    {.key = "at", .label = "Passée le", .kind = Kind::instant},
    {.key = "what", .label = "Opération"},
    {.key = "number", .label = "Compte"},
    {.key = "account", .label = "Intitulé"},
    {.key = "party", .label = "Tiers"},
    {.key = "debit", .label = "Débit", .kind = Kind::amount},
    {.key = "credit", .label = "Crédit", .kind = Kind::amount},
    {.key = "reverses", .label = "Contre-passe"},
    {.key = "reason", .label = "Motif"},
    {.key = "by", .label = "Par"},
};

constexpr tables::Column balance_columns[] = {
    {.key = "number", .label = "Compte"},
    {.key = "account", .label = "Intitulé"},
    {.key = "debit", .label = "Débit", .kind = Kind::amount},
    {.key = "credit", .label = "Crédit", .kind = Kind::amount},
    {.key = "balance", .label = "Solde débiteur", .kind = Kind::amount},
    {.key = "credit_balance", .label = "Solde créditeur", .kind = Kind::amount},
};

// The side an amount is not on stays empty, as on the page.
tables::Value side(base::Money amount) { return amount.cents > 0 ? tables::Value(amount) : tables::Value(); }

std::string number(EntryId id) { return id ? std::to_string(id.value) : std::string(); }

}  // namespace

web::Response export_entries(visit::Visit& visit) {
  EntryId last{};
  return visit::exported(visit, {"ecritures", "Écritures", entry_columns}, [&](db::Transaction& tx, int limit) {
    const auto page = latest(tx, last, limit);
    const auto names = names_in(tx, page);
    std::vector<tables::Row> rows;
    for (const Entry& entry : page)
      for (const Line& line : entry.lines)
        rows.push_back({number(entry.id), entry.at, title_of(visit, entry), cell(chart_number(line.account)),
                        cell(label(line.account)), names.of(line.organisation), side(line.debit), side(line.credit),
                        number(entry.reverses), entry.reason, names.of(entry.by)});
    if (!page.empty()) last = page.back().id;
    return rows;
  });
}

web::Response export_trial_balance(visit::Visit& visit) {
  bool given = false;
  return visit::exported(visit, {"balance", "Balance", balance_columns}, [&](db::Transaction& tx, int) {
    std::vector<tables::Row> rows;
    if (std::exchange(given, true)) return rows;
    for (const AccountTotal& total : trial_balance(tx))
      rows.push_back({cell(chart_number(total.account)), cell(label(total.account)), total.debit, total.credit,
                      side(total.balance()), side(-total.balance())});
    return rows;
  });
}

}  // namespace ledger
