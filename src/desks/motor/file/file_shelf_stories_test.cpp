// What lists answer from memory is what reading every row tells, after any story: files made and corrected, documents
// posted, files opened, given to another repairer, attachments withdrawn; on each server of a database.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "base/text.hpp"
#include "desks/motor/file/file_list.hpp"
#include "desks/motor/file/file_repairer.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace motor::file {
namespace {

namespace scene = support::motor_scene;
using support::Person;
using Ids = std::vector<FileId>;

constexpr const char* names[] = {"Zoé Berthier", "Ana Berthelot", "Société Éclair", "Clio Martin", "208 Garage"};
constexpr const char* makes[] = {"RENAULT CLIO", "PEUGEOT 208", "AIXAM CITY"};
constexpr const char* words[] = {"berth", "berthier", "eclair", "clio", "208", "renault", "a", "26000"};

class ShelfStories : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    asked_ = &platform().database;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    for (Person* garage : {&first_, &second_}) {
      *garage = scene::new_repairer(house());
      scene::attach(house(), firm_, *garage);
    }
    if (GetParam() == db::Engine::postgres) other_server_ = db::open(house().address());
    readers_ = {firm_, first_, second_, support::new_member(platform(), first_.actor.organisation),
                support::new_member(platform(), firm_.actor.organisation)};
  }

  std::vector<Line> lines(const Person& by, const Filters& filters = {}, std::string search = {}) {
    return asked_->read([&](db::Transaction& tx) {
      return all_lines(
          tx,
          {.scope = scope_of(by.actor), .reader = by.actor.account, .filters = filters, .search = std::move(search)},
          500);
    });
  }
  static Ids ids(const std::vector<Line>& lines) {
    Ids all;
    for (const auto& line : lines) all.push_back(line->id);
    return all;
  }
  template <class Test>
  Ids told(const Person& by, Test test) {
    Ids all;
    for (const auto& line : lines(by))
      if (test(line)) all.push_back(line->id);
    return all;
  }

  void expect_lists_right(std::string_view after) {
    for (db::Database* const server : {&platform().database, other_server_.get()}) {
      if (server == nullptr) continue;
      asked_ = server;
      expect_rows_listed(after);
      expect_filters_right(after);
    }
    asked_ = &platform().database;
  }

  // Every row in the scope, as it stands, and no other; tabs count them; what is NEW is what was not seen.
  void expect_rows_listed(std::string_view after) {
    for (const Person& by : readers_) {
      const auto found = asked_->read([&](db::Transaction& tx) {
        return find_page(tx, {.scope = scope_of(by.actor), .reader = by.actor.account, .limit = 500});
      });
      Ids expected;
      std::vector<std::int64_t> in_states(states.size(), 0);
      for (auto id = files_.rbegin(); id != files_.rend(); ++id) {
        const File file = *read([&](db::Transaction& tx) { return find(tx, *id); });
        if (!sees(by.actor, file)) continue;
        expected.push_back(*id);
        ++in_states[static_cast<std::size_t>(file.position.state)];
      }
      EXPECT_EQ(ids(found.page.lines), expected) << after;
      EXPECT_EQ(found.in_states, in_states) << after;
      EXPECT_EQ(found.shown, static_cast<std::int64_t>(expected.size())) << after;
      for (const Line& line : found.page.lines) {
        const File file = *read([&](db::Transaction& tx) { return find(tx, line->id); });
        EXPECT_EQ(line->insured, file.insured.name) << after;
        EXPECT_EQ(line->vehicle, file.vehicle_name()) << after;
        EXPECT_EQ(line->siret, file.siret) << after;
        EXPECT_EQ(line->amount, file.last_amount) << after;
        EXPECT_EQ(line->state, file.position.state) << after;
        EXPECT_EQ(line->posted, file.posted) << after;
        EXPECT_EQ(line->last_posted_kind, file.last_posted_kind) << after;
        const std::pair reading(by.actor.account, line->id);
        EXPECT_EQ(line.fresh, file.posted > seen_[reading]) << after;
      }
    }
  }

  void expect_filters_right(std::string_view after) {
    const auto begins_a_word = [](const std::string& text, const std::string& word) {
      return (" " + base::fold(text)).find(" " + word) != std::string::npos;
    };
    for (const Person& by : readers_) {
      if (!lines(by).empty()) saw_some_.insert(by.actor.account);
      const Ids fresh = told(by, [](const Line& line) { return line.fresh; });
      EXPECT_EQ(ids(lines(by, {.documents = Documents::fresh})), fresh) << after;
      EXPECT_EQ(ids(lines(by, {.documents = Documents::fresh, .cabinet = "ATMOS"})), fresh) << after;
      for (const std::string word : words) {
        EXPECT_EQ(ids(lines(by, {.insured = word})),
                  told(by, [&](const Line& line) { return begins_a_word(line->insured, word); }))
            << after << ", insured " << word;
        EXPECT_EQ(ids(lines(by, {.vehicle = word})),
                  told(by, [&](const Line& line) { return begins_a_word(line->vehicle, word); }))
            << after << ", vehicle " << word;
        EXPECT_EQ(ids(lines(by, {}, word)), told(by,
                                                 [&](const Line& line) {
                                                   return begins_a_word(line->insured, word) ||
                                                          begins_a_word(line->vehicle, word) ||
                                                          begins_a_word(line->reference, word) ||
                                                          begins_a_word(line->plate, word);
                                                 }))
            << after << ", search " << word;
      }
    }
  }

  std::size_t draw(std::size_t below) { return lots_() % below; }
  template <class F>
  auto acting(F work) {
    return act(work, platform::Author::of(firm_.actor));
  }
  Particulars drawn(std::string reference, const Person& garage) {
    auto said = scene::particulars(std::move(reference), *scene::establishment_of(house(), garage).siret);
    said.insured.name = names[draw(std::size(names))];
    said.vehicle = {.make = makes[draw(std::size(makes))], .model = "", .plate = "AB-123-CD"};
    said.claim_number = "S-77";
    return said;
  }
  const Person& a_garage() { return draw(2) == 0 ? first_ : second_; }

  std::string happen(int turn) {
    const auto what = files_.empty() ? 0 : draw(8);
    const FileId id = files_.empty() ? FileId{} : files_[draw(files_.size())];
    switch (what) {
      case 0: {
        const auto said = drawn("26000" + std::to_string(100 + turn), a_garage());
        files_.push_back(acting([&](platform::Act& act) { return create(act, firm_.actor, said); }).value());
        return "a file is made";
      }
      case 1: {
        const auto said = drawn(scene::file(house(), id).reference, a_garage());
        EXPECT_TRUE(acting([&](platform::Act& act) { return correct(act, firm_.actor, id, said); }).ok());
        return "a file is corrected";
      }
      case 2:
      case 3:
        scene::post_report(house(), firm_, id);
        return "a report is posted";
      case 4:
      case 5:
        open(readers_[draw(readers_.size())], id);
        return "a file is opened";
      case 6: {
        const auto siret = scene::establishment_of(house(), a_garage()).siret;
        (void)acting([&](platform::Act& act) { return entrust(act, firm_.actor, id, siret); });
        return "a file is given to another";
      }
      default:
        change_attachment(a_garage());
        return "an attachment ends or begins";
    }
  }
  void open(const Person& by, FileId id) {
    const auto file = read([&](db::Transaction& tx) { return find(tx, id, by.actor); });
    if (!file) return;
    seen_[{by.actor.account, id}] = file->posted;
    platform().database.write(
        [&](db::Transaction& tx) { note_read(tx, by.actor.account, *find(tx, id), platform().clock.now()); });
  }
  void change_attachment(const Person& garage) {
    const auto siret = scene::establishment_of(house(), garage).siret->text();
    platform().database.write([&](db::Transaction& tx) {
      const bool held = std::any_of(files_.begin(), files_.end(),
                                    [&](FileId id) { return find(tx, id)->repairer == garage.actor.organisation; });
      give_to(tx, firm_.actor.organisation, siret, held ? identity::OrganisationId{} : garage.actor.organisation);
    });
  }

  Person firm_, first_, second_;
  std::vector<Person> readers_;
  Ids files_;
  std::set<identity::AccountId> saw_some_;
  std::map<std::pair<identity::AccountId, FileId>, std::int64_t> seen_;
  std::unique_ptr<db::Database> other_server_;  // on PostgreSQL: it learns of everything by the database alone
  db::Database* asked_ = nullptr;
  std::minstd_rand lots_{20261126};
};
MANDAT_ON_BOTH_ENGINES(ShelfStories);

TEST_P(ShelfStories, M14_and_M9_what_is_kept_is_what_reading_every_file_tells) {
  for (int turn = 0; turn < 60; ++turn) {
    house().clock().advance(base::minutes(1));
    const auto what = happen(turn);
    if (turn % 3 == 2) expect_lists_right("turn " + std::to_string(turn) + ": " + what);
    if (HasFailure()) return;
  }
  // The story told something to each.
  EXPECT_GT(files_.size(), 4U);
  EXPECT_EQ(saw_some_.size(), readers_.size());
}

TEST_P(ShelfStories, M14_everything_posted_is_new_to_who_has_never_opened_a_file) {
  const FileId id = scene::new_file(house(), firm_, first_);
  scene::post_report(house(), firm_, id);
  const Person newcomer = support::new_member(platform(), first_.actor.organisation);
  EXPECT_EQ(ids(lines(newcomer, {.documents = Documents::fresh})), Ids{id});
  open(newcomer, id);
  EXPECT_EQ(ids(lines(newcomer, {.documents = Documents::fresh})), Ids{});
  EXPECT_EQ(ids(lines(first_, {.documents = Documents::fresh})), Ids{id}) << "each person reads for himself";
}

TEST_P(ShelfStories, P14_what_was_rolled_back_is_never_listed) {
  files_ = {scene::new_file(house(), firm_, first_)};
  expect_rows_listed("before");
  struct Changed : std::exception {};
  const auto undone = [&] {
    platform().database.write([&](db::Transaction& tx) {
      File file = *find(tx, files_[0]);
      file.insured.name = "Jamais";
      save(tx, file);
      const auto own = all_lines(tx, {.scope = scope_of(firm_.actor), .reader = firm_.actor.account}, 10);
      EXPECT_EQ(own.at(0)->insured, "Jamais") << "who writes sees what he wrote";
      throw Changed();
    });
  };
  EXPECT_THROW(undone(), Changed);
  expect_rows_listed("rolled back");
  scene::post_report(house(), firm_, files_[0]);
  expect_rows_listed("after the same number of changes");
}

// More changes than are kept: the list is read anew, not patched.
TEST_P(ShelfStories, P14_who_is_far_behind_reads_the_list_anew) {
  files_ = {scene::new_file(house(), firm_, first_), scene::new_file(house(), firm_, second_)};
  expect_lists_right("at first");
  const auto kept = [&] {
    return read([&](db::Transaction& tx) {
      return tx.value<std::int64_t>("SELECT count(*) FROM kept_list_changes WHERE list = 'motor.cabinet'").value();
    });
  };
  for (int i = 0; i < 30; ++i)
    platform().database.write([&](db::Transaction& tx) {
      for (int j = 0; j < 50; ++j) {
        File file = *find(tx, files_[static_cast<std::size_t>(j % 2)]);
        file.insured.name = "Assuré " + std::to_string(50 * i + j);
        save(tx, file);
      }
    });
  EXPECT_LT(kept(), 1100) << "old changes are cleaned away";
  EXPECT_GE(kept(), 1000);
  expect_lists_right("1 500 changes later");
}

// Writers and readers at once: each reads what he has just written, whatever others bring the shelf up to meanwhile.
TEST_P(ShelfStories, P14_each_reads_his_own_writes_among_many) {
  constexpr int threads = 4, turns = 25;
  for (int i = 0; i < threads; ++i) files_.push_back(scene::new_file(house(), firm_, i % 2 == 0 ? first_ : second_));
  std::vector<std::thread> crowd;
  std::atomic<int> wrong = 0;
  for (int i = 0; i < threads; ++i)
    crowd.emplace_back([&, id = files_[static_cast<std::size_t>(i)], i] {
      db::Database& server = other_server_ && i % 2 == 1 ? *other_server_ : platform().database;
      for (int turn = 0; turn < turns; ++turn) {
        const std::string name = "Tour " + std::to_string(turn);
        server.write([&](db::Transaction& tx) {
          File file = *find(tx, id);
          file.insured.name = name;
          save(tx, file);
        });
        const auto listed = server.read([&](db::Transaction& tx) {
          return all_lines(tx, {.scope = scope_of(firm_.actor), .reader = firm_.actor.account}, threads);
        });
        wrong += static_cast<int>(
                     std::count_if(listed.begin(), listed.end(),
                                   [&](const Line& line) { return line->id == id && line->insured == name; })) == 1 &&
                         listed.size() == threads
                     ? 0
                     : 1;
      }
    });
  for (auto& thread : crowd) thread.join();
  EXPECT_EQ(wrong, 0);
  expect_lists_right("at the end");
}

}  // namespace
}  // namespace motor::file
