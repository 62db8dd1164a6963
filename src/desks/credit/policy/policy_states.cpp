#include "desks/credit/policy/policy_states.hpp"

#include "base/words.hpp"

namespace credit::policy {
namespace {

constexpr base::Word<State> states[] = {
    {State::issued, "issued", "À envoyer en signature"},
    {State::sent, "sent", "En signature"},
    {State::signed_, "signed", "Signée"},
    {State::refused, "refused", "Refusée"},
};
constexpr base::Word<Origin> origins[] = {
    {Origin::drawn, "drawn", "Établie d’après l’offre acceptée"},
    {Origin::filed, "filed", "PDF de l’assureur"},
};
constexpr base::Word<SignedWay> ways[] = {
    {SignedWay::none, "", ""},
    {SignedWay::code, "code", "Par code à usage unique"},
    {SignedWay::external, "external", "Signée ailleurs, preuve déposée"},
};
constexpr base::Word<Item> items[] = {
    {Item::portal, "portal", "Accès au portail de l’assureur"},
    {Item::limits, "limits", "Demander une limite"},
    {Item::prospects, "prospects", "Vérifier un prospect avant de signer"},
    {Item::declarations, "declarations", "Déclarer le chiffre d’affaires"},
    {Item::claims, "claims", "Déclarer un impayé à temps"},
};

}  // namespace

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(State state) { return base::word_of(states, state).label; }

std::string_view to_text(Origin origin) { return base::word_of(origins, origin).text; }
std::optional<Origin> origin_from_text(std::string_view text) { return base::value_of(origins, text); }

std::string_view to_text(SignedWay way) { return base::word_of(ways, way).text; }
std::optional<SignedWay> signed_way_from_text(std::string_view text) { return base::value_of(ways, text); }

std::string_view to_text(Item item) { return base::word_of(items, item).text; }
std::optional<Item> item_from_text(std::string_view text) { return base::value_of(items, text); }
std::string_view label(Item item) { return base::word_of(items, item).label; }
std::string_view hint(Item item) {
  switch (item) {
    case Item::portal:
      return "Adresse du portail, qui a reçu ses identifiants.";
    case Item::limits:
      return "Où, pour quels acheteurs, sous quel délai la réponse vient.";
    case Item::prospects:
      return "Interroger l’assureur avant la vente, pas après.";
    case Item::declarations:
      return "Les périodes, le délai, le formulaire.";
    case Item::claims:
      break;
  }
  return "Menace de sinistre, demande d’indemnisation : les dates qui perdent la garantie.";
}

}  // namespace credit::policy
