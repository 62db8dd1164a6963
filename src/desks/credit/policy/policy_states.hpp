// From the policy issued to the policy signed (C10, C11).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace credit::policy {

enum class State {
  issued,  // filed or drawn, to be sent for signature
  sent,    // the signatory has his link
  signed_,
  refused,
};
enum class Event { sent, lapsed, recalled, signed_by_code, signed_elsewhere, refused, retracted };

inline constexpr auto transitions = base::state_table<State, Event>(
    "credit.policy", {
                         {State::issued, Event::sent, State::sent, "C11"},
                         {State::issued, Event::signed_elsewhere, State::signed_, "C10"},
                         {State::sent, Event::sent, State::sent, "C11"},
                         {State::sent, Event::lapsed, State::issued, "C11"},
                         {State::sent, Event::recalled, State::issued, "C10"},
                         {State::issued, Event::retracted, State::refused, "C10"},
                         {State::sent, Event::retracted, State::refused, "C10"},
                         {State::sent, Event::signed_by_code, State::signed_, "C11"},
                         {State::sent, Event::signed_elsewhere, State::signed_, "C10"},
                         {State::sent, Event::refused, State::refused, "C11"},
                     });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::issued, State::signed_) && transitions.reaches(State::issued, State::refused));

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);

enum class Origin { drawn, filed };  // from the agreed terms, or the insurer's own PDF
std::string_view to_text(Origin origin);
std::optional<Origin> origin_from_text(std::string_view text);

enum class SignedWay { none, code, external };
std::string_view to_text(SignedWay way);
std::optional<SignedWay> signed_way_from_text(std::string_view text);

// What the insured learns once he is covered (C17).
enum class Item { portal, limits, prospects, declarations, claims };
std::string_view to_text(Item item);
std::optional<Item> item_from_text(std::string_view text);
std::string_view label(Item item);
std::string_view hint(Item item);

}  // namespace credit::policy
