// How a shelf answers a question.
#include <algorithm>
#include <functional>
#include <limits>

#include "base/text.hpp"
#include "desks/motor/file/file_shelf.hpp"
#include "desks/motor/file/file_words.hpp"

namespace motor::file {
namespace {

constexpr std::size_t most_words = 6;  // tell a file from any other

std::string plate_of(const Listed& file) { return plate_key(file.plate); }
std::string reference_of(const Listed& file) { return file.reference; }

}  // namespace

Places Shelf::fresh(const Seen& seen) const {
  Places places(ids_.size());
  auto read = seen.begin();
  for (std::size_t place = 0; place < ids_.size(); ++place) {
    while (read != seen.end() && read->first < ids_[place]) ++read;
    const bool opened = read != seen.end() && read->first == ids_[place];
    if (posted_[place] > (opened ? read->second : 0)) places.add(place);
  }
  return places;
}

std::vector<Shelf::File> Shelf::latest(const Places& fresh, base::Instant dismissed, std::size_t most) const {
  std::vector<std::pair<base::Instant, std::size_t>> found;
  for (std::size_t place = fresh.from(0); place < fresh.size(); place = fresh.from(place + 1))
    if (files_[place]->last_posted > dismissed) found.emplace_back(files_[place]->last_posted, place);
  const auto told = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), told, found.end(), std::greater<>());
  std::vector<File> files;
  for (auto one = found.begin(); one != told; ++one) files.push_back(files_[one->second]);
  return files;
}

// Those whose key begins so, in the order of that key.
Places Shelf::beginning(std::size_t which, const std::string& beginning, std::string (*key)(const Listed&)) {
  Places places(ids_.size());
  const auto& in_order = order(which);
  const auto first = std::lower_bound(in_order.begin(), in_order.end(), beginning,
                                      [&](Place place, const std::string& text) { return key(*files_[place]) < text; });
  const auto end = std::partition_point(first, in_order.end(),
                                        [&](Place place) { return key(*files_[place]).starts_with(beginning); });
  for (auto at = first; at != end; ++at) places.add(*at);
  return places;
}

Places Shelf::with_beginning(std::string_view word, std::string_view field) {
  Places places(ids_.size());
  const auto& known = words();
  for (auto at = known.lower_bound(word); at != known.end() && at->first.starts_with(word); ++at)
    if (field.empty() || at->first.ends_with(field))
      for (const Place place : at->second) places.add(place);
  return places;
}

std::vector<FileId> Shelf::with_word(std::string_view word, std::size_t most) {
  std::vector<FileId> ids;
  for (const std::string_view field : {in_insured, in_vehicle, elsewhere}) {
    const auto found = words().find(std::string(word) + before_field + std::string(field));
    if (found == words().end()) continue;
    for (const Place place : found->second) ids.push_back(ids_[place]);
  }
  std::sort(ids.begin(), ids.end(), std::greater<>());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (ids.size() > most) ids.resize(most);
  return ids;
}

// A code is one when a file of the list has it; else the beginning of a name was typed.
void Shelf::keep_insurer(Places& places, const std::string& typed) const {
  const std::string code = typed + before_field, name = before_field + base::fold(typed);
  auto wanted = insurers_.those([&](const std::string& text) { return text.starts_with(code); });
  if (std::none_of(insurer_.begin(), insurer_.end(), [&](std::uint32_t number) { return wanted[number]; }))
    wanted = insurers_.those([&](const std::string& text) { return text.find(name) != text.npos; });
  places.keep([&](std::size_t place) { return wanted[insurer_[place]]; });
}

void Shelf::keep_columns(Places& places, const ListQuery& query, const Places& fresh) const {
  const Filters& filters = query.filters;
  const auto between = [&](const auto& column, const auto& from, const auto& to) {
    places.keep([&](std::size_t place) { return column[place] >= from && column[place] <= to; });
  };
  const auto days = [&](const std::vector<std::int32_t>& column, const std::optional<base::Day>& from,
                        const std::optional<base::Day>& to) {
    using Limits = std::numeric_limits<std::int32_t>;
    if (from || to) between(column, from ? from->since_epoch : Limits::min() + 1, to ? to->since_epoch : Limits::max());
  };
  const auto among = [&](const std::vector<std::uint32_t>& column, const lists::FewTexts& few, auto test) {
    const auto wanted = few.those(test);
    places.keep([&](std::size_t place) { return wanted[column[place]]; });
  };
  if (query.tab) {
    const auto tab = static_cast<std::uint8_t>(*query.tab);
    places.keep([&](std::size_t place) { return state_[place] == tab; });
  }
  if (filters.documents == Documents::some) places.keep([&](std::size_t place) { return posted_[place] > 0; });
  if (filters.documents == Documents::none) places.keep([&](std::size_t place) { return posted_[place] == 0; });
  if (filters.documents == Documents::fresh) places &= fresh;
  days(claim_day_, filters.claim_from, filters.claim_to);
  days(inspection_day_, filters.inspection_from, filters.inspection_to);
  if (filters.amount_from || filters.amount_to)
    between(amount_, filters.amount_from ? filters.amount_from->cents : 0,
            filters.amount_to ? filters.amount_to->cents : std::numeric_limits<std::int64_t>::max());
  if (!filters.siret.empty())
    among(siret_, sirets_, [&](const std::string& text) { return text.starts_with(filters.siret); });
  if (!filters.cabinet.empty())
    among(cabinet_, cabinets_, [begun = base::fold(filters.cabinet)](const std::string& text) {
      return base::fold(text).starts_with(begun);
    });
  if (!filters.insurer.empty()) keep_insurer(places, filters.insurer);
}

Places Shelf::chosen(const ListQuery& query, const Places& fresh) {
  const Filters& filters = query.filters;
  Places places = Places::all(ids_.size());
  if (!filters.reference.empty())
    places &= beginning(static_cast<std::size_t>(Column::reference), filters.reference, reference_of);
  if (!filters.plate.empty()) places &= beginning(by_plate_key, plate_key(filters.plate), plate_of);
  std::size_t words = 0;
  const auto keep_words = [&](const std::string& typed, std::string_view field) {
    for (const auto& word : words_of_search(typed))
      if (words++ < most_words) places &= with_beginning(word, field);
  };
  keep_words(query.search, "");
  keep_words(filters.insured, in_insured);
  keep_words(filters.vehicle, in_vehicle);
  keep_columns(places, query, fresh);
  return places;
}

// From the cursor on, or back from it, until the page is full; `chosen` is null when nothing is left out.
void Shelf::walk(const ListQuery& query, const Places* chosen, const Places& fresh, ListPage& page) {
  const std::size_t size = ids_.size();
  const auto at = place_of(query.cursor);
  const bool from_cursor = query.cursor && at < size && ids_[at] == query.cursor;
  const bool back = from_cursor && query.direction == ListQuery::Direction::before;
  const bool upwards = (query.order == ListQuery::Order::ascending) != back;
  const auto limit = static_cast<std::size_t>(query.limit);
  bool more = false;
  const auto add = [&](std::size_t place) {  // whether another one is wanted
    more = page.lines.size() == limit;
    if (!more) page.lines.push_back({files_[place], fresh.has(place)});
    return !more;
  };
  if (query.sort) {
    const auto which = static_cast<std::size_t>(*query.sort);
    const auto& in_order = order(which);
    std::size_t next = upwards ? 0 : size;
    if (from_cursor) {
      const auto found = std::lower_bound(in_order.begin(), in_order.end(), static_cast<Place>(at),
                                          [&](Place a, Place b) { return compare(which, a, b) < 0; });
      next = static_cast<std::size_t>(found - in_order.begin()) + (upwards ? 1 : 0);
    }
    const auto fits = [&](Place place) { return chosen == nullptr || chosen->has(place); };
    if (upwards)
      for (; next < size && (!fits(in_order[next]) || add(in_order[next])); ++next) continue;
    else
      for (; next > 0 && (!fits(in_order[next - 1]) || add(in_order[next - 1])); --next) continue;
  } else {
    const auto after = [&](std::size_t place) { return chosen == nullptr ? place : chosen->from(place); };
    const auto earlier = [&](std::size_t place) {
      return chosen != nullptr ? chosen->before(place) : place == 0 ? size : place - 1;
    };
    if (upwards)
      for (std::size_t place = after(from_cursor ? at + 1 : 0); place < size && add(place);) place = after(place + 1);
    else
      for (std::size_t place = earlier(from_cursor ? at : size); place < size && add(place);) place = earlier(place);
  }
  if (back) std::reverse(page.lines.begin(), page.lines.end());
  page.earlier = back ? more : from_cursor;
  page.later = back ? true : more;
}

Shelf::Answer Shelf::find(const ListQuery& query, const Places& fresh) {
  Answer answer{.page = {}, .shown = static_cast<std::int64_t>(ids_.size())};
  answer.page.lines.reserve(std::min(static_cast<std::size_t>(query.limit), ids_.size()));
  if (!query.tab && !query.filtered()) {
    walk(query, nullptr, fresh, answer.page);
    return answer;
  }
  const Places places = chosen(query, fresh);
  answer.shown = places.count();
  walk(query, &places, fresh, answer.page);
  return answer;
}

}  // namespace motor::file
