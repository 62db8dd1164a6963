// Somebody of a firm and of a garage, and what they do with the documents of one file.
#pragma once

#include <string>
#include <vector>

#include "desks/motor/file/file_repairer.hpp"
#include "desks/motor/file/flags.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_dates.hpp"

namespace motor::document {

namespace scene = support::motor_scene;
using base::Money;
using file::Event;
using file::State;
using support::Person;

class PaperActs : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    garage_ = scene::new_repairer(house());
    id_ = scene::new_file(house(), firm_, garage_);
  }
  template <class F>
  auto acting(const Person& by, F work) {
    return act(work, platform::Author::of(by.actor));
  }
  base::Outcome<base::Done> judged(PaperId id, Verdict verdict, std::string_view reason = {}) {
    return acting(firm_, [&](platform::Act& act) { return judge(act, firm_.actor, id, verdict, reason); });
  }
  base::Outcome<base::Done> agreed(const Person& by, PaperId id, Agreement agreement, std::string_view reason = {}) {
    return acting(by, [&](platform::Act& act) { return agree(act, by.actor, id, agreement, reason); });
  }
  // To another repairer, whom the firm knows.
  Person move_on() {
    const Person second = scene::new_repairer(house());
    scene::attach(house(), firm_, second);
    move_to(second);
    return second;
  }
  void move_to(const Person& garage) {
    const auto siret = scene::establishment_of(house(), garage).siret;
    EXPECT_TRUE(acting(firm_, [&](platform::Act& act) { return file::entrust(act, firm_.actor, id_, siret); }).ok());
  }
  State state() { return scene::file(house(), id_).position.state; }
  std::vector<Paper> seen_by(const Person& by) {
    return read([&](db::Transaction& tx) { return of_file(tx, *file::find(tx, id_), by.actor); });
  }
  std::vector<std::string> notices_to(const Person& by) {
    std::vector<std::string> subjects;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::of_file(tx, file_of(id_)); }))
      if (message.to.organisation == by.actor.organisation) subjects.push_back(message.subject);
    return subjects;
  }

  Person firm_, garage_;
  FileId id_;
};

}  // namespace motor::document
