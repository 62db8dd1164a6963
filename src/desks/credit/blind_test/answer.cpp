#include "desks/credit/blind_test/answer.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace credit::blind_test {
namespace {

constexpr base::Word<Kind> kind_words[] = {
    {Kind::approved, "approved", "Accord total"},
    {Kind::partly_approved, "partly_approved", "Accord partiel"},
    {Kind::conditional, "conditional", "Accord sous condition"},
    {Kind::refused, "refused", "Refus"},
    {Kind::increase_refused, "increase_refused", "Augmentation refusée"},
    {Kind::reduced, "reduced", "Réduction"},
    {Kind::withdrawn, "withdrawn", "Résiliation"},
    {Kind::pending, "pending", "À l’étude"},
    {Kind::pre_notice, "pre_notice", "Préavis de résiliation"},
    {Kind::partial_expiry, "partial_expiry", "Échéance partielle"},
};
constexpr base::Word<Scope> scope_words[] = {
    {Scope::all_risks, "all_risks", "Toutes causes"},
    {Scope::insolvency_only, "insolvency_only", "Insolvabilité seule"},
};
constexpr base::Word<State> state_words[] = {
    {State::not_asked, "non-demande", "Non demandé"},
    {State::pending, "en-attente", "En attente"},
    {State::granted, "accorde", "Accordé"},
    {State::partial, "partiel", "Accordé en partie"},
    {State::refused, "refuse", "Refusé"},
    {State::insolvency_only, "insolvabilite", "Insolvabilité seule"},
    {State::expired, "expire", "Expiré"},
    {State::declined, "decline", "Décliné"},
};

Meaning meaning_of(Kind kind) {
  const auto row = std::find_if(std::begin(meanings), std::end(meanings),
                                [kind](const KindMeaning& each) { return each.kind == kind; });
  return row == std::end(meanings) ? Meaning::undecided : row->meaning;
}

}  // namespace

std::string_view to_text(Kind kind) { return base::word_of(kind_words, kind).text; }
std::optional<Kind> kind_from_text(std::string_view text) { return base::value_of(kind_words, text); }
std::string_view label(Kind kind) { return base::word_of(kind_words, kind).label; }
std::string_view to_text(Scope scope) { return base::word_of(scope_words, scope).text; }
std::optional<Scope> scope_from_text(std::string_view text) { return base::value_of(scope_words, text); }
std::string_view label(State state) { return base::word_of(state_words, state).label; }
std::string_view slug(State state) { return base::word_of(state_words, state).text; }

bool decided(const Answer& answer) { return meaning_of(answer.kind) != Meaning::undecided; }

bool grants(const Answer& answer) { return meaning_of(answer.kind) == Meaning::by_amount && answer.amount.cents > 0; }

State state_of(const std::optional<Answer>& answer, base::Money asked, base::Day today) {
  if (!answer) return State::pending;
  const Meaning meaning = meaning_of(answer->kind);
  if (meaning == Meaning::undecided) return State::pending;
  if (meaning == Meaning::nothing_granted || answer->amount.cents == 0) return State::refused;
  if (answer->valid_until && *answer->valid_until < today) return State::expired;
  if (answer->scope == Scope::insolvency_only) return State::insolvency_only;
  return answer->amount >= asked ? State::granted : State::partial;
}

base::Money covered(const std::optional<Answer>& answer, base::Money asked, base::Day today) {
  const State state = state_of(answer, asked, today);
  if (state != State::granted && state != State::partial) return {};
  return std::min(answer->amount, asked);
}

}  // namespace credit::blind_test
