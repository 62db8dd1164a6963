#include "desks/works/debit_mandate/debit_mandate_states.hpp"

#include "base/words.hpp"

namespace works::debit_mandate {
namespace {

constexpr base::Word<State> states[] = {{State::active, "active", "Actif"},
                                        {State::revoked, "revoked", "Révoqué"},
                                        {State::lapsed, "lapsed", "Caduc"},
                                        {State::replaced, "replaced", "Remplacé"}};

}  // namespace

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(State state) { return base::word_of(states, state).label; }

}  // namespace works::debit_mandate
