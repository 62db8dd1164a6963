#include "desks/works/claim/claim_shelf.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "db/words.hpp"

namespace works::claim {
namespace {

constexpr Sort sorts[] = {Sort::recent, Sort::due};
constexpr std::uint8_t bit_of(Tab tab) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(tab)); }
static_assert(tabs.size() <= 8);
constexpr std::int64_t few_places = 50;  // their texts are read in less time than the index

}  // namespace

void Shelf::replace_all(std::vector<Claim> claims) {
  claims_ = std::move(claims);
  ids_.clear();
  for (const Claim& claim : claims_) ids_.push_back(claim->id);
  MANDAT_ASSERT(std::is_sorted(ids_.begin(), ids_.end()));
  const std::size_t size = ids_.size();
  for (auto& keys : keys_) keys.resize(size);
  tabs_.resize(size);
  kind_.resize(size);
  insurer_.resize(size);
  kinds_ = {};
  insurers_ = {};
  for (std::size_t place = 0; place < size; ++place) fill_columns(place);
  orders_.forget();
  words_.reset();
}

void Shelf::put(Claim claim) {
  const ClaimId id = claim->id;
  const auto at = static_cast<std::size_t>(std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin());
  const auto place = static_cast<Place>(at);
  if (at < ids_.size() && ids_[at] == id) {
    const bool words_change = words_ && claims_[at]->search_key != claim->search_key;
    orders_.leave(place, before());
    if (words_change) words_->remove(place, claims_[at]->search_key);
    claims_[at] = std::move(claim);
    fill_columns(at);
    orders_.join(place, before());
    if (words_change) words_->add(place, claims_[at]->search_key);
    return;
  }
  if (at < ids_.size()) {  // one with an older id: the places after it move
    claims_.insert(claims_.begin() + static_cast<std::ptrdiff_t>(at), std::move(claim));
    return replace_all(std::move(claims_));
  }
  ids_.push_back(id);
  claims_.push_back(std::move(claim));
  for (auto& keys : keys_) keys.emplace_back();
  tabs_.emplace_back();
  kind_.emplace_back();
  insurer_.emplace_back();
  fill_columns(at);
  orders_.join(place, before());
  if (words_) words_->add(place, claims_[at]->search_key);
}

void Shelf::fill_columns(std::size_t place) {
  const Listed& claim = *claims_[place];
  for (const Sort sort : sorts) keys_[static_cast<std::size_t>(sort)][place] = claim.key(sort);
  tabs_[place] = 0;
  for (const Tab tab : tabs_of(claim.status, claim.waiting_for)) tabs_[place] |= bit_of(tab);
  kind_[place] = kinds_.number(claim.kind);
  insurer_[place] = insurers_.number(claim.insurer);
}

// The longest word leaves fewest: the index tells them. What is left is then looked at itself, where that is quicker.
void Shelf::keep_words(lists::Places& places, const std::string& search) {
  auto wanted = db::Words(base::fold(search)).words();
  if (wanted.empty()) return;
  if (!words_) {
    words_.emplace();
    for (std::size_t place = 0; place < ids_.size(); ++place)
      words_->add(static_cast<Place>(place), claims_[place]->search_key);
  }
  std::sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const std::string& word : wanted) {
    if (places.count() > few_places)
      places &= words_->with(word, ids_.size());
    else
      places.keep([&](std::size_t place) { return claims_[place]->search_key.find(word) != std::string::npos; });
  }
}

lists::Places Shelf::chosen(const ListQuery& query) {
  auto places = lists::Places::all(ids_.size());
  keep_words(places, query.search);
  const auto keep_text = [&](const std::vector<std::uint32_t>& column, const lists::FewTexts& few,
                             const std::string& text) {
    const auto wanted = few.those([&](const std::string& one) { return one == text; });
    places.keep([&](std::size_t place) { return wanted[column[place]]; });
  };
  if (query.tab != Tab::all) places.keep([&](std::size_t place) { return (tabs_[place] & bit_of(query.tab)) != 0; });
  if (!query.kind.empty()) keep_text(kind_, kinds_, query.kind);
  if (!query.insurer.empty()) keep_text(insurer_, insurers_, query.insurer);
  return places;
}

// The lines beside the cursor, or the first ones: newest first, or most urgent first; ids decide between equals.
ListPage Shelf::page(const ListQuery& query, const lists::Places* chosen) {
  const auto which = static_cast<std::size_t>(query.sort);
  const auto& keys = keys_[which];
  const auto& order = orders_.of(which, ids_.size(), before());
  const bool back = query.cursor && query.cursor->direction == Cursor::Direction::before;
  const bool upwards = (query.sort == Sort::due) != back;
  std::size_t next = upwards ? 0 : order.size();
  if (query.cursor) {
    const std::pair at(query.cursor->key, query.cursor->id);
    const auto standing = [&](Place place) { return std::pair(keys[place], ids_[place].value); };
    const auto beyond = std::partition_point(order.begin(), order.end(), [&](Place place) {
      return upwards ? standing(place) <= at : standing(place) < at;
    });
    next = static_cast<std::size_t>(beyond - order.begin());
  }
  ListPage page;
  bool more = false;
  const auto add = [&](Place place) {  // whether another one is wanted
    if (chosen != nullptr && !chosen->has(place)) return true;
    more = page.lines.size() == static_cast<std::size_t>(query.limit);
    if (!more) page.lines.push_back({ids_[place], claims_[place]});
    return !more;
  };
  if (upwards)
    while (next < order.size() && add(order[next])) ++next;
  else
    while (next > 0 && add(order[next - 1])) --next;
  if (back) std::reverse(page.lines.begin(), page.lines.end());
  page.earlier = back ? more : query.cursor.has_value();
  page.later = back || more;
  return page;
}

Shelf::Answer Shelf::find(const ListQuery& query) {
  if (query.tab == Tab::all && !query.filtered()) return {page(query, nullptr), static_cast<std::int64_t>(ids_.size())};
  const auto places = chosen(query);
  return {page(query, &places), places.count()};
}

}  // namespace works::claim
