#include <algorithm>

#include "floor/deadlines/deadlines.hpp"

namespace deadlines {

void Handlers::add(std::string_view rule, std::string_view label, Handler handler) {
  MANDAT_ASSERT(find(rule) == nullptr);
  rows_.push_back({std::string(rule), std::string(label), std::move(handler)});
}

const Handler* Handlers::find(std::string_view rule) const {
  const Row* row = row_of(rule);
  return row == nullptr ? nullptr : &row->handler;
}

std::string_view Handlers::label(std::string_view rule) const {
  const Row* row = row_of(rule);
  return row == nullptr ? rule : std::string_view(row->label);
}

const Handlers::Row* Handlers::row_of(std::string_view rule) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.rule == rule; });
  return found == rows_.end() ? nullptr : &*found;
}

}  // namespace deadlines
