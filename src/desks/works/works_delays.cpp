#include "desks/works/works_delays.hpp"

#include <utility>

#include "desks/works/works_rules.hpp"

namespace works {

std::string_view delay_label(std::string_view rule) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {deadline_rule::answer, "Réponse à la demande"},
      {deadline_rule::quote, "Envoi du devis"},
      {deadline_rule::quote_reminder_early, "Rappel du devis à deux jours"},
      {deadline_rule::quote_reminder_last, "Rappel du devis, dernier jour"},
      {deadline_rule::cancel, "Annulation sans avertissement"},
      {deadline_rule::inactivity, "Inactivité d’une entreprise"},
      {deadline_rule::deactivation_notice, "Préavis de désactivation"},
      {deadline_rule::warning, "Avertissement\u00a0: fin de validité"},
      {deadline_rule::closure_chase_first, "Relance de clôture du chantier"},
      {deadline_rule::closure_chase_second, "Seconde relance de clôture du chantier"},
      {deadline_rule::file_chase_first, "Relance de clôture du dossier"},
      {deadline_rule::file_chase_second, "Seconde relance de clôture du dossier"},
      {deadline_rule::file_task, "Dossier jamais clos : tâche de l’administrateur"},
      {deadline_rule::mandate_lapse, "Caducité du mandat de prélèvement"},
      {deadline_rule::commission_last_notice, "Dernier jour pour annoncer le prélèvement"},
      {deadline_rule::commission_alarm, "Commission encore dans aucune remise"},
      {deadline_rule::commission_limit, "Dernier jour de prélèvement de la commission"},
      {deadline_rule::bonus_run, "Versement des primes du trimestre"},
      {deadline_rule::transfer_alarm, "Virement encore dans aucune remise"},
      {deadline_rule::transfer_limit, "Dernier jour d’un virement"},
      {deadline_rule::commission_reversed, "Suites d’une commission contre-passée"},
      {deadline_rule::bonus_reversed, "Suites d’une prime contre-passée"},
      {deadline_rule::closure_task, "Chantier jamais clos : tâche de l’administrateur"},
  };
  for (const auto& [known, label] : words)
    if (known == rule) return label;
  return "Délai";
}

}  // namespace works
