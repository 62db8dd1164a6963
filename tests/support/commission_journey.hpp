// A firm, its broker and an administrator around commissions, on each engine: what journeys of W27 and W30 share.
#pragma once

#include <gmock/gmock.h>

#include "desks/works/task/task.hpp"
#include "support/money_on_both_engines.hpp"

namespace support {

class CommissionJourney : public MoneyOnBothEngines {
 protected:
  works::commission::Commission now(works::MandateId mandate) { return money_scene::commission(house(), mandate); }
  base::Money owed() {
    return read([&](db::Transaction& tx) {
      return ledger::balance(tx, ledger::AccountKind::commission_receivable, firm_.actor.organisation);
    });
  }
  payments::Order order_of(const works::commission::Commission& commission) {
    return payment_scene::get(house(), commission.order);
  }
  int tasks(works::task::Kind kind) {
    int found = 0;
    for (const auto& task : read([](db::Transaction& tx) { return works::task::open_tasks(tx, {}, 100); }))
      found += task.kind == kind ? 1 : 0;
    return found;
  }
  void finish_tasks() {
    for (const auto& task : read([](db::Transaction& tx) { return works::task::open_tasks(tx, {}, 100); }))
      EXPECT_EQ(house()
                    .post("/administration/taches/" + std::to_string(task.id.value), &boss_,
                          form({{"outcome", "Entreprise appelée"}}))
                    .status,
                303);
  }
  int debit_again(works::MandateId mandate) {
    const auto path = "/administration/commissions/" + std::to_string(mandate.value) + "/prelevement";
    return house().post(path, &boss_).status;
  }
  std::string mails() { return mails_to(firm_); }
  void reverse(const works::commission::Commission& commission, const std::string& reason) {
    reverse(commission.entry, reason);
  }
  void reverse(ledger::EntryId entry, const std::string& reason) {
    const auto answer = house().post("/administration/ecritures/" + std::to_string(entry.value) + "/contre-passation",
                                     &boss_, form({{"reason", reason}}));
    EXPECT_EQ(answer.status, 303);
    house().settle();
  }
  std::vector<works::bill::Bill> bills(works::MandateId mandate) {
    return read([&](db::Transaction& tx) { return works::bill::of_subject(tx, mandate.value); });
  }
  // On its way to the bank on that day.
  void send_on(base::Day when) {
    travel(when);
    payment_scene::sent(house());
  }
};

}  // namespace support
