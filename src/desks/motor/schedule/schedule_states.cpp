#include "desks/motor/schedule/schedule_states.hpp"

#include "base/words.hpp"

namespace motor::schedule {
namespace {

constexpr base::Word<State> state_words[] = {
    {State::suggested, "suggested", "suggérée"}, {State::countered, "countered", "contre-proposée"},
    {State::validated, "validated", "validée"},  {State::refused, "refused", "refusée"},
    {State::withdrawn, "withdrawn", "retirée"},
};
static_assert(std::size(state_words) == state_count);

constexpr base::Word<Event> event_words[] = {
    {Event::validate, "validate", "Valider"},       {Event::refuse, "refuse", "Refuser"},
    {Event::counter, "counter", "Contre-proposer"}, {Event::accept, "accept", "Accepter"},
    {Event::decline, "decline", "Décliner"},        {Event::replace, "replace", "Remplacer"},
    {Event::cancel, "cancel", "Annuler"},
};
static_assert(std::size(event_words) == event_count);

}  // namespace

std::string_view to_text(State state) { return base::word_of(state_words, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(state_words, text); }
std::string_view label(State state) { return base::word_of(state_words, state).label; }

std::string_view to_text(Event event) { return base::word_of(event_words, event).text; }
std::optional<Event> event_from_text(std::string_view text) { return base::value_of(event_words, text); }
std::string_view label(Event event) { return base::word_of(event_words, event).label; }

}  // namespace motor::schedule
