// A house whose mail server refuses some recipients, and what a story of returned mail asks of it.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "desks/works/task/task.hpp"
#include "floor/messages/grouping.hpp"
#include "floor/messages/returned_addresses.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace support {

// A mail server that refuses some recipients.
struct MailServer final : messages::Transport {
  std::set<std::string> unknown;
  std::vector<std::string> asked;  // recipients
  messages::Answer send(const messages::Outgoing& outgoing) override {
    const std::string& to = outgoing.message.to.address;
    asked.push_back(to);
    if (unknown.contains(to)) return {messages::Sent::refused, messages::Fault::recipient, "550 5.1.1 nobody here"};
    return messages::Sent::accepted;
  }
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }
  int asked_for(const std::string& to) const { return static_cast<int>(std::count(asked.begin(), asked.end(), to)); }
};
struct Phones final : messages::Transport {
  messages::Answer send(const messages::Outgoing&) override { return messages::Sent::accepted; }
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }
};

class MailHouse : public HouseOnBothEngines {
 protected:
  std::optional<messages::Gateways> gateways() override { return messages::Gateways(mail_, phones_); }

  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    boss_ = administrator();
    broker_ = scene::new_broker(house());
  }
  void write_to(const Person& person, std::string subject = "Une nouvelle") {
    act([&](platform::Act& act) {
      messages::inform(act, {.to = {person.actor.organisation, person.actor.account, person.email},
                             .topic = "test",
                             .subject = std::move(subject),
                             .notice = "Lisez-la ici.",
                             .mail = "Lisez-la ici."});
    });
    house().settle();
  }
  // What asks for a decision goes by itself.
  messages::MessageId ask(const Person& person) {
    const auto id = act([&](platform::Act& act) {
      return messages::enqueue(act, {.channel = messages::Channel::mail,
                                     .to = {person.actor.organisation, person.actor.account, person.email},
                                     .subject = "Décidez",
                                     .body = "Bonjour."});
    });
    house().settle();
    return id;
  }
  messages::Message get(messages::MessageId id) {
    return read([&](db::Transaction& tx) { return messages::find(tx, id).value(); });
  }
  void lose(const Person& person) {
    mail_.unknown.insert(person.email);
    write_to(person);
  }
  bool marked(const Person& person) {
    return read([&](db::Transaction& tx) { return messages::returned(tx, person.email).has_value(); });
  }
  int open_tasks() {
    return read([](db::Transaction& tx) {
      int count = 0;
      for (const auto& task : works::task::open_tasks(tx, {}, 100))
        count += task.kind == works::task::Kind::mail_returned;
      return count;
    });
  }
  std::string link_to(const std::string& address) {
    return read([&](db::Transaction& tx) {
      for (const auto& message : messages::list(tx, {.channel = messages::Channel::mail, .limit = 100}))
        if (message.to.address == address && message.link)
          return messages::link_target(tx, message, platform().settings);
      return std::string();
    });
  }
  int post(const std::string& path, const Person& by, web::Fields fields = {}) {
    return house().post(path, &by, fields).status;
  }
  std::string outbox(messages::MessageId id, const std::string& act) {
    return "/administration/messages/" + std::to_string(id.value) + "/" + act;
  }

  MailServer mail_;
  Phones phones_;
  std::optional<Person> boss_, broker_;
};

inline constexpr auto banner = "Votre adresse ne reçoit pas nos e-mails";

}  // namespace support
