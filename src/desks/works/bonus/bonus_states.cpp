#include "desks/works/bonus/bonus_states.hpp"

#include "base/words.hpp"

namespace works::bonus {
namespace {

constexpr base::Word<State> states[] = {{State::planned, "planned", "Virement prévu"},
                                        {State::paid, "paid", "Versé"},
                                        {State::unpaid, "unpaid", "Virement sans suite"},
                                        {State::unknown, "unknown", "Sans nouvelle de la banque"}};

}  // namespace

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(State state) { return base::word_of(states, state).label; }

}  // namespace works::bonus
