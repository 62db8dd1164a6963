#include "desks/motor/file/flags.hpp"

#include <gtest/gtest.h>

#include "desks/motor/reminder/reminder.hpp"
#include "support/paper_acts.hpp"

namespace motor::document {
namespace {

class Marks : public PaperActs {};
MANDAT_ON_BOTH_ENGINES(Marks);

TEST_P(Marks, M35_danger_a_gravely_damaged_vehicle_waits_for_its_conformity_report) {  // M35.danger
  const auto note = [&](file::Mark mark) {
    return acting(firm_, [&](platform::Act& act) { return file::note(act, firm_.actor, id_, mark); });
  };
  scene::bring_to(house(), firm_, id_, State::in_progress);
  ASSERT_TRUE(note(file::Mark::danger_vge).ok());
  const auto announce = [&] {
    return acting(firm_, [&](platform::Act& act) {
      auto file = file::find(act.tx, id_).value();
      return file::apply(act, file, Event::works_announced);
    });
  };
  EXPECT_TRUE(announce().refused_as(file::conformity_missing));
  const auto invoice = scene::send(house(), garage_, id_, Kind::invoice, Money::euros(10));
  EXPECT_TRUE(judged(invoice, Verdict::compliant).refused_as(file::conformity_missing));
  ASSERT_TRUE(acting(firm_, [&](platform::Act& act) {
                return post(act, firm_.actor, id_, {.kind = Kind::conformity_report, .file = scene::a_pdf()});
              }).ok());
  EXPECT_TRUE(announce().ok());
  EXPECT_TRUE(judged(invoice, Verdict::compliant).ok());
}

TEST_P(Marks, M35_danger_a_delivery_announced_before_the_mark_holds_no_longer) {  // M35.danger
  scene::bring_to(house(), firm_, id_, State::in_progress);
  const auto date =
      scene::fix(house(), firm_, id_, schedule::Kind::delivery, {base::paris::day_of(platform().clock.now()) + 20});
  const auto quiet = [&] {
    return read([&](db::Transaction& tx) { return reminder::standing(tx, id_).quiet_until.has_value(); });
  };
  ASSERT_TRUE(quiet());
  ASSERT_TRUE(
      acting(firm_, [&](platform::Act& act) { return file::note(act, firm_.actor, id_, file::Mark::danger_ve); }).ok());
  EXPECT_FALSE(scene::date(house(), date).in_force);
  EXPECT_EQ(scene::date(house(), date).state, schedule::State::withdrawn);
  EXPECT_FALSE(quiet()) << "and reminders may leave again";
  EXPECT_EQ(notices_to(garage_).back(), "Date annulée · dossier " + scene::file(house(), id_).reference);
}

TEST_P(Marks, M35_an_irreparable_vehicle_starts_fifteen_days_of_the_report_then_thirty_of_the_offer) {
  const auto note = [&](file::Mark mark, std::optional<base::Day> day = {}) {
    return acting(firm_, [&](platform::Act& act) { return file::note(act, firm_.actor, id_, mark, day); });
  };
  const auto due = [&](std::string_view rule) {
    return read(
        [&](db::Transaction& tx) { return deadlines::pending(tx, file::irreparable_subject, id_.value, rule); });
  };
  const auto today = [&] { return base::paris::day_of(platform().clock.now()); };
  scene::post_report(house(), firm_, id_);
  const base::Day report = today();
  house().clock().advance(base::hours(24 * 4));  // the firm notes it later
  EXPECT_TRUE(note(file::Mark::insurer_offer).refused_as(file::flag_not_now));
  EXPECT_TRUE(note(file::Mark::irreparable, today() + 1).refused_as(file::flag_day_to_come));
  ASSERT_TRUE(note(file::Mark::irreparable).ok());
  ASSERT_TRUE(due("M35.offer"));
  EXPECT_EQ(due("M35.offer")->due, base::paris::start_of(report + 16)) << "fifteen days, to the end of the last";
  EXPECT_EQ(scene::file(house(), id_).flags.irreparable_on, report);
  EXPECT_TRUE(note(file::Mark::insurer_offer, report - 1).refused_as(file::flag_day_too_early));
  const base::Day offer = report + 2;
  ASSERT_TRUE(note(file::Mark::insurer_offer, offer).ok());
  EXPECT_FALSE(due("M35.offer"));
  ASSERT_TRUE(due("M35.answer"));
  EXPECT_EQ(due("M35.answer")->due, base::paris::start_of(offer + 31));
  house().clock().advance(base::hours(24 * 31));
  house().settle();
  EXPECT_FALSE(due("M35.answer"));
  EXPECT_EQ(notices_to(firm_).back(),
            "VEI : le délai de réponse du propriétaire est passé · dossier " + scene::file(house(), id_).reference);
  ASSERT_TRUE(note(file::Mark::irreparable_lifted).ok());
  EXPECT_TRUE(note(file::Mark::irreparable, today() - 3).ok()) << "and may begin anew, from a day typed";
  EXPECT_EQ(due("M35.offer")->due, base::paris::start_of(today() - 3 + 16));
}

}  // namespace
}  // namespace motor::document
