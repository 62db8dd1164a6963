// What a process keeps in memory of a database: caches that are brought up to date from it at each use.
#pragma once

#include <memory>
#include <mutex>
#include <typeindex>
#include <unordered_map>

namespace db {

// One object of each type, made when it is first asked for, gone with the database. Thread-safe; what is kept is as
// thread-safe as its type. It must be right at any snapshot: other servers write too, and a transaction may roll back.
class Kept {
 public:
  template <class T>
  T& of() {
    const std::lock_guard lock(mutex_);
    auto& held = held_[std::type_index(typeid(T))];
    if (!held) held = std::make_shared<T>();
    return *static_cast<T*>(held.get());
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::type_index, std::shared_ptr<void>> held_;
};

}  // namespace db
