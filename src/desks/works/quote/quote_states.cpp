#include "desks/works/quote/quote_states.hpp"

#include "base/words.hpp"

namespace works::quote {
namespace {
constexpr base::Word<State> words[] = {
    {State::received, "received", "Reçu"},     {State::at_insurer, "at_insurer", "Chez l’assureur"},
    {State::validated, "validated", "Validé"}, {State::adjusted, "adjusted", "Validé pour un autre montant"},
    {State::refused, "refused", "Refusé"},     {State::replaced, "replaced", "Remplacé"},
};
}  // namespace

std::string_view to_text(State state) { return base::word_of(words, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(State state) { return base::word_of(words, state).label; }

}  // namespace works::quote
