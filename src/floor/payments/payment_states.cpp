#include "floor/payments/payment_states.hpp"

#include "base/words.hpp"

namespace payments {
namespace {

constexpr base::Word<State> states[] = {
    {State::planned, "planned", "prévu"},        {State::batched, "batched", "en remise"},
    {State::released, "released", "envoyé"},     {State::booked, "booked", "réglé"},
    {State::rejected, "rejected", "rejeté"},     {State::returned, "returned", "retourné"},
    {State::unknown, "unknown", "sort inconnu"}, {State::cancelled, "cancelled", "annulé"},
};

}  // namespace

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(State state) { return base::word_of(states, state).label; }

}  // namespace payments
