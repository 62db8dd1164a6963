#include "desks/works/commission/commission_states.hpp"

#include "base/words.hpp"

namespace works::commission {
namespace {

constexpr base::Word<State> states[] = {{State::awaiting_mandate, "awaiting_mandate", "Mandat à signer"},
                                        {State::planned, "planned", "À prélever"},
                                        {State::paid, "paid", "Payée"},
                                        {State::unpaid, "unpaid", "Impayée"},
                                        {State::unknown, "unknown", "Sans nouvelle de la banque"},
                                        {State::stuck, "stuck", "Prélèvement impossible"},
                                        {State::credited, "credited", "Annulée"}};

}  // namespace

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(State state) { return base::word_of(states, state).label; }

}  // namespace works::commission
