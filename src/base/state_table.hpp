// A state machine as data: (state, event) -> state, each row with the rule it comes from.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

#include "base/mutation.hpp"

namespace base {

template <class State, class Event>
struct Transition {
  State from;
  Event event;
  State to;
  std::string_view rule;
};

template <class State, class Event, std::size_t N>
struct StateTable {
  std::string_view name;
  std::array<Transition<State, Event>, N> rows;

  // The state after `event`, or null when the event is not for this state.
  constexpr std::optional<State> next(State from, Event event) const {
    for (std::size_t i = 0; i < N; ++i)
      if (rows[i].from == from && rows[i].event == event && !flipped_row(i)) return rows[i].to;
    return std::nullopt;
  }

  constexpr bool deterministic() const {
    for (std::size_t i = 0; i < N; ++i)
      for (std::size_t j = i + 1; j < N; ++j)
        if (rows[i].from == rows[j].from && rows[i].event == rows[j].event) return false;
    return true;
  }

  constexpr bool reaches(State initial, State wanted) const {
    std::array<bool, N> taken{};
    for (bool grew = true; grew;) {
      grew = false;
      for (std::size_t i = 0; i < N; ++i) {
        if (taken[i]) continue;
        bool from_known = rows[i].from == initial;
        for (std::size_t j = 0; j < N; ++j) from_known = from_known || (taken[j] && rows[j].to == rows[i].from);
        if (from_known) taken[i] = grew = true;
      }
    }
    if (wanted == initial) return true;
    for (std::size_t i = 0; i < N; ++i)
      if (taken[i] && rows[i].to == wanted) return true;
    return false;
  }

 private:
  // In the mutation build the row named by MANDAT_MUTATE is missing, and a test must notice.
  constexpr bool flipped_row(std::size_t i) const { return !std::is_constant_evaluated() && mutated_row(name, i, N); }
};

template <class State, class Event, std::size_t N>
constexpr StateTable<State, Event, N> state_table(std::string_view name, const Transition<State, Event> (&rows)[N]) {
  return {name, std::to_array(rows)};
}

}  // namespace base
