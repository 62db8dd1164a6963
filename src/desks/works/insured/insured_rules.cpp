#include "desks/works/insured/insured_rules.hpp"

#include "base/french.hpp"

namespace works::insured {
namespace {

using lot::State;

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W31",
                "The insured follows his claim by a link of his own, without signing in: where each lot stands, which "
                "firm comes and when, what is expected of him; a code sent to his address comes before it"),
    MANDAT_RULE("W31.sent",
                "The link leaves with the declaration when the insured has an e-mail address; the broker may send it "
                "again, to another address, or withdraw it"),
    MANDAT_RULE("W31.firm",
                "A firm is named to the insured once it has accepted, with its phone number while it holds the job; "
                "never while it is only asked"),
    MANDAT_RULE("W31.when",
                "The insured reads the day on which the firm says that the works begin, from when the insurer has "
                "agreed until the job is closed"),
};

std::string on(base::Day day) { return "le " + base::french::day_long(day); }

// « Les travaux commencent le … »; from that day on they have begun.
std::string works_sentence(const LotFacts& lot, base::Day today) {
  return (*lot.starts_on > today ? "Les travaux de " + lot.firm + " commencent " : lot.firm + " intervient depuis ") +
         on(*lot.starts_on) + ".";
}

std::string settled_sentence(const LotFacts& lot, base::Day today) {
  if (!lot.starts_on)
    return "Convenez avec " + lot.firm + " de la date des travaux, puis réglez sa facture une fois terminés.";
  if (*lot.starts_on > today)
    return "Soyez présent " + on(*lot.starts_on) + " pour le début des travaux, puis réglez la facture de " + lot.firm +
           " une fois terminés.";
  return "Réglez la facture de " + lot.firm + " une fois les travaux terminés.";
}

bool visit_to_come(const LotFacts& lot, base::Day today) { return lot.visit_on && *lot.visit_on >= today; }

}  // namespace

Expected expected(const LotFacts& lot, base::Day today) {
  const Expected nothing{false, "Rien pour l’instant."};
  switch (lot.state) {
    case State::to_assign:
    case State::asked:
      return nothing;
    case State::awaiting_quote:
      return {true, lot.firm + " vous appelle pour convenir d’une visite et préparer son devis."};
    case State::quote_refused:
    case State::quote_received:
      return nothing;
    case State::quote_at_insurer:
      if (visit_to_come(lot, today))
        return {true, "Soyez présent " + on(*lot.visit_on) + " pour la visite de l’expert de votre assureur."};
      return nothing;
    case State::quote_validated:
      if (!lot.signed_by_insured)
        return {true, lot.emergency
                          ? "Signez le devis de " + lot.firm + " pour que les travaux commencent."
                          : "Signez le devis de " + lot.firm +
                                " pour que les travaux commencent. Signé chez vous, il n’est payable qu’après sept "
                                "jours, et vous avez quatorze jours pour y renoncer."};
      return {true, settled_sentence(lot, today)};
    case State::job_closed:
    case State::abandoned:
      return {false, "Rien."};
  }
  return nothing;
}

std::string standing(const LotFacts& lot, base::Day today) {
  switch (lot.state) {
    case State::to_assign:
      return "Votre courtier choisit une entreprise.";
    case State::asked:
      return "Une entreprise est sollicitée" +
             (lot.answer_due ? " : sa réponse est attendue avant " + base::french::instant_weekday(*lot.answer_due)
                             : std::string(", sa réponse est attendue")) +
             ".";
    case State::awaiting_quote:
      return lot.firm + " a accepté le chantier" +
             (lot.quote_due ? " : son devis est attendu avant la fin du " + base::french::day_long(*lot.quote_due)
                            : std::string()) +
             ".";
    case State::quote_refused:
      return "Votre assureur n’a pas retenu le devis de " + lot.firm + " : votre courtier décide de la suite.";
    case State::quote_received:
      return "Le devis de " + lot.firm + " est chez votre courtier, qui le transmet à votre assureur.";
    case State::quote_at_insurer:
      if (visit_to_come(lot, today)) return "Un expert de votre assureur passe " + on(*lot.visit_on) + ".";
      return "Votre assureur examine le devis de " + lot.firm + ".";
    case State::quote_validated:
      return "Votre assureur a accepté le devis de " + lot.firm + "." +
             (lot.starts_on ? " " + works_sentence(lot, today) : std::string());
    case State::job_closed:
      return "Les travaux de " + lot.firm + " sont terminés et réglés.";
    case State::abandoned:
      return "Ce lot n’a pas de suite.";
  }
  return {};
}

std::vector<Share> shares(const Terms& terms) {
  std::vector<Share> all;
  const auto add = [&](std::string label, const std::optional<base::Money>& amount) {
    if (amount) all.push_back({std::move(label), *amount});
  };
  add("Franchise, à votre charge", terms.excess);
  add("Vétusté, à votre charge", terms.depreciation);
  add("Indemnité différée, remboursée sur facture", terms.deferred_indemnity);
  add("Acompte demandé par l’entreprise", terms.deposit);
  return all;
}

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::insured
