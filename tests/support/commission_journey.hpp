// A firm, its broker and an administrator around commissions, on each engine: what journeys of W27 and W30 share.
#pragma once

#include <gmock/gmock.h>

#include "desks/works/task/task.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace support {

class CommissionJourney : public HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    boss_ = administrator();
    payment_scene::open_account(house());
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
  }
  void travel(base::Day to, int hour = 10) {
    house().clock().set(base::paris::at(to, hour, 0));
    house().settle();
    for (Person* person : {&boss_, &broker_, &firm_}) money_scene::sign_in_again(house(), *person);
  }
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
  // Subjects and bodies of the mails to the firm.
  std::string mails() {
    std::string all;
    for (const auto& message : scene::messages_to(house(), firm_.actor.organisation))
      if (message.channel == messages::Channel::mail)
        all += message.subject + (message.attachments.empty() ? "" : " [pièce]") + "\n" + message.body + "\n";
    return all;
  }
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

  Person boss_, broker_, firm_;
};

}  // namespace support
