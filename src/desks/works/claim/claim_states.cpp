#include "desks/works/claim/claim_states.hpp"

#include "base/french.hpp"
#include "base/words.hpp"

namespace works::claim {
namespace {
constexpr base::Word<Status> statuses[] = {
    {Status::awaiting_quote, "awaiting_quote", "EN ATTENTE DE DEVIS"},
    {Status::in_progress, "in_progress", "EN COURS"},
    {Status::closed, "closed", "CLÔTURÉ"},
    {Status::abandoned, "abandoned", "SANS SUITE"},
};
constexpr base::Word<Detail> details[] = {
    {Detail::to_assign, "to_assign", "à attribuer"},
    {Detail::to_reassign, "to_reassign", "à réattribuer"},
    {Detail::awaiting_answer, "awaiting_answer", "en attente de réponse"},
    {Detail::awaiting_quote, "awaiting_quote", "devis attendu"},
    {Detail::quote_overdue, "quote_overdue", "devis en retard"},
    {Detail::quote_refused, "quote_refused", "devis refusé par l’assureur"},
    {Detail::quote_to_send, "quote_to_send", "devis à transmettre à l’assureur"},
    {Detail::quote_at_insurer, "quote_at_insurer", "devis chez l’assureur"},
    {Detail::visit_planned, "visit_planned", "visite d’expert prévue"},
    {Detail::quote_validated, "quote_validated", "devis validé"},
    {Detail::job_closed, "job_closed", "chantier clos, dossier à clore"},
    {Detail::broker_closed, "broker_closed", "dossier clos, chantier à clore"},
    {Detail::closed, "closed", "terminé"},
    {Detail::abandoned, "abandoned", "sans suite"},
};
constexpr base::Word<WaitingFor> holders[] = {
    {WaitingFor::broker, "broker", "Vous"},
    {WaitingFor::tradesman, "tradesman", "L’entreprise"},
    {WaitingFor::insurer, "insurer", "L’assureur"},
    {WaitingFor::nobody, "nobody", "Personne"},
};
constexpr base::Word<Abandonment> reasons[] = {
    {Abandonment::insurer_refuses, "insurer_refuses", "L’assureur refuse la prise en charge"},
    {Abandonment::insured_gives_up, "insured_gives_up", "L’assuré renonce aux travaux"},
    {Abandonment::insured_chose_another_firm, "insured_chose_another_firm", "L’assuré a choisi une autre entreprise"},
    {Abandonment::no_firm_found, "no_firm_found", "Aucune entreprise trouvée"},
    {Abandonment::declared_by_mistake, "declared_by_mistake", "Déclaré par erreur"},
};
}  // namespace

std::string_view to_text(Status status) { return base::word_of(statuses, status).text; }
std::optional<Status> status_from_text(std::string_view text) { return base::value_of(statuses, text); }
std::string_view label(Status status) { return base::word_of(statuses, status).label; }

std::string_view to_text(Detail detail) { return base::word_of(details, detail).text; }
std::optional<Detail> detail_from_text(std::string_view text) { return base::value_of(details, text); }
std::string_view label(Detail detail) { return base::word_of(details, detail).label; }

std::string detail_text(Detail detail, std::optional<base::Day> visit_on, base::Day today) {
  if (detail != Detail::visit_planned || !visit_on) return std::string(label(detail));
  if (*visit_on < today) return std::string(label(Detail::quote_at_insurer));
  return std::string(label(detail)) + " le " + base::french::day_short(*visit_on);
}

std::string_view to_text(WaitingFor who) { return base::word_of(holders, who).text; }
std::optional<WaitingFor> waiting_from_text(std::string_view text) { return base::value_of(holders, text); }
std::string_view label(WaitingFor who) { return base::word_of(holders, who).label; }

std::string_view to_text(Abandonment reason) { return base::word_of(reasons, reason).text; }
std::optional<Abandonment> abandonment_from_text(std::string_view text) { return base::value_of(reasons, text); }
std::string_view label(Abandonment reason) { return base::word_of(reasons, reason).label; }

}  // namespace works::claim
