#include "desks/works/mandate/mandate_states.hpp"

#include "base/words.hpp"

namespace works::mandate {
namespace {
constexpr base::Word<State> words[] = {
    {State::asked, "asked", "Réponse attendue"}, {State::accepted, "accepted", "Devis attendu"},
    {State::refused, "refused", "Refusée"},      {State::expired, "expired", "Sans réponse"},
    {State::cancelled, "cancelled", "Annulée"},  {State::withdrawn, "withdrawn", "Retirée"},
    {State::quoted, "quoted", "Devis envoyé"},   {State::closed, "closed", "Chantier clos"},
};
}  // namespace

std::string_view to_text(State state) { return base::word_of(words, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(State state) { return base::word_of(words, state).label; }

}  // namespace works::mandate
