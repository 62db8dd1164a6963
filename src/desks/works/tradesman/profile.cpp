#include "desks/works/tradesman/profile.hpp"

#include "base/words.hpp"

namespace works::tradesman {
namespace {
constexpr base::Word<State> words[] = {
    {State::active, "active", "Partenaire actif"},
    {State::suspended, "suspended", "Partenariat suspendu"},
    {State::left, "left", "Ancien partenaire"},
};
}  // namespace

std::string_view to_text(State state) { return base::word_of(words, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(State state) { return base::word_of(words, state).label; }

}  // namespace works::tradesman
