// A shelf answers what trying every file would, whatever was put there and taken away before.
#include "desks/motor/file/file_shelf.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "desks/motor/file/file_words.hpp"

namespace motor::file {
namespace {

using Order = ListQuery::Order;
using Direction = ListQuery::Direction;

constexpr const char* names[] = {"Zoé Berthier", "Ana Berthelot", "Société Éclair", "Clio Martin", ""};
constexpr const char* vehicles[] = {"RENAULT CLIO", "PEUGEOT 208", "AIXAM"};
constexpr const char* plates[] = {"AB-123-CD", "ab 124 cd", "123 ABC 75", ""};
constexpr const char* insurers[][2] = {{"0418", "Mutuelle Éxemple"}, {"0435", "Mutuelle Éclair"}, {"", "0418 du Parc"}};
constexpr const char* sirets[] = {"90000000100018", "90000000200016", ""};
constexpr const char* cabinets[] = {"ATMOS", "BOREA"};

template <class T, std::size_t n>
const T& one_of(const T (&all)[n]) {
  return all[*rc::gen::inRange<std::size_t>(0, n)];
}
std::optional<base::Day> a_day() {
  const int day = *rc::gen::inRange(0, 5);
  return day == 0 ? std::nullopt : std::optional(base::Day{20'000 + day});
}
std::optional<base::Money> an_amount() {
  const int euros = *rc::gen::inRange(-1, 3);
  return euros < 0 ? std::nullopt : std::optional(base::Money::euros(euros));
}

Shelf::File a_file(std::int64_t id) {
  auto file = std::make_shared<Listed>();
  file->id = FileId{id};
  file->posted = *rc::gen::inRange(0, 3);
  file->claim_day = a_day();
  file->inspection_day = a_day();
  file->reference = std::to_string(*rc::gen::inRange(2550, 2560));
  file->insured = one_of(names);
  file->vehicle = one_of(vehicles);
  file->plate = one_of(plates);
  const auto& insurer = one_of(insurers);
  file->insurer_code = insurer[0];
  file->insurer_name = insurer[1];
  file->amount = an_amount();
  file->siret = one_of(sirets);
  file->cabinet_code = one_of(cabinets);
  file->state = states[*rc::gen::inRange<std::size_t>(0, states.size())];
  file->irreparable = false;
  file->danger = Danger::none;
  file->last_posted = {file->posted == 0 ? 0 : *rc::gen::inRange(1, 9)};
  file->insured_key = base::fold(file->insured);
  file->vehicle_key = base::fold(file->vehicle);
  file->insurer_key = base::fold(file->insurer_name);
  file->search_key = file->reference + " " + file->insured_key + " " + file->vehicle_key + " " + plate_key(file->plate);
  return file;
}

using Model = std::map<FileId, Shelf::File>;

ListQuery a_query(const Model& model) {
  ListQuery query{.scope = {}};
  if (*rc::gen::inRange(0, 3) == 0) query.tab = states[*rc::gen::inRange<std::size_t>(0, states.size())];
  if (const int column = *rc::gen::inRange(-3, column_count); column >= 0) query.sort = static_cast<Column>(column);
  query.order = *rc::gen::arbitrary<bool>() ? Order::ascending : Order::descending;
  query.limit = *rc::gen::inRange(1, 9);
  const auto now_and_then = [] { return *rc::gen::inRange(0, 6) == 0; };
  Filters& filters = query.filters;
  if (now_and_then()) filters.documents = static_cast<Documents>(*rc::gen::inRange(0, 4));
  if (now_and_then()) filters.claim_from = a_day();
  if (now_and_then()) filters.claim_to = a_day();
  if (now_and_then()) filters.inspection_from = a_day();
  if (now_and_then()) filters.inspection_to = a_day();
  if (now_and_then()) filters.reference = *rc::gen::element<std::string>("255", "2555", "9");
  if (now_and_then()) filters.insured = *rc::gen::element<std::string>("berth", "Éclair soc", "clio", "x");
  if (now_and_then()) filters.vehicle = *rc::gen::element<std::string>("clio", "20", "renault cl");
  if (now_and_then()) filters.plate = *rc::gen::element<std::string>("AB", "ab-123", "123a", "z");
  if (now_and_then()) filters.insurer = *rc::gen::element<std::string>("0418", "0435", "mutuelle", "Mutuelle é", "04");
  if (now_and_then()) filters.amount_from = an_amount();
  if (now_and_then()) filters.amount_to = an_amount();
  if (now_and_then()) filters.siret = *rc::gen::element<std::string>("9", "900000001", "90000000200016", "8");
  if (now_and_then()) filters.cabinet = *rc::gen::element<std::string>("ATMOS", "bo", "NONE");
  if (now_and_then()) query.search = *rc::gen::element<std::string>("berth", "2551", "AB-123-CD", "clio mar", "thier");
  if (!model.empty() && *rc::gen::arbitrary<bool>()) {
    const auto at =
        std::next(model.begin(), *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(model.size())));
    query.cursor = *rc::gen::inRange(0, 8) == 0 ? FileId{999'999} : at->first;  // now and then, one that has gone
    if (*rc::gen::arbitrary<bool>()) query.direction = Direction::before;
  }
  return query;
}

bool begins_a_word(const std::string& key, const std::string& word) {
  return (" " + key).find(" " + word) != std::string::npos;
}

bool passes(const Model& model, const Listed& file, const ListQuery& query, bool fresh) {
  const Filters& f = query.filters;
  const auto words_begin = [](const std::string& key, const std::string& typed) {
    const auto words = words_of_search(typed);
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return begins_a_word(key, word); });
  };
  const auto within = [](const auto& value, const auto& from, const auto& to) {
    if (!from && !to) return true;
    return value && (!from || *value >= *from) && (!to || *value <= *to);
  };
  const bool is_code =
      std::any_of(model.begin(), model.end(), [&](const auto& one) { return one.second->insurer_code == f.insurer; });
  if (query.tab && file.state != *query.tab) return false;
  if (f.documents == Documents::fresh && !fresh) return false;
  if (f.documents == Documents::some && file.posted == 0) return false;
  if (f.documents == Documents::none && file.posted > 0) return false;
  if (!within(file.claim_day, f.claim_from, f.claim_to) ||
      !within(file.inspection_day, f.inspection_from, f.inspection_to))
    return false;
  if (!within(file.amount, f.amount_from, f.amount_to)) return false;
  if (!file.reference.starts_with(f.reference) || !plate_key(file.plate).starts_with(plate_key(f.plate))) return false;
  if (!words_begin(file.insured_key, f.insured) || !words_begin(file.vehicle_key, f.vehicle) ||
      !words_begin(file.search_key, query.search))
    return false;
  if (!f.insurer.empty() &&
      (is_code ? file.insurer_code != f.insurer : !file.insurer_key.starts_with(base::fold(f.insurer))))
    return false;
  return file.siret.starts_with(f.siret) && base::fold(file.cabinet_code).starts_with(base::fold(f.cabinet));
}

// What a line stands by, as one text.
std::string rank(const Listed& file, std::optional<Column> sort) {
  const auto number = [](std::int64_t n) { return std::to_string(2'000'000'000 + n); };
  const auto iso = [](const std::optional<base::Day>& day) { return day ? day->iso() : std::string(); };
  if (!sort) return {};
  switch (*sort) {
    case Column::documents:
      return number(file.posted);
    case Column::claim_day:
      return iso(file.claim_day);
    case Column::inspection_day:
      return iso(file.inspection_day);
    case Column::reference:
      return file.reference;
    case Column::insured:
      return file.insured_key;
    case Column::vehicle:
      return file.vehicle_key;
    case Column::plate:
      return file.plate;
    case Column::insurer:
      return file.insurer_code;
    case Column::amount:
      return number(file.amount ? file.amount->cents : -1);
    case Column::siret:
      return file.siret;
    case Column::cabinet:
      return file.cabinet_code;
    case Column::state:
      return number(static_cast<int>(file.state));
  }
  return {};
}

void expect_as_by_hand(Shelf& shelf, const Model& model, const Seen& seen, const ListQuery& query) {
  const auto is_fresh = [&](const Listed& file) {
    const auto read = std::find_if(seen.begin(), seen.end(), [&](const auto& one) { return one.first == file.id; });
    return file.posted > (read == seen.end() ? 0 : read->second);
  };
  std::vector<Shelf::File> all;
  for (const auto& [id, file] : model)
    if (passes(model, *file, query, is_fresh(*file))) all.push_back(file);
  const auto shown = static_cast<std::int64_t>(all.size());
  const auto before = [&](const Shelf::File& a, const Shelf::File& b) {
    const auto x = std::pair(rank(*a, query.sort), a->id), y = std::pair(rank(*b, query.sort), b->id);
    return query.order == Order::ascending ? x < y : y < x;
  };
  std::sort(all.begin(), all.end(), before);
  // The lines after the cursor, or before it, nearest first.
  const auto cursor = model.find(query.cursor);
  const bool back = cursor != model.end() && query.direction == Direction::before;
  if (cursor != model.end())
    std::erase_if(all, [&](const Shelf::File& file) {
      return back ? !before(file, cursor->second) : !before(cursor->second, file);
    });
  if (back) std::reverse(all.begin(), all.end());
  const bool more = all.size() > static_cast<std::size_t>(query.limit);
  if (more) all.resize(static_cast<std::size_t>(query.limit));
  if (back) std::reverse(all.begin(), all.end());

  const auto [page, told] = shelf.find(query, shelf.fresh(seen));
  RC_ASSERT(told == shown);
  RC_ASSERT(page.lines.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    RC_ASSERT(page.lines[i].file == all[i]);
    RC_ASSERT(page.lines[i].fresh == is_fresh(*all[i]));
  }
  RC_ASSERT(page.earlier == (back ? more : cursor != model.end()));
  RC_ASSERT(page.later == (back || more));
}

RC_GTEST_PROP(Shelf, P14_answers_what_trying_every_file_would, ()) {
  Shelf shelf;
  Model model;
  Seen seen;
  if (*rc::gen::arbitrary<bool>()) {
    const int many = *rc::gen::inRange(0, 150);
    for (int i = 0; i < many; ++i) model[FileId{1 + 3 * i}] = a_file(1 + 3 * i);
    std::vector<Shelf::File> files;
    for (const auto& [id, file] : model) files.push_back(file);
    shelf.replace_all(files);
  }
  for (int turn = 0; turn < 12; ++turn) {
    const FileId id{*rc::gen::inRange(1, 500)};
    switch (*rc::gen::inRange(0, 5)) {
      case 0:
        model.erase(id);
        shelf.take(id);
        break;
      case 1:
        seen.clear();
        for (const auto& [known, file] : model)
          if (*rc::gen::arbitrary<bool>()) seen.emplace_back(known, *rc::gen::inRange(0, 3));
        break;
      default:
        model[id] = a_file(id.value);
        shelf.put(model[id]);
    }
    expect_as_by_hand(shelf, model, seen, a_query(model));
  }
}

RC_GTEST_PROP(Shelf, M13_tells_the_latest_news_first, ()) {
  Shelf shelf;
  std::vector<Shelf::File> files;
  for (int i = 0; i < 40; ++i) files.push_back(a_file(i + 1));
  shelf.replace_all(files);
  const base::Instant dismissed{*rc::gen::inRange(0, 9)};
  std::vector<Shelf::File> expected;
  for (const auto& file : files)
    if (file->posted > 0 && file->last_posted > dismissed) expected.push_back(file);
  std::sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) {
    return std::pair(b->last_posted, b->id) < std::pair(a->last_posted, a->id);
  });
  if (expected.size() > 6) expected.resize(6);
  RC_ASSERT(shelf.latest(shelf.fresh({}), dismissed, 6) == expected);
}

TEST(Shelf, M30_finds_a_whole_word_the_newest_first) {
  Shelf shelf;
  auto first = std::make_shared<Listed>(), second = std::make_shared<Listed>();
  for (auto* file : {&first, &second}) (*file)->search_key = "2550 berthier";
  first->id = FileId{1};
  second->id = FileId{2};
  shelf.replace_all({first, second});
  EXPECT_EQ(shelf.with_word("berthier", 5), (std::vector{FileId{2}, FileId{1}}));
  EXPECT_EQ(shelf.with_word("berthier", 1), std::vector{FileId{2}});
  EXPECT_TRUE(shelf.with_word("berth", 5).empty());
  shelf.take(FileId{2});
  EXPECT_EQ(shelf.with_word("berthier", 5), std::vector{FileId{1}});
}

}  // namespace
}  // namespace motor::file
