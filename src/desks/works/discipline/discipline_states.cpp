#include "desks/works/discipline/discipline_states.hpp"

#include "base/words.hpp"

namespace works::discipline {
namespace {

constexpr base::Word<State> states[] = {
    {State::noticed, "noticed", "Préavis en cours"},
    {State::proposed, "proposed", "À décider"},
    {State::confirmed, "confirmed", "Désactivée"},
    {State::dismissed, "dismissed", "Maintenue"},
    {State::lifted, "lifted", "Levée"},
};

}  // namespace

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(State state) { return base::word_of(states, state).label; }

}  // namespace works::discipline
