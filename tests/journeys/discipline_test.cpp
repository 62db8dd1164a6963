// What becomes of a mandate when the operator, the firm or time decide otherwise; and what a broker compares a quote
// with.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/quote/quote.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/audit/audit.hpp"
#include "floor/ledger/ledger.hpp"
#include "support/page_scan.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;

class Discipline : public testing::TestWithParam<db::Engine> {
 protected:
  Discipline() : house_(GetParam()), broker_(scene::new_broker(house_)), firm_(scene::new_firm(house_)) {}

  works::MandateId asked() {
    claim_ = scene::declare(house_, broker_);
    return scene::ask(house_, broker_, claim_, firm_);
  }
  int told(const support::Person& person, const std::string& subject) {
    const auto all = scene::messages_to(house_, person.actor.organisation);
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const messages::Message& message) {
      return message.channel == messages::Channel::mail && message.subject.find(subject) != std::string::npos;
    }));
  }
  std::int64_t facts(std::string_view code) {
    const auto all =
        house_.database().read([&](db::Transaction& tx) { return audit::facts_of(tx, works::file_of(claim_)); });
    return std::count_if(all.begin(), all.end(), [&](const audit::Fact& fact) { return fact.code == code; });
  }
  std::optional<deadlines::Deadline> pending(works::MandateId mandate, std::string_view rule) {
    return house_.database().read(
        [&](db::Transaction& tx) { return deadlines::pending(tx, works::mandate_subject, mandate.value, rule); });
  }
  works::tradesman::Tradesman record() {
    return *house_.database().read(
        [&](db::Transaction& tx) { return works::tradesman::find(tx, firm_.actor.organisation); });
  }

  support::House house_;
  support::Person broker_, firm_;
  works::ClaimId claim_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Discipline, testing::Values(db::Engine::sqlite, db::Engine::postgres),
                         support::engine_name);

TEST_P(Discipline, W15_undelivered_tells_the_broker_at_once_and_the_silence_does_not_count) {  // W15.undelivered
  claim_ = scene::declare(house_, broker_);
  const auto asked =
      works::mandate::ask(house_.platform(), broker_.actor, scene::first_lot(house_, claim_), firm_.actor.organisation);
  ASSERT_TRUE(asked);
  const auto sms = scene::messages_to(house_, firm_.actor.organisation);
  const auto request =
      std::find_if(sms.begin(), sms.end(), [](const auto& m) { return m.channel == messages::Channel::sms; });
  ASSERT_NE(request, sms.end());
  house_.platform().act({}, [&](platform::Act& act) {
    auto reported = *request;
    reported.state = messages::State::undelivered;
    reported.reported = act.now;
    works::mandate::note_sms_report(act, reported);
  });
  house_.settle();
  EXPECT_EQ(told(broker_, "SMS non remis"), 1);
  house_.clock().advance(base::hours(49));
  house_.settle();
  EXPECT_EQ(scene::mandate(house_, *asked).state, works::mandate::State::expired);
  EXPECT_EQ(record().record.silences, 0);
}

TEST_P(Discipline, W17_three_silences_in_a_row_ask_an_administrator_to_learn_why) {  // W17
  const auto tasks = [&] {
    return house_.database().read([](db::Transaction& tx) {
      const auto open = works::task::open_tasks(tx, {}, 100);
      return std::count_if(open.begin(), open.end(),
                           [](const auto& t) { return t.kind == works::task::Kind::silent_firm; });
    });
  };
  const auto stay_silent = [&] {
    asked();
    house_.clock().advance(base::hours(49));
    house_.settle();
  };
  stay_silent();
  stay_silent();
  const auto answered = asked();
  scene::accept(house_, firm_, answered);  // the count begins anew
  stay_silent();
  stay_silent();
  EXPECT_EQ(tasks(), 0);
  stay_silent();
  EXPECT_EQ(tasks(), 1);
  EXPECT_EQ(facts("works.mandate.silent"), 1);
  stay_silent();
  EXPECT_EQ(tasks(), 1);  // the same silence goes on
}

TEST_P(Discipline, W16_a_silence_withdraws_the_request_at_its_instant_and_counts) {
  const auto mandate = asked();
  const auto due = pending(mandate, "W15.answer")->due;
  house_.clock().set(due - base::Duration(1));
  house_.settle();
  EXPECT_EQ(scene::mandate(house_, mandate).state, works::mandate::State::asked);
  house_.clock().set(due);
  house_.settle();
  EXPECT_EQ(scene::mandate(house_, mandate).state, works::mandate::State::expired);
  EXPECT_EQ(record().record.silences, 1);
  EXPECT_EQ(told(broker_, "Sans réponse"), 1);
}

TEST_P(Discipline, W19_overdue_alerts_the_broker_once_and_the_lot_can_be_handed_on) {  // W19.overdue
  const auto mandate = asked();
  scene::accept(house_, firm_, mandate);
  house_.clock().set(pending(mandate, "W19.quote")->due);
  house_.settle();
  EXPECT_EQ(scene::claim(house_, claim_).detail, works::claim::Detail::quote_overdue);
  EXPECT_EQ(told(broker_, "Devis en retard"), 1);
  EXPECT_TRUE(works::mandate::withdraw(house_.platform(), broker_.actor, mandate, "Devis en retard"));
  EXPECT_EQ(scene::claim(house_, claim_).detail, works::claim::Detail::to_reassign);
}

TEST_P(Discipline, W20_a_cancellation_within_48_hours_is_free_and_a_later_one_brings_one_warning) {
  const auto first = asked();
  scene::accept(house_, firm_, first);
  EXPECT_TRUE(works::mandate::cancel(house_.platform(), firm_.actor, first, "Blessé"));
  const auto warnings = [&] {
    return house_.database().read(
        [&](db::Transaction& tx) { return works::discipline::warnings_of(tx, firm_.actor.organisation, {}).size(); });
  };
  EXPECT_EQ(warnings(), 0U);
  const auto second = asked();
  scene::accept(house_, firm_, second);
  house_.clock().advance(base::hours(48));
  EXPECT_TRUE(works::mandate::cancel(house_.platform(), firm_.actor, second, "Trop de travail"));
  EXPECT_TRUE(works::mandate::cancel(house_.platform(), firm_.actor, second, "Trop de travail"));
  EXPECT_EQ(warnings(), 1U);
}

TEST_P(Discipline, W12_a_second_firm_cannot_be_mandated_while_one_holds_the_lot) {
  asked();
  const auto other = scene::new_firm(house_);
  const auto again =
      works::mandate::ask(house_.platform(), broker_.actor, scene::first_lot(house_, claim_), other.actor.organisation);
  EXPECT_TRUE(again.refused_as(works::mandate::lot_already_mandated));
}

TEST_P(Discipline,
       W22_market_check_says_nothing_under_five_quotes_then_how_many_and_their_median) {  // W22.market_check
  std::optional<works::quote::Spread> found;
  for (int i = 1; i <= 6; ++i) {
    EXPECT_FALSE(found) << i;
    const auto mandate = asked();
    scene::accept(house_, firm_, mandate);
    const auto quote = scene::upload_quote(house_, firm_, mandate, base::Money::euros(100 * i));
    found = house_.database().read([&](db::Transaction& tx) { return works::quote::markets_of(tx, claim_).at(quote); });
  }
  ASSERT_TRUE(found);
  EXPECT_EQ(found->quotes, 5);
  EXPECT_EQ(found->median, base::Money::euros(300));
  EXPECT_EQ(found->first_quartile, base::Money::euros(150));
  EXPECT_EQ(found->third_quartile, base::Money::euros(450));
  const auto page = house_.get("/travaux/dossiers/" + std::to_string(claim_.value), &broker_).body;
  EXPECT_NE(page.find("class=\"spread\""), std::string::npos) << "the spread is drawn";
  EXPECT_NE(support::text_of_html(page).find("Sur 5 devis des mêmes métiers"), std::string::npos);
}

TEST_P(Discipline, W25_a_job_never_closed_is_chased_twice_then_becomes_a_task) {
  const auto mandate = asked();
  scene::accept(house_, firm_, mandate);
  scene::validate_quote(house_, broker_, scene::upload_quote(house_, firm_, mandate));
  for (int day = 0; day < 91; ++day) {
    house_.clock().advance(base::hours(24));
    house_.settle();
  }
  EXPECT_EQ(told(firm_, "Chantier à clore"), 2);
  const auto tasks = house_.database().read([](db::Transaction& tx) { return works::task::open_tasks(tx, {}, 100); });
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks.front().kind, works::task::Kind::job_never_closed);
  EXPECT_EQ(tasks.front().claim, claim_);
  EXPECT_EQ(tasks.front().organisation, firm_.actor.organisation);
  EXPECT_EQ(tasks.front().subject, mandate.value);
  EXPECT_EQ(facts("works.job.chased"), 2);
  EXPECT_EQ(facts("works.job.left_open"), 1);
}

TEST_P(Discipline, W27_W28_closing_twice_books_the_commission_and_the_bonus_once) {
  const auto mandate = asked();
  scene::accept(house_, firm_, mandate);
  scene::validate_quote(house_, broker_, scene::upload_quote(house_, firm_, mandate));
  scene::close_job(house_, firm_, mandate);
  scene::close_job(house_, firm_, mandate);
  const auto kinds = [&] {
    std::multiset<std::string> found;
    for (const auto& entry :
         house_.database().read([&](db::Transaction& tx) { return ledger::of_file(tx, works::file_of(claim_)); }))
      found.insert(entry.kind);
    return found;
  };
  EXPECT_EQ(kinds(), std::multiset<std::string>{"works.commission"});
  const auto close_file = [&] {
    return works::closure::close_file(house_.platform(), broker_.actor, claim_,
                                      base::paris::day_of(house_.clock().now()));
  };
  EXPECT_TRUE(close_file());
  EXPECT_TRUE(close_file());
  house_.settle();
  EXPECT_EQ(kinds(), (std::multiset<std::string>{"works.bonus", "works.commission"}));
  const auto earned = -house_.database().read([&](db::Transaction& tx) {
    return ledger::balance(tx, ledger::AccountKind::bonus_payable, broker_.actor.organisation);
  });
  EXPECT_EQ(earned, base::Money::euros(50)) << "once, whatever is clicked twice";
}

}  // namespace
