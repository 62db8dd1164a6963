// Firms, questions and changes drawn by lot: what is answered from memory, held against every firm of the database
// looked at with the rules.
#include "desks/works/matching/live_firms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "support/matching_by_looking.hpp"
#include "support/platform.hpp"
#include "support/works_rows.hpp"

namespace works::matching {
namespace {

using identity::OrganisationId;

// Deals the world of these tests: the same at each run.
class Lots {
 public:
  int below(int limit) { return static_cast<int>(twister_() % static_cast<unsigned>(limit)); }
  bool one_in(int many) { return below(many) == 0; }
  template <class T>
  T of(std::initializer_list<T> some) {
    return *(some.begin() + below(static_cast<int>(some.size())));
  }

 private:
  std::mt19937 twister_{11};
};

class AnyFirms : public support::FirmsOnBothEngines {
 protected:
  std::vector<tradesman::Coverage> any_coverages(base::Day today) {
    std::vector<tradesman::Coverage> all;
    for (const auto* trade : {"plomberie", "peinture", "carrelage"})
      if (lots_.below(3) > 0) {
        const auto first = today - lots_.below(40);
        all.push_back({trade, first, first + lots_.of({20, 60, 400}), "Axiom"});
        if (lots_.one_in(4)) all.push_back({trade, first + 401, first + 800, "Axiom"});
      }
    return all;
  }
  tradesman::Record any_record(base::Instant now) {
    tradesman::Record record{.asked = lots_.below(12)};
    record.answered = lots_.below(record.asked + 1);
    record.answer_minutes = record.answered * lots_.below(2000);
    record.accepted = lots_.below(record.answered + 1);
    record.live = lots_.below(record.accepted + 1);
    record.closed = lots_.below(record.accepted - record.live + 1);
    if (!lots_.one_in(3)) record.last_asked_at = now - base::hours(lots_.below(800));
    return record;
  }
  places::Point any_base() {
    auto base = support::north_of(support::lyon, lots_.of({0, 3'000, 9'000, 28'000, 70'000, 99'000, 120'000}));
    base.lon_e6 += lots_.of({-90'000, 0, 0, 90'000, 700'000});
    return base;
  }
  void equip(platform::Act& act, OrganisationId id, bool is_new) {
    tradesman::Tradesman firm{.organisation = id};
    firm.state = lots_.of({tradesman::State::active, tradesman::State::active, tradesman::State::active,
                           tradesman::State::suspended, tradesman::State::left});
    firm.base_name = "Lyon";
    const auto base = any_base();
    firm.lat_e6 = base.lat_e6;
    firm.lon_e6 = base.lon_e6;
    firm.radius_m = lots_.of({3'000, 20'000, 60'000, 150'000});
    firm.weekdays = lots_.of({"1111111", "1111100", "0000011", "0010000"});
    firm.record = any_record(act.now);
    if (is_new)
      insert(act.tx, firm, any_coverages(base::paris::day_of(act.now)));
    else
      save(act.tx, firm);
  }
  void add_any_firm(platform::Act& act) {
    firms_.push_back(support::add_organisation(act, "Firme " + std::to_string(firms_.size()),
                                               identity::OrganisationKind::tradesman));
    equip(act, firms_.back(), true);
  }
  OrganisationId any_firm() { return firms_[static_cast<std::size_t>(lots_.below(static_cast<int>(firms_.size())))]; }

  void change(platform::Act& act) {
    const auto today = base::paris::day_of(act.now);
    const auto firm = any_firm();
    switch (lots_.below(7)) {
      case 0:
        return add_any_firm(act);
      case 1:
        return equip(act, firm, false);
      case 2:
        return replace_coverages(act.tx, firm, any_coverages(today));
      case 3:
        return tradesman::note_asked(act, firm);
      case 4:
        return tradesman::note_answered(act, firm, base::hours(lots_.below(40)), lots_.one_in(2));
      case 5: {
        const auto absences = tradesman::absences_of(act.tx, firm, today);
        if (!absences.empty()) return tradesman::remove_absence(act, firm, absences.front().id);
        break;
      }
      default:
        break;
    }
    const auto first = today + lots_.below(6);
    tradesman::add_absence(act, firm, first, first + lots_.below(9));
  }
  // Another lot, another day.
  void ask_anew(platform::Act& act) {
    question_.now = act.now;
    question_.claim.needed_from = base::paris::day_of(act.now) + lots_.of({-3, 0, 2, 30});
    question_.claim.emergency = lots_.one_in(3);
    question_.lot =
        support::add_lot(act, question_.claim,
                         lots_.of<std::vector<std::string>>(
                             {{"plomberie"}, {"peinture"}, {"peinture", "plomberie"}, {"carrelage", "peinture"}}));
    for (int left = lots_.below(4); left > 0; --left)
      support::add_ended_mandate(act, question_.lot, any_firm(),
                                 lots_.of({mandate::State::refused, mandate::State::expired}));
  }

  Lots lots_;
  std::vector<OrganisationId> firms_;
};
MANDAT_ON_BOTH_ENGINES(AnyFirms);

// W11.current, W11.in_memory
TEST_P(AnyFirms, are_proposed_and_excluded_by_two_servers_as_by_looking_at_every_one_of_them) {
  act([&](platform::Act& act) {
    for (int i = 0; i < 120; ++i) add_any_firm(act);
  });
  // A second server, which is asked now and then and ranks in its own way; SQLite has but one.
  const auto second = GetParam() == db::Engine::postgres ? db::open(address()) : nullptr;
  auto& other = second ? *second : database();
  const Ranking usual, unusual{.weights = {100, 100, 200, 100, 500}, .step_m = 20'000};
  std::size_t told = 0;
  for (int turn = 0; turn < 80; ++turn) {
    if (lots_.one_in(10)) clock_.advance(base::hours(24 * lots_.below(9)));
    act([&](platform::Act& act) {
      for (int changes = lots_.below(4); changes > 0; --changes) change(act);
      ask_anew(act);
    });
    for (const bool at_the_other : {false, true}) {
      if (at_the_other && turn % 7 != 0) continue;
      auto& server = at_the_other ? other : database();
      const auto& ranking = at_the_other ? unusual : usual;
      rank_by(server, ranking);
      const auto limit = lots_.of<std::size_t>({1, 4, 10});
      server.read([&](db::Transaction& tx) {
        const auto answer = proposed(tx, question_, limit);
        ASSERT_EQ(answer, proposed_by_looking(tx, ranking, question_, limit)) << turn;
        ASSERT_EQ(excluded(tx, question_, 50), excluded_by_looking(tx, question_, 50)) << turn;
        told += answer.size();
      });
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(told, 100U) << "questions that nobody can answer prove little";
}

// W11.current
TEST_P(AnyFirms, stay_right_while_other_threads_change_them) {
  act([&](platform::Act& act) {
    for (int i = 0; i < 40; ++i) add_any_firm(act);
  });
  std::atomic<bool> over = false;
  std::jthread writer([&] {
    Lots lots;
    for (int turn = 0; turn < 150; ++turn)
      act([&](platform::Act& act) {
        const auto firm = firms_[static_cast<std::size_t>(lots.below(40))];
        if (lots.one_in(2))
          set_state(act, firm, lots.of({tradesman::State::active, tradesman::State::suspended}));
        else
          tradesman::note_asked(act, firm);
      });
    over = true;
  });
  std::atomic<int> wrong = 0, looks = 0;
  const auto look = [&] {
    while (!over)
      read([&](db::Transaction& tx) {
        const auto before =
            proposed_by_looking(tx, {}, question_, 10);  // the snapshot is taken here, then others commit
        wrong += proposed(tx, question_, 10) != before;
        wrong += excluded(tx, question_, 50) != excluded_by_looking(tx, question_, 50);
        ++looks;
      });
  };
  { std::jthread first(look), second(look); }
  EXPECT_EQ(wrong, 0);
  EXPECT_GT(looks, 10);
}

}  // namespace
}  // namespace works::matching
