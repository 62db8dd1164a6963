// A credit broker's pipeline: a call becomes a file, the file moves along its nine steps, lists and counts follow.
#include <gmock/gmock.h>

#include <algorithm>

#include "desks/credit/placement/pipeline.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

using support::form;
using support::HouseOnBothEngines;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
namespace placement = credit::placement;

class CreditPipeline : public HouseOnBothEngines {
 protected:
  std::string path(credit::PlacementId id) { return "/credit/dossiers/" + std::to_string(id.value); }
  std::vector<std::int64_t> counts(const Person& broker) {
    return read([&](db::Transaction& tx) { return placement::tab_counts(tx, broker.actor.organisation); });
  }
};
MANDAT_ON_BOTH_ENGINES(CreditPipeline);

TEST_P(CreditPipeline, C1_a_call_becomes_a_file_once_even_when_the_button_is_pressed_twice) {
  const Person broker = this->broker();
  const std::vector<std::pair<std::string, std::string>> fields{{"company_name", "Négoce Lartigue"},
                                                                {"siren", "732829320"},
                                                                {"size", "very_small"},
                                                                {"contact_name", "Paul Lartigue"},
                                                                {"contact_email", "paul@lartigue.example"},
                                                                {"channel", "phone"},
                                                                {"need", "credit_insurance"},
                                                                {"form_key", "abc"}};
  const auto first = house().post("/credit/dossiers", &broker, form(fields));
  const auto again = house().post("/credit/dossiers", &broker, form(fields));
  EXPECT_EQ(first.status, 303);
  EXPECT_EQ(header(first, "Location"), header(again, "Location"));
  const auto shown = text_at("/credit", &broker);
  EXPECT_THAT(shown, AllOf(HasSubstr("C-2026-000001"), HasSubstr("Négoce Lartigue"), HasSubstr("TPE"),
                           HasSubstr("Vous"), HasSubstr("1 dossier"), Not(HasSubstr("C-2026-000002"))));
  const auto file = text_at(header(first, "Location"), &broker);
  EXPECT_THAT(file, AllOf(HasSubstr("étape 2 sur 9"), HasSubstr("Paul Lartigue"), HasSubstr("Premier contact")));
}

TEST_P(CreditPipeline, C1_what_was_typed_comes_back_with_the_error_beside_the_field) {
  const Person broker = this->broker();
  const auto answer = house().post("/credit/dossiers", &broker, form({{"company_name", "Négoce"}, {"siren", "123"}}));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("value=\"123\""));
  EXPECT_THAT(support::text_of_html(answer.body), HasSubstr("Ce SIREN n’est pas valable"));
}

TEST_P(CreditPipeline, C13_each_step_keeps_its_expected_and_its_real_day_and_who_holds_it) {
  const Person opener = this->broker();
  const auto id = support::credit_scene::open(house(), opener);
  house().clock().advance(base::hours(24 * 3));
  const Person broker = support::new_member(platform(), opener.actor.organisation);  // his session is over
  ASSERT_EQ(house().post(path(id) + "/informations", &broker, form({{"acte", "completes"}, {"manques", "vus"}})).status,
            303);
  const auto now = support::credit_scene::placement(house(), id);
  EXPECT_EQ(now.step, placement::Step::analysis);
  EXPECT_EQ(now.waiting_for, placement::WaitingFor::broker);
  const auto plan = read([&](db::Transaction& tx) { return placement::plan_of(tx, id); });
  ASSERT_EQ(plan.size(), 9U);
  EXPECT_EQ(plan[1].expected_on.iso(), "2026-11-25");
  EXPECT_EQ(plan[1].done_at, house().clock().now());
  EXPECT_EQ(plan[2].done_at, std::nullopt);
  EXPECT_THAT(text_at(path(id), &broker), HasSubstr("1 jour de retard"));

  ASSERT_EQ(house().post(path(id) + "/informations", &broker, form({{"acte", "a-completer"}})).status, 303);
  EXPECT_EQ(read([&](db::Transaction& tx) { return placement::plan_of(tx, id); })[1].done_at, std::nullopt);
  EXPECT_EQ(support::credit_scene::placement(house(), id).step, placement::Step::information);
}

TEST_P(CreditPipeline, P14_counts_of_tabs_are_those_of_their_lists) {
  const Person broker = this->broker();
  for (int i = 0; i < 3; ++i) support::credit_scene::open(house(), broker);
  const auto last = support::credit_scene::open(house(), broker);
  ASSERT_EQ(house().post(path(last) + "/sans-suite", &broker, form({{"reason", "too_expensive"}})).status, 303);
  EXPECT_EQ(counts(broker), (std::vector<std::int64_t>{4, 3, 3, 0, 0, 0, 1}));
  for (std::size_t i = 0; i < placement::tabs.size(); ++i) {
    const auto lines = read([&](db::Transaction& tx) {
      return placement::pipeline(tx, {.broker = broker.actor.organisation, .tab = placement::tabs[i]}).lines;
    });
    EXPECT_EQ(static_cast<std::int64_t>(lines.size()), counts(broker)[i]) << placement::label(placement::tabs[i]);
  }
  EXPECT_THAT(text_at(path(last), &broker), HasSubstr("Trop cher pour l’entreprise"));
  EXPECT_EQ(house().post(path(last) + "/sans-suite", &broker, form({{"reason", "duplicate"}})).status, 409);
}

TEST_P(CreditPipeline, P14_pages_follow_each_other_without_gap_by_date_and_by_delay) {
  const Person broker = this->broker();
  for (int i = 0; i < 7; ++i) {
    support::credit_scene::open(house(), broker);
    house().clock().advance(base::hours(20));
  }
  for (const auto sort : {placement::Sort::recent, placement::Sort::due}) {
    placement::PipelineQuery query{.broker = broker.actor.organisation, .sort = sort, .limit = 3};
    std::vector<std::int64_t> seen;
    for (;;) {
      const auto page = read([&](db::Transaction& tx) { return placement::pipeline(tx, query); });
      for (const auto& line : page.lines) seen.push_back(line.id.value);
      if (!page.later) break;
      query.cursor = placement::Cursor{page.lines.back().key(sort), page.lines.back().id.value};
    }
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(seen.size(), 7U);
    EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
  }
}

TEST_P(CreditPipeline, shows_the_board_by_step_and_the_same_number_of_statements_for_few_or_many) {
  const Person broker = this->broker();
  const auto cost = [&](std::string_view at) {
    const auto before = db::statements_run();
    EXPECT_EQ(house().get(at, &broker).status, 200);
    return db::statements_run() - before;
  };
  support::credit_scene::open(house(), broker);
  const auto list = cost("/credit"), board = cost("/credit/tableau");
  for (int i = 0; i < 10; ++i) support::credit_scene::open(house(), broker);
  EXPECT_EQ(cost("/credit"), list);
  EXPECT_EQ(cost("/credit/tableau"), board);
  EXPECT_THAT(text_at("/credit/tableau", &broker), AllOf(HasSubstr("Tôlerie Vauquelin"), HasSubstr("Signature")));
}

}  // namespace
