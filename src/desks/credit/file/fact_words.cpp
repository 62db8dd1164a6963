#include "desks/credit/file/fact_words.hpp"

namespace credit::file {
namespace {

using web::ui::Icon;
using web::ui::Tone;

constexpr FactWord words[] = {
    {"credit.placement.opened", "Premier contact, dossier ouvert", Icon::phone, Tone::info},
    {"credit.placement.information_complete", "Informations complètes", Icon::circle_check, Tone::good},
    {"credit.placement.information_reopened", "Informations à compléter", Icon::edit, Tone::warn},
    {"credit.placement.assembled", "Dossier monté", Icon::file, Tone::good},
    {"credit.placement.sent", "Test à blanc lancé", Icon::send, Tone::info},
    {"credit.placement.space", "Rattaché à l’espace de l’entreprise", Icon::shield, Tone::good},
    {"credit.questionnaire.sent", "Questionnaire envoyé à l’entreprise", Icon::send, Tone::info},
    {"credit.questionnaire.withdrawn", "Lien du questionnaire retiré", Icon::lock, Tone::mute},
    {"credit.insurer.changed", "Annuaire des assureurs modifié", Icon::edit, Tone::neutral},
    {"credit.test.link_withdrawn", "Lien retiré à {insurer}", Icon::lock, Tone::mute},
    {"credit.portfolio.imported", "Liste d’acheteurs importée", Icon::upload, Tone::neutral},
    {"credit.test.sent", "Envoyé à {insurer}", Icon::send, Tone::neutral},
    {"credit.test.seen", "Reçu par {insurer}", Icon::eye, Tone::info},
    {"credit.test.answered", "{insurer} a répondu", Icon::circle_check, Tone::good},
    {"credit.test.declined", "{insurer} décline", Icon::ban, Tone::warn},
    {"credit.test.chased", "{insurer} relancé", Icon::refresh, Tone::warn},
    {"credit.test.silent", "Délai passé, {insurer} n’a pas fini de répondre", Icon::clock, Tone::bad},
    {"credit.test.closed", "Test à blanc clos", Icon::lock, Tone::good},
    {"credit.placement.given_up", "Dossier sans suite", Icon::ban, Tone::mute},
};

}  // namespace

std::span<const FactWord> fact_words() { return words; }

const FactWord* find_fact_word(std::string_view code) {
  for (const auto& word : words)
    if (word.code == code) return &word;
  return nullptr;
}

}  // namespace credit::file
