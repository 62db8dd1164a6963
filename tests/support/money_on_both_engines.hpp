// A broker, a firm, an administrator and the house's account, on each engine: whom journeys of money are about.
#pragma once

#include <string>

#include "desks/works/money/broker_store.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace support {

class MoneyOnBothEngines : public HouseOnBothEngines {
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
  // What a bonus needs to be paid.
  void make_payable(const Person& broker) {
    money_scene::give_account(house(), broker);
    act([&](platform::Act& act) { works::money::accept_self_billing(act.tx, broker.actor.organisation, act.now); });
  }
  // Subjects and bodies of the mails to that person's organisation.
  std::string mails_to(const Person& person) {
    std::string all;
    for (const auto& message : scene::messages_to(house(), person.actor.organisation))
      if (message.channel == messages::Channel::mail)
        all += message.subject + (message.attachments.empty() ? "" : " [pièce]") + "\n" + message.body + "\n";
    return all;
  }

  Person boss_, broker_, firm_;
};

}  // namespace support
