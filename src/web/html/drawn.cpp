#include "web/html/drawn.hpp"

namespace web::html {

std::shared_ptr<const Markup> Drawn::find(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(key);
  if (place == places_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, place->second);
  return place->second->markup;
}

std::shared_ptr<const Markup> Drawn::keep(std::string key, Markup markup) {
  auto kept = std::make_shared<const Markup>(std::move(markup));
  const std::lock_guard lock(mutex_);
  if (const auto place = places_.find(key); place != places_.end()) forget(place->second);  // drawn twice at once
  entries_.push_front({std::move(key), kept});
  places_.emplace(entries_.front().key, entries_.begin());
  bytes_ += entries_.front().bytes();
  while (bytes_ > most_) forget(std::prev(entries_.end()));
  return kept;
}

void Drawn::forget(Entries::iterator entry) {
  bytes_ -= entry->bytes();
  places_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace web::html
