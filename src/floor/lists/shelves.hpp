// The lists that a process keeps in memory (ADR 15): those used last, as many as fit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "db/database.hpp"

namespace lists {

// `Held`: one list, made of what `with` is given, with size() rows; one thread at a time has it. Of all lists together,
// `most` rows are kept, and always the list used last. Thread-safe; meant for db::Kept.
template <class Held, std::size_t most>
class Shelves {
 public:
  // use(held) on the list of this key, made from `args` when it is not there.
  template <class Use, class... Args>
  auto with(std::int64_t key, Use use, const Args&... args) {
    const auto guarded = of(key, args...);
    const std::unique_lock lock(guarded->mutex);
    const Counting counting{*this, *guarded, guarded->held.size()};
    return use(guarded->held);
  }

 private:
  struct Guarded {
    template <class... Args>
    explicit Guarded(std::int64_t of, const Args&... args) : key(of), held(args...) {}
    const std::int64_t key;
    std::mutex mutex;
    Held held;
    std::size_t counted = 0;  // rows, when it was last given back; by the mutex of all
  };
  struct Counting {
    Shelves& shelves;
    Guarded& guarded;
    std::size_t before;
    ~Counting() {
      if (guarded.held.size() != before) shelves.count(guarded);
    }
  };

  template <class... Args>
  std::shared_ptr<Guarded> of(std::int64_t key, const Args&... args) {
    const std::lock_guard lock(mutex_);
    const auto known = places_.find(key);
    if (known != places_.end()) {
      used_.splice(used_.begin(), used_, known->second);
      return *known->second;
    }
    used_.push_front(std::make_shared<Guarded>(key, args...));
    places_.emplace(key, used_.begin());
    return used_.front();
  }

  void count(Guarded& guarded) {
    const std::lock_guard lock(mutex_);
    const auto known = places_.find(guarded.key);
    if (known == places_.end() || known->second->get() != &guarded) return;  // forgotten meanwhile
    rows_ += guarded.held.size() - guarded.counted;
    guarded.counted = guarded.held.size();
    while (rows_ > most && used_.size() > 1) {
      rows_ -= used_.back()->counted;
      places_.erase(used_.back()->key);
      used_.pop_back();
    }
  }

  std::mutex mutex_;
  std::list<std::shared_ptr<Guarded>> used_;  // the last one used first
  std::unordered_map<std::int64_t, typename std::list<std::shared_ptr<Guarded>>::iterator> places_;
  std::size_t rows_ = 0;
};

// use(held) on the list as the transaction may see it. One that writes has one of its own: what it changed may not
// last.
template <class Held, std::size_t most, class Use, class... Args>
auto on_shelf(db::Transaction& tx, std::int64_t key, Use use, const Args&... args) {
  if (!tx.writable()) return tx.kept().of<Shelves<Held, most>>().with(key, use, args...);
  Held own(args...);
  return use(own);
}

}  // namespace lists
