#include "desks/motor/supplement/supplement_states.hpp"

#include "base/words.hpp"

namespace motor::supplement {
namespace {

constexpr base::Word<State> words[] = {
    {State::sent, "sent", "envoyé"},
    {State::accepted, "accepted", "accepté"},
    {State::partly, "partly", "accepté en partie"},
    {State::refused, "refused", "refusé"},
};
static_assert(std::size(words) == state_count);

}  // namespace

std::string_view to_text(State state) { return base::word_of(words, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(State state) { return base::word_of(words, state).label; }

}  // namespace motor::supplement
