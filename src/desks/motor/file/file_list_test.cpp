// The list's twelve columns, its filters, its pages and NEW, on both engines.
#include "desks/motor/file/file_list.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace motor::file {
namespace {

namespace scene = support::motor_scene;
using support::Person;
using Order = ListQuery::Order;

class FileList : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    garage_ = scene::new_repairer(house());
    scene::attach(house(), firm_, garage_);
    siret_ = scene::establishment_of(house(), garage_).siret->text();
  }

  FileId make(std::string reference, std::string insured, std::string make_model, std::string plate, std::string code,
              std::optional<base::Day> claim_day) {
    auto said = scene::particulars(std::move(reference), base::Siret::parse(siret_).value());
    said.insured.name = std::move(insured);
    said.vehicle = {.make = std::move(make_model), .model = "", .plate = std::move(plate)};
    said.insurer = {std::move(code), "Mutuelle Éxemple"};
    said.claim_day = claim_day;
    return act([&](platform::Act& act) { return create(act, firm_.actor, said); }, platform::Author::of(firm_.actor))
        .value();
  }
  void make_three() {
    a_ = make("255033075", "Zoé Berthier", "RENAULT CLIO", "AB-123-CD", "0418", base::Day::of(2026, 4, 6));
    b_ = make("255036219", "Société Éclair", "AIXAM 59", "123 ABC 75", "0435", base::Day::of(2026, 9, 8));
    c_ = make("255032930", "Ana Berthier", "MICROCAR M GO", "EF-456-GH", "0372", std::nullopt);
  }

  ListQuery query(const Person& by) { return {.scope = scope_of(by.actor), .reader = by.actor.account}; }
  std::vector<FileId> ids(const ListQuery& asked) {
    std::vector<FileId> found;
    for (const auto& line : read([&](db::Transaction& tx) { return list(tx, asked); }).lines) found.push_back(line->id);
    return found;
  }
  std::vector<FileId> ids(const Filters& filters, const Person& by) {
    ListQuery asked = query(by);
    asked.filters = filters;
    const auto found = ids(asked);
    EXPECT_EQ(read([&](db::Transaction& tx) { return find_page(tx, asked).shown; }),
              static_cast<std::int64_t>(found.size()));
    return found;
  }
  Line line(FileId id, const Person& by) {
    for (auto& each : read([&](db::Transaction& tx) { return list(tx, query(by)); }).lines)
      if (each->id == id) return each;
    throw std::logic_error("not in the list");
  }

  Person firm_, garage_;
  std::string siret_;
  FileId a_, b_, c_;
};
MANDAT_ON_BOTH_ENGINES(FileList);

using Ids = std::vector<FileId>;

TEST_P(FileList, M10_each_column_filters_for_both_sides) {
  make_three();
  scene::post_report(house(), firm_, b_, base::Money::euros(1905));
  for (const Person& by : {firm_, garage_}) {
    EXPECT_EQ(ids({.claim_from = base::Day::of(2026, 5, 1)}, by), Ids{b_});
    EXPECT_EQ(ids({.claim_to = base::Day::of(2026, 5, 1)}, by), Ids{a_}) << "an unknown day is not early";
    EXPECT_EQ(ids({.inspection_from = base::Day::of(2026, 1, 1)}, by), Ids{});
    EXPECT_EQ(ids({.reference = "25503"}, by), (Ids{c_, b_, a_}));
    EXPECT_EQ(ids({.reference = "2550330"}, by), Ids{a_});
    EXPECT_EQ(ids({.insured = "berthier"}, by), (Ids{c_, a_}));
    EXPECT_EQ(ids({.insured = "eclair soc"}, by), Ids{b_});
    EXPECT_EQ(ids({.vehicle = "go"}, by), Ids{c_}) << "any word of it";
    EXPECT_EQ(ids({.plate = "ab 123"}, by), Ids{a_});
    EXPECT_EQ(ids({.insurer = "0435"}, by), Ids{b_});
    EXPECT_EQ(ids({.insurer = "435"}, by), Ids{}) << "a GTA code is a text";
    EXPECT_EQ(ids({.insurer = "mutuelle exem"}, by), (Ids{c_, b_, a_}));
    EXPECT_EQ(ids({.amount_from = base::Money::euros(1905)}, by), Ids{b_});
    EXPECT_EQ(ids({.amount_to = base::Money::euros(1904)}, by), Ids{}) << "no amount is not a small one";
    EXPECT_EQ(ids({.siret = siret_}, by), (Ids{c_, b_, a_}));
    EXPECT_EQ(ids({.siret = scene::a_siret(99'000).text()}, by), Ids{});
    EXPECT_EQ(ids({.cabinet = "ATMOS"}, by), (Ids{c_, b_, a_}));
    EXPECT_EQ(ids({.documents = Documents::some}, by), Ids{b_});
    EXPECT_EQ(ids({.documents = Documents::none}, by), (Ids{c_, a_}));
  }
}

TEST_P(FileList, M9_a_search_finds_words_by_their_beginning_and_plates_however_written) {
  make_three();
  for (const Person& by : {firm_, garage_}) {
    const auto searched = [&](std::string typed) {
      ListQuery asked = query(by);
      asked.search = std::move(typed);
      return ids(asked);
    };
    EXPECT_EQ(searched("berth"), (Ids{c_, a_}));
    EXPECT_EQ(searched("zoe BERTHIER"), Ids{a_});
    EXPECT_EQ(searched("ab123cd"), Ids{a_});
    EXPECT_EQ(searched("AB-123-CD"), Ids{a_});
    EXPECT_EQ(searched("255036"), Ids{b_});
    EXPECT_EQ(searched("0000012106"), (Ids{c_, b_, a_})) << "the claim number, zeros included";
    EXPECT_EQ(searched("thier"), Ids{});
    EXPECT_EQ(searched("100%_'"), Ids{});
  }
  EXPECT_EQ(ids([&] {
              auto q = query(scene::new_cabinet(house()));
              q.search = "berthier";
              return q;
            }()),
            Ids{});
}

TEST_P(FileList, M11_a_tab_is_a_query_on_the_state) {
  make_three();
  scene::bring_to(house(), firm_, b_, State::in_progress);
  ListQuery asked = query(garage_);
  asked.tab = State::in_progress;
  EXPECT_EQ(ids(asked), Ids{b_});
  asked.tab = State::awaiting_appointment;
  EXPECT_EQ(ids(asked), (Ids{c_, a_}));
  asked.sort = Column::insured;
  asked.order = Order::ascending;
  EXPECT_EQ(ids(asked), (Ids{c_, a_}));
}

TEST_P(FileList, M14_new_until_opened_then_a_number_and_new_again_after_a_later_document) {
  make_three();
  EXPECT_FALSE(line(a_, garage_).fresh);
  EXPECT_EQ(line(a_, garage_)->posted, 0) << "the black 0";
  scene::post_report(house(), firm_, a_);
  EXPECT_TRUE(line(a_, garage_).fresh);
  const auto open = [&](const Person& by) {
    platform().database.write(
        [&](db::Transaction& tx) { note_read(tx, by.actor.account, *find(tx, a_), platform().clock.now()); });
  };
  open(garage_);
  EXPECT_FALSE(line(a_, garage_).fresh);
  EXPECT_EQ(line(a_, garage_)->posted, 1);
  const Person colleague = support::new_member(platform(), garage_.actor.organisation);
  EXPECT_TRUE(line(a_, colleague).fresh) << "each person reads for himself";
  scene::post_report(house(), firm_, a_);
  EXPECT_TRUE(line(a_, garage_).fresh);
  ListQuery asked = query(garage_);
  asked.filters.documents = Documents::fresh;
  EXPECT_EQ(ids(asked), Ids{a_});
  open(garage_);
  EXPECT_EQ(ids(asked), Ids{});
  EXPECT_EQ(read([&](db::Transaction& tx) { return find_page(tx, asked).shown; }), 0);
}

TEST_P(FileList, M13_news_stand_until_put_away_or_read) {
  make_three();
  const auto news = [&](const Person& by) {
    Ids found;
    for (const auto& each : read([&](db::Transaction& tx) { return find_page(tx, query(by)); }).news)
      found.push_back(each->id);
    return found;
  };
  scene::post_report(house(), firm_, a_);
  house().clock().advance(base::minutes(1));
  scene::post_report(house(), firm_, b_);
  EXPECT_EQ(news(garage_), (Ids{b_, a_})) << "the latest first";
  EXPECT_EQ(news(firm_), Ids{});
  platform().database.write(
      [&](db::Transaction& tx) { dismiss_banner(tx, garage_.actor.account, platform().clock.now()); });
  EXPECT_EQ(news(garage_), Ids{});
  house().clock().advance(base::minutes(1));
  scene::post_report(house(), firm_, a_);
  EXPECT_EQ(news(garage_), Ids{a_});
}

// Whatever the column, the order, the tab and the size of a page: forwards, then backwards, each line once, in order.
TEST_P(FileList, M10_pages_show_every_line_once_in_the_order_of_any_column) {
  for (int i = 0; i < 23; ++i) {
    const FileId id =
        make(std::to_string(1000 + (i * 7) % 23), i % 3 == 0 ? "Berthier" : "Éclair " + std::to_string(i % 4),
             i % 2 == 0 ? "CLIO" : "AIXAM", i % 5 == 0 ? "" : "AB-12" + std::to_string(i % 10) + "-CD",
             "04" + std::to_string(i % 3), i % 4 == 0 ? std::nullopt : base::Day::of(2026, 1 + i % 5, 3));
    if (i % 3 == 1) scene::post_report(house(), firm_, id, base::Money::euros(100 + i % 4));
    if (i % 6 == 2) scene::bring_to(house(), firm_, id, State::visit_planned);
  }
  rc::check([&] {
    ListQuery asked = query(*rc::gen::arbitrary<bool>() ? firm_ : garage_);
    const int column = *rc::gen::inRange(-1, column_count);
    if (column >= 0) asked.sort = static_cast<Column>(column);
    asked.order = *rc::gen::arbitrary<bool>() ? Order::ascending : Order::descending;
    if (*rc::gen::arbitrary<bool>()) asked.tab = states[*rc::gen::inRange<std::size_t>(0, states.size())];
    asked.limit = *rc::gen::inRange(1, 9);
    const auto whole = read([&](db::Transaction& tx) { return all_lines(tx, asked, 100); });
    Ids all, forwards;
    for (const auto& each : whole) all.push_back(each->id);
    std::vector<Ids> pages;
    for (ListPage page = read([&](db::Transaction& tx) { return list(tx, asked); });;) {
      Ids ids;
      for (const auto& each : page.lines) ids.push_back(each->id);
      forwards.insert(forwards.end(), ids.begin(), ids.end());
      pages.push_back(ids);
      RC_ASSERT(page.earlier == (pages.size() > 1));
      if (!page.later) break;
      asked.cursor = ids.back();
      page = read([&](db::Transaction& tx) { return list(tx, asked); });
    }
    RC_ASSERT(forwards == all);
    RC_ASSERT(std::set<FileId>(all.begin(), all.end()).size() == all.size());
    if (pages.size() > 1) {
      asked.cursor = pages.back().front();
      asked.direction = ListQuery::Direction::before;
      const auto back = read([&](db::Transaction& tx) { return list(tx, asked); });
      Ids ids;
      for (const auto& each : back.lines) ids.push_back(each->id);
      RC_ASSERT(ids == pages[pages.size() - 2]);
    }
  });
}

TEST_P(FileList, M10_has_the_twelve_columns_of_the_source_to_the_letter) {
  const std::vector<std::string_view> labels{
      "DOCUMENTS", "DATE SINISTRE",     "DATE EXPERTISE", "NUMÉRO DE DOSSIER", "ASSURÉ", "VÉHICULE", "IMMATRICULATION",
      "ASSURANCE", "DERNIER CHIFFRAGE", "SIRET",          "CABINET",           "ETAT"};
  for (int i = 0; i < column_count; ++i) {
    EXPECT_EQ(label(static_cast<Column>(i)), labels[static_cast<std::size_t>(i)]);
    EXPECT_EQ(column_from_slug(slug(static_cast<Column>(i))), static_cast<Column>(i));
  }
}

}  // namespace
}  // namespace motor::file
