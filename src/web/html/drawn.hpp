// Markup that was drawn, kept for who asks for the same again.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "web/html/markup.hpp"

namespace web::html {

// What a drawing shows follows from its key alone: the version of what it was drawn from stands in it, read with what
// the page reads, so that servers need not tell one another of a change. Thread-safe. Of more than `most` bytes, what
// was asked for longest ago goes first.
class Drawn {
 public:
  explicit Drawn(std::size_t most) : most_(most) {}

  std::shared_ptr<const Markup> find(std::string_view key);  // null: not there
  std::shared_ptr<const Markup> keep(std::string key, Markup markup);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Markup> markup;
    std::size_t bytes() const { return key.size() + markup->text().size(); }
  };
  using Entries = std::list<Entry>;  // the last asked for first

  void forget(Entries::iterator entry);

  const std::size_t most_;
  std::mutex mutex_;  // guards what follows
  std::size_t bytes_ = 0;
  Entries entries_;
  std::unordered_map<std::string_view, Entries::iterator> places_;  // by the keys of the entries
};

}  // namespace web::html
