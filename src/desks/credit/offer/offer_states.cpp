#include "desks/credit/offer/offer_states.hpp"

#include "base/words.hpp"

namespace credit::offer {
namespace {

constexpr base::Word<State> states[] = {
    {State::open, "open", "À l’étude"},         {State::recommended, "recommended", "Proposée au client"},
    {State::accepted, "accepted", "Acceptée"},  {State::declined, "declined", "Non retenue"},
    {State::withdrawn, "withdrawn", "Retirée"},
};
constexpr base::Word<Way> ways[] = {
    {Way::none, "", ""},
    {Way::link, "link", "Par le lien"},
    {Way::email, "email", "Par e-mail"},
};

}  // namespace

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(State state) { return base::word_of(states, state).label; }

std::string_view to_text(Way way) { return base::word_of(ways, way).text; }
std::optional<Way> way_from_text(std::string_view text) { return base::value_of(ways, text); }

}  // namespace credit::offer
