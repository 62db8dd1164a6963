#include "desks/motor/file/file_shelf.hpp"

#include <algorithm>
#include <limits>

#include "base/text.hpp"
#include "desks/motor/file/file_words.hpp"

namespace motor::file {
namespace {

std::int32_t number_of(const std::optional<base::Day>& day) {
  return day ? day->since_epoch : std::numeric_limits<std::int32_t>::min();
}

std::string plate_of(const Listed& file) { return plate_key(file.plate); }

template <class T>
int three_way(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace

void Shelf::replace_all(std::vector<File> files) {
  files_ = std::move(files);
  ids_.clear();
  for (const File& file : files_) ids_.push_back(file->id);
  MANDAT_ASSERT(std::is_sorted(ids_.begin(), ids_.end()));
  const std::size_t size = ids_.size();
  state_.resize(size);
  for (auto* column : {&posted_, &amount_}) column->resize(size);
  for (auto* column : {&claim_day_, &inspection_day_}) column->resize(size);
  for (auto* column : {&insurer_, &siret_, &cabinet_}) column->resize(size);
  insurers_ = {};
  sirets_ = {};
  cabinets_ = {};
  for (std::size_t place = 0; place < size; ++place) fill_columns(place);
  forget_orders();
}

void Shelf::put(File file) {
  const std::size_t at = place_of(file->id);
  const auto place = static_cast<Place>(at);
  if (at < ids_.size() && ids_[at] == file->id) {
    const bool words_changed = files_[at]->search_key != file->search_key;
    orders_.leave(place, before());
    if (words_changed) leave_words(place);
    files_[at] = std::move(file);
    fill_columns(at);
    orders_.join(place, before());
    if (words_changed) join_words(place);
    return;
  }
  if (at < ids_.size()) {  // an older file that has come here: the places after it move
    files_.insert(files_.begin() + static_cast<std::ptrdiff_t>(at), std::move(file));
    return replace_all(std::move(files_));
  }
  ids_.push_back(file->id);
  files_.push_back(std::move(file));
  state_.emplace_back();
  for (auto* column : {&posted_, &amount_}) column->emplace_back();
  for (auto* column : {&claim_day_, &inspection_day_}) column->emplace_back();
  for (auto* column : {&insurer_, &siret_, &cabinet_}) column->emplace_back();
  fill_columns(at);
  orders_.join(place, before());
  join_words(place);
}

void Shelf::take(FileId id) {
  const std::size_t at = place_of(id);
  if (at == ids_.size() || ids_[at] != id) return;
  files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(at));
  replace_all(std::move(files_));
}

std::size_t Shelf::place_of(FileId id) const {
  return static_cast<std::size_t>(std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin());
}

void Shelf::fill_columns(std::size_t place) {
  const Listed& file = *files_[place];
  state_[place] = static_cast<std::uint8_t>(file.state);
  posted_[place] = file.posted;
  amount_[place] = file.amount ? file.amount->cents : -1;
  claim_day_[place] = number_of(file.claim_day);
  inspection_day_[place] = number_of(file.inspection_day);
  insurer_[place] = insurers_.number(file.insurer_code + before_field + file.insurer_key);
  siret_[place] = sirets_.number(file.siret);
  cabinet_[place] = cabinets_.number(file.cabinet_code);
}

void Shelf::forget_orders() {
  orders_.forget();
  words_.clear();
  worded_ = false;
}

// Of two that stand alike, the id decides, and ids stand in the order of places.
int Shelf::compare(std::size_t order, Place a, Place b) const {
  const Listed &x = *files_[a], &y = *files_[b];
  const int differ = [&] {
    if (order == by_plate_key) return three_way(plate_of(x), plate_of(y));
    switch (static_cast<Column>(order)) {
      case Column::documents:
        return three_way(posted_[a], posted_[b]);
      case Column::claim_day:
        return three_way(claim_day_[a], claim_day_[b]);
      case Column::inspection_day:
        return three_way(inspection_day_[a], inspection_day_[b]);
      case Column::reference:
        return x.reference.compare(y.reference);
      case Column::insured:
        return x.insured_key.compare(y.insured_key);
      case Column::vehicle:
        return x.vehicle_key.compare(y.vehicle_key);
      case Column::plate:
        return x.plate.compare(y.plate);
      case Column::insurer:
        return x.insurer_code.compare(y.insurer_code);
      case Column::amount:
        return three_way(amount_[a], amount_[b]);
      case Column::siret:
        return x.siret.compare(y.siret);
      case Column::cabinet:
        return x.cabinet_code.compare(y.cabinet_code);
      case Column::state:
        return three_way(state_[a], state_[b]);
    }
    return 0;
  }();
  return differ != 0 ? differ : three_way(a, b);
}

const std::vector<Shelf::Place>& Shelf::order(std::size_t which) { return orders_.of(which, ids_.size(), before()); }

void Shelf::leave_words(Place place) {
  if (!worded_) return;
  for (const Word& word : search_words(*files_[place])) {
    const auto found = words_.find(word.text + before_field + std::string(word.field));
    auto& places = found->second;
    places.erase(std::lower_bound(places.begin(), places.end(), place));
    if (places.empty()) words_.erase(found);
  }
}

void Shelf::join_words(Place place) {
  if (!worded_) return;
  for (const Word& word : search_words(*files_[place])) {
    auto& places = words_[word.text + before_field + std::string(word.field)];
    places.insert(std::lower_bound(places.begin(), places.end(), place), place);
  }
}

const std::map<std::string, std::vector<Shelf::Place>, std::less<>>& Shelf::words() {
  if (!worded_) {
    worded_ = true;
    for (std::size_t place = 0; place < ids_.size(); ++place) join_words(static_cast<Place>(place));
  }
  return words_;
}

}  // namespace motor::file
