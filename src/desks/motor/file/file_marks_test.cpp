// What is kept with each file for the lists — its words, to whom it is NEW — is what reading every file would tell,
// after any story: files made and corrected, documents posted, files opened, given to another repairer, attachments
// withdrawn.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

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

class FileMarks : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    for (Person* garage : {&first_, &second_}) {
      *garage = scene::new_repairer(house());
      scene::attach(house(), firm_, *garage);
    }
    readers_ = {firm_, first_, second_, support::new_member(platform(), first_.actor.organisation),
                support::new_member(platform(), firm_.actor.organisation)};
  }

  std::vector<Line> lines(const Person& by, const Filters& filters = {}, std::string search = {}) {
    return read([&](db::Transaction& tx) {
      return all_lines(
          tx,
          {.scope = scope_of(by.actor), .reader = by.actor.account, .filters = filters, .search = std::move(search)},
          500);
    });
  }
  static Ids ids(const std::vector<Line>& lines) {
    Ids all;
    for (const auto& line : lines) all.push_back(line.id);
    return all;
  }
  template <class Test>
  Ids told(const Person& by, Test test) {
    Ids all;
    for (const auto& line : lines(by))
      if (test(line)) all.push_back(line.id);
    return all;
  }

  void expect_marks_right(std::string_view after) {
    const auto begins_a_word = [](const std::string& text, const std::string& word) {
      return (" " + base::fold(text)).find(" " + word) != std::string::npos;
    };
    for (const Person& by : readers_) {
      if (!lines(by).empty()) saw_some_.insert(by.actor.account);
      const Ids fresh = told(by, [](const Line& line) { return line.fresh(); });
      EXPECT_EQ(ids(lines(by, {.documents = Documents::fresh})), fresh) << after;
      EXPECT_EQ(ids(lines(by, {.documents = Documents::fresh, .cabinet = "ATMOS"})), fresh) << after;
      for (const std::string word : words) {
        EXPECT_EQ(ids(lines(by, {.insured = word})),
                  told(by, [&](const Line& line) { return begins_a_word(line.insured, word); }))
            << after << ", insured " << word;
        EXPECT_EQ(ids(lines(by, {.vehicle = word})),
                  told(by, [&](const Line& line) { return begins_a_word(line.vehicle, word); }))
            << after << ", vehicle " << word;
        EXPECT_EQ(ids(lines(by, {}, word)), told(by,
                                                 [&](const Line& line) {
                                                   return begins_a_word(line.insured, word) ||
                                                          begins_a_word(line.vehicle, word) ||
                                                          begins_a_word(line.reference, word) ||
                                                          begins_a_word(line.plate, word);
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
    if (!read([&](db::Transaction& tx) { return find(tx, id, by.actor).has_value(); })) return;
    platform().database.write(
        [&](db::Transaction& tx) { note_read(tx, by.actor, *find(tx, id), platform().clock.now()); });
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
  std::minstd_rand lots_{20261126};
};
MANDAT_ON_BOTH_ENGINES(FileMarks);

TEST_P(FileMarks, M14_and_M9_what_is_kept_is_what_reading_every_file_tells) {
  for (int turn = 0; turn < 60; ++turn) {
    house().clock().advance(base::minutes(1));
    const auto what = happen(turn);
    if (turn % 3 == 2) expect_marks_right("turn " + std::to_string(turn) + ": " + what);
    if (HasFailure()) return;
  }
  // The story told something to each.
  EXPECT_GT(files_.size(), 4U);
  EXPECT_EQ(saw_some_.size(), readers_.size());
}

TEST_P(FileMarks, M14_everything_posted_is_new_to_who_has_never_opened_a_file) {
  const FileId id = scene::new_file(house(), firm_, first_);
  scene::post_report(house(), firm_, id);
  const Person newcomer = support::new_member(platform(), first_.actor.organisation);
  const auto kept = [&](const Person& by) {
    return read([&](db::Transaction& tx) { return keeps_news(tx, by.actor.organisation, by.actor.account); });
  };
  EXPECT_EQ(ids(lines(newcomer, {.documents = Documents::fresh})), Ids{id});
  EXPECT_FALSE(kept(newcomer));
  open(newcomer, id);
  EXPECT_TRUE(kept(newcomer));
  EXPECT_FALSE(kept(first_)) << "each person reads for himself";
  EXPECT_EQ(ids(lines(newcomer, {.documents = Documents::fresh})), Ids{});
  EXPECT_EQ(ids(lines(first_, {.documents = Documents::fresh})), Ids{id});
}

}  // namespace
}  // namespace motor::file
