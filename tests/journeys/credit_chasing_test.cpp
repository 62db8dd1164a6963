// What time does to a blind test (C5): insurers that owe an answer are chased before their day and after it; an
// administrator who puts a delay off moves all of it.
#include <gmock/gmock.h>

#include "desks/credit/blind_test/test_actions.hpp"
#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::credit_scene;
namespace blind_test = credit::blind_test;
using identity::OrganisationKind;
using support::form;
using support::Person;
using testing::HasSubstr;
using Pairs = std::vector<std::pair<std::string, std::string>>;

class CreditChasing : public support::HouseOnBothEngines {
 protected:
  Person underwriter() {
    return support::new_member(platform(), support::new_organisation(platform(), {OrganisationKind::insurer}, "Coface"),
                               identity::Role::member, "Léa Garrigue");
  }
  Person colleague(const Person& of) { return support::new_member(platform(), of.actor.organisation); }
  static std::string text(auto id) { return std::to_string(id.value); }
  std::string grid(const blind_test::Submission& submission) { return "/souscription/" + text(submission.id); }
  int answer(const blind_test::Submission& submission, const Person& by, Pairs fields) {
    fields.insert(fields.end(), {{"first", "1"}, {"last", "100"}});
    return house().post(grid(submission) + "/reponses", &by, form(fields)).status;
  }
  blind_test::Submission again(const blind_test::Submission& submission) {
    return read([&](db::Transaction& tx) { return blind_test::find(tx, submission.id).value(); });
  }
  // Mails whose subject begins so, to whom they went where that matters.
  int mails(std::string_view subject, std::string_view to = {}) {
    int count = 0;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 500}); }))
      count += message.channel == messages::Channel::mail && message.subject.starts_with(subject) &&
                       (to.empty() || message.to.address == to)
                   ? 1
                   : 0;
    return count;
  }
  void go_to(const char* iso) {
    house().clock().set(base::instant_from_iso_utc(iso).value());
    house().settle();
  }
};
MANDAT_ON_BOTH_ENGINES(CreditChasing);

// C5.late_chase
TEST_P(CreditChasing, C5_late_chase_until_the_insurer_answers_or_declines_three_times_at_most) {
  const Person broker = this->broker(), underwriter = this->underwriter();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);  // due on the 28th
  go_to("2026-11-29T07:59:59Z");
  EXPECT_EQ(mails("Délai passé : test à blanc"), 0);
  go_to("2026-11-29T08:00:00Z");
  EXPECT_EQ(mails("Délai passé : test à blanc"), 2);
  const Person late = colleague(underwriter);
  ASSERT_EQ(answer(submission, late, {{"k_1", "refused"}, {"k_2", "refused"}, {"k_3", "refused"}}), 303);
  go_to("2026-12-02T08:00:00Z");
  EXPECT_EQ(mails("Délai passé : test à blanc"), 3);  // Atradius alone
  go_to("2026-12-05T08:00:00Z");
  EXPECT_EQ(mails("Délai passé : test à blanc"), 4);
  go_to("2026-12-20T08:00:00Z");
  EXPECT_EQ(mails("Délai passé : test à blanc"), 4);
}

// C5.late_chase
TEST_P(CreditChasing, C5_late_chase_of_who_declined_begins_again_once_it_answers_in_part) {
  const Person broker = this->broker(), underwriter = this->underwriter();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  ASSERT_EQ(house().post(grid(submission) + "/refus", &underwriter, form({{"reason", "Secteur exclu"}})).status, 303);
  go_to("2026-11-26T08:00:00Z");
  const Person later = colleague(underwriter);
  ASSERT_EQ(answer(submission, later, {{"k_1", "approved"}}), 303);
  go_to("2026-11-27T08:00:00Z");
  EXPECT_EQ(mails("Rappel", "arbitre@coface.example"), 1);
  go_to("2026-11-29T08:00:00Z");
  EXPECT_EQ(mails("Délai passé", "arbitre@coface.example"), 1);
  const Person last = colleague(underwriter);
  ASSERT_EQ(house().post(grid(submission) + "/refus", &last, form({{"reason", "Secteur exclu"}})).status, 303);
  go_to("2026-12-02T08:00:00Z");
  EXPECT_EQ(mails("Délai passé", "arbitre@coface.example"), 1);
}

// C5.chase
TEST_P(CreditChasing, C5_chase_of_a_test_for_the_same_day_comes_in_the_afternoon) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_buyers(house(), broker, id);
  scene::complete_information(house(), broker, id);
  const auto today = base::paris::day_of(house().clock().now());
  ASSERT_EQ(house()
                .post("/credit/dossiers/" + text(id) + "/test", &broker,
                      form({{"insurer", "coface"},
                            {"email_coface", "arbitre@coface.example"},
                            {"due", today.iso()},
                            {"naming", "anonymous"}}))
                .status,
            303);
  house().clock().set(base::paris::at(today, 13, 59));
  house().settle();
  EXPECT_EQ(mails("Rappel : test à blanc"), 0);
  house().clock().set(base::paris::at(today, 14, 0));
  house().settle();
  EXPECT_EQ(mails("Rappel : test à blanc"), 1);
}

// C5.moved
TEST_P(CreditChasing, C5_moved_by_an_administrator_the_underwriter_reads_the_new_date_and_his_reminders_follow) {
  const Person broker = this->broker(), underwriter = this->underwriter(), administrator = this->administrator();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  const auto delay = read([&](db::Transaction& tx) {
    return deadlines::pending(tx, blind_test::submission_subject, submission.id.value, "C5.answer").value();
  });
  ASSERT_EQ(house()
                .post("/administration/echeances/" + text(delay.id) + "/prolongation", &administrator,
                      form({{"jour", "2026-12-03"}, {"heure", ""}, {"motif", "Vacances"}}))
                .status,
            303);
  EXPECT_EQ(again(submission).due_at, base::instant_from_iso_utc("2026-12-03T23:00:00Z"));
  EXPECT_THAT(text_at(grid(submission), &underwriter), HasSubstr("3 déc. 2026"));
  EXPECT_THAT(text_at("/souscription", &underwriter), HasSubstr("dans 10\u00a0j"));
  EXPECT_EQ(mails("Délai reporté : test à blanc"), 1);
  go_to("2026-11-29T08:00:00Z");
  EXPECT_EQ(mails("Rappel", "arbitre@coface.example"), 0);
  EXPECT_EQ(mails("Délai passé", "arbitre@coface.example"), 0);
  go_to("2026-12-02T08:00:00Z");
  EXPECT_EQ(mails("Rappel", "arbitre@coface.example"), 1);
  go_to("2026-12-04T08:00:00Z");
  EXPECT_EQ(mails("Délai passé", "arbitre@coface.example"), 1);
}

TEST_P(CreditChasing, P4_move_of_one_insurers_delay_the_pipeline_follows_the_first_that_ends) {
  const Person broker = this->broker(), underwriter = this->underwriter(), administrator = this->administrator();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  const auto due = [&] { return scene::placement(house(), submission.placement).next_due_at.value(); };
  const auto first = due();
  std::vector<deadlines::Deadline> delays;
  for (auto& delay :
       read([&](db::Transaction& tx) { return deadlines::of_file(tx, credit::file_of(submission.placement)); }))
    if (delay.rule == "C5.answer") delays.push_back(delay);
  ASSERT_EQ(delays.size(), 2U);
  const auto put_off = [&](const deadlines::Deadline& delay, int days) {
    const auto day = base::paris::day_of(delay.due - base::seconds(1)) + days;
    return house()
        .post("/administration/echeances/" + text(delay.id) + "/prolongation", &administrator,
              form({{"jour", day.iso()}, {"heure", ""}, {"motif", "Vacances"}}))
        .status;
  };
  ASSERT_EQ(put_off(delays[0], 4), 303);
  EXPECT_EQ(due(), first);
  ASSERT_EQ(put_off(delays[1], 2), 303);
  EXPECT_EQ(base::paris::day_of(due()), base::paris::day_of(first) + 2);
  EXPECT_THAT(text_at("/notifications", &broker), HasSubstr("Motif : Vacances"));
}

// C5.chase
TEST_P(CreditChasing, C5_chase_the_day_before_then_silence_is_told_and_shown) {
  const Person broker = this->broker(), underwriter = this->underwriter();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  house().clock().advance(base::hours(24 * 4) - base::hours(2));
  house().settle();
  EXPECT_EQ(mails("Rappel : test à blanc"), 0);
  house().clock().advance(base::hours(2));
  house().settle();
  EXPECT_EQ(mails("Rappel : test à blanc"), 2);
  house().clock().advance(base::hours(48));
  house().settle();
  EXPECT_EQ(mails("Rappel : test à blanc"), 2);
  EXPECT_EQ(mails("Délai passé : test à blanc"), 2);  // C5.late_chase: at nine of the day it is over
  EXPECT_EQ(scene::placement(house(), submission.placement).waiting_for, credit::placement::WaitingFor::broker);
  const Person later = colleague(broker), late_underwriter = colleague(underwriter);  // sessions are over
  EXPECT_THAT(text_at("/credit/dossiers/" + text(submission.placement) + "/matrice", &later),
              HasSubstr("Silence depuis 6 jours"));
  EXPECT_THAT(text_at("/notifications", &later), HasSubstr("Coface n’a pas fini de répondre"));
  EXPECT_EQ(answer(submission, late_underwriter, {{"k_1", "approved"}}), 303);  // late is still an answer
}

}  // namespace
