#include "desks/works/commission/held.hpp"

#include "base/french.hpp"
#include "desks/works/money/party.hpp"
#include "desks/works/money/tell.hpp"
#include "desks/works/task/task.hpp"
#include "floor/identity/legal.hpp"

namespace works::commission {
namespace {

constexpr int at_once = 100;

// What was missing is said: the invoice, and the debit while D+30 allows.
bool invoice_one(platform::Act& act, const Held& held) {
  if (!money::nameable(act.tx, held.closed.firm) || !forget_held(act.tx, held.closed.mandate)) return false;
  start(act, held.closed, held.closed_on);
  task::settle(act, task::Kind::bill_held, held.closed.mandate.value, "Identité complétée : la facture est établie.");
  return true;
}

void open_task(platform::Act& act, const Closed& closed) {
  task::open(act, {.kind = task::Kind::bill_held,
                   .claim = closed.claim,
                   .organisation = closed.firm,
                   .subject = closed.mandate.value});
}

}  // namespace

void hold(platform::Act& act, const Held& held) {
  const Closed& closed = held.closed;
  insert_held(act.tx, held);
  open_task(act, closed);
  const auto lacks = identity::lacks_of_partner(act.tx, closed.firm);
  if (lacks.empty()) return;  // the house's turn
  money::tell(act, closed.firm,
              {.subject = "Votre facture attend votre adresse",
               .paragraphs = {"Votre chantier clos donne lieu à une commission de " +
                                  base::french::euros(closed.net + closed.vat) +
                                  " TTC. Sa facture et votre mandat de prélèvement doivent vous nommer, et il manque " +
                                  identity::names_of(lacks) + ".",
                              "Complétez votre adresse dans vos réglages, rubrique Banque et mandat : la facture part "
                              "aussitôt après."},
               .page = money::Letter::Page::firm_bank});
}

bool held_corrected(platform::Act& act, ledger::EntryId entry, Counts counts) {
  const auto held = held_by_entry(act.tx, entry);
  if (!held) return false;
  set_counts(act.tx, held->closed.mandate, counts);
  if (counts == Counts::yes) {
    open_task(act, held->closed);
  } else {
    task::settle(act, task::Kind::bill_held, held->closed.mandate.value,
                 "Commission contre-passée : rien n’est à facturer.");
  }
  return true;
}

int invoice_held(platform::Platform& platform) {
  int invoiced = 0;
  MandateId after{};
  for (bool more = true; more;) {
    const auto waiting = platform.database.read([&](db::Transaction& tx) { return to_invoice(tx, after, at_once); });
    more = static_cast<int>(waiting.size()) == at_once;
    for (const auto& held : waiting) {
      after = held.closed.mandate;
      const bool ready =
          platform.database.read([&](db::Transaction& tx) { return money::nameable(tx, held.closed.firm); });
      if (ready && platform.act({}, [&](platform::Act& act) { return invoice_one(act, held); })) ++invoiced;
    }
  }
  return invoiced;
}

}  // namespace works::commission
