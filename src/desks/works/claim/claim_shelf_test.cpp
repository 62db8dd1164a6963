// A shelf answers what trying every claim would, whatever was put there before.
#include "desks/works/claim/claim_shelf.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "db/words.hpp"

namespace works::claim {
namespace {

using Model = std::map<ClaimId, Shelf::Claim>;

constexpr WaitingFor holders[] = {WaitingFor::broker, WaitingFor::tradesman, WaitingFor::insurer, WaitingFor::nobody};
constexpr const char* texts[] = {"t 2026 000123 durand lyon", "t 2026 000124 durance 69003", "benard 0639980001", ""};

template <class T, std::size_t n>
const T& one_of(const T (&all)[n]) {
  return all[*rc::gen::inRange<std::size_t>(0, n)];
}

Shelf::Claim a_claim(std::int64_t id) {
  Listed listed{};
  listed.id = ClaimId{id};
  listed.kind = *rc::gen::element<std::string>("vol", "incendie");
  listed.declared_at = {*rc::gen::inRange(0, 5)};  // often the same instant: ids decide
  listed.status = one_of(every_status);
  listed.waiting_for = one_of(holders);
  if (*rc::gen::inRange(0, 3) > 0) listed.next_due_at = base::Instant{*rc::gen::inRange(0, 5)};
  listed.insurer = *rc::gen::element<std::string>("axa", "maif", "");
  listed.search_key = one_of(texts);
  return std::make_shared<const Listed>(std::move(listed));
}

ListQuery a_query() {
  ListQuery query;
  const auto now_and_then = [] { return *rc::gen::inRange(0, 3) == 0; };
  if (now_and_then()) query.tab = tabs[*rc::gen::inRange<std::size_t>(0, tabs.size())];
  query.sort = *rc::gen::arbitrary<bool>() ? Sort::recent : Sort::due;
  if (now_and_then())
    query.search = *rc::gen::element<std::string>("durand", "Ran", "0001", "dur 69", "lyon x", "2026");
  if (now_and_then()) query.kind = *rc::gen::element<std::string>("vol", "incendie", "gel");
  if (now_and_then()) query.insurer = *rc::gen::element<std::string>("axa", "maif", "aig");
  query.limit = *rc::gen::inRange(1, 9);
  if (*rc::gen::arbitrary<bool>()) {
    const auto key = *rc::gen::inRange(0, 6) == 0 ? INT64_MAX : *rc::gen::inRange<std::int64_t>(0, 5);
    const auto way = *rc::gen::arbitrary<bool>() ? Cursor::Direction::before : Cursor::Direction::after;
    query.cursor = Cursor{key, *rc::gen::inRange<std::int64_t>(0, 60), way};
  }
  return query;
}

bool passes(const Listed& claim, const ListQuery& query) {
  const auto in = tabs_of(claim.status, claim.waiting_for);
  if (std::find(in.begin(), in.end(), query.tab) == in.end()) return false;
  if (!query.kind.empty() && claim.kind != query.kind) return false;
  if (!query.insurer.empty() && claim.insurer != query.insurer) return false;
  const auto words = db::Words(base::fold(query.search)).words();
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return claim.search_key.find(word) != std::string::npos; });
}

void expect_as_by_hand(Shelf& shelf, const Model& model, const ListQuery& query) {
  using Standing = std::pair<std::int64_t, std::int64_t>;
  std::vector<Standing> all;
  for (const auto& [id, claim] : model)
    if (passes(*claim, query)) all.emplace_back(claim->key(query.sort), id.value);
  const auto shown = static_cast<std::int64_t>(all.size());
  const auto before = [&](const Standing& a, const Standing& b) { return query.sort == Sort::due ? a < b : b < a; };
  std::sort(all.begin(), all.end(), before);
  const bool back = query.cursor && query.cursor->direction == Cursor::Direction::before;
  if (query.cursor)
    std::erase_if(all, [&](const Standing& one) {
      const Standing at(query.cursor->key, query.cursor->id);
      return back ? !before(one, at) : !before(at, one);
    });
  if (back) std::reverse(all.begin(), all.end());
  const bool more = all.size() > static_cast<std::size_t>(query.limit);
  if (more) all.resize(static_cast<std::size_t>(query.limit));
  if (back) std::reverse(all.begin(), all.end());

  const auto [page, told] = shelf.find(query);
  RC_ASSERT(told == shown);
  RC_ASSERT(page.lines.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) RC_ASSERT(page.lines[i].id.value == all[i].second);
  RC_ASSERT(page.earlier == (back ? more : query.cursor.has_value()));
  RC_ASSERT(page.later == (back || more));
}

RC_GTEST_PROP(ClaimShelf, P14_answers_what_trying_every_claim_would, ()) {
  Shelf shelf;
  Model model;
  if (*rc::gen::arbitrary<bool>()) {
    std::vector<Shelf::Claim> claims;
    for (int i = *rc::gen::inRange(0, 90); i > 0; --i) model[ClaimId{2 * i}] = a_claim(2 * i);
    for (const auto& [id, claim] : model) claims.push_back(claim);
    shelf.replace_all(claims);
  }
  for (int turn = 0; turn < 12; ++turn) {
    const std::int64_t id = *rc::gen::inRange(1, 200);
    model[ClaimId{id}] = a_claim(id);
    shelf.put(model[ClaimId{id}]);
    expect_as_by_hand(shelf, model, a_query());
  }
}

}  // namespace
}  // namespace works::claim
