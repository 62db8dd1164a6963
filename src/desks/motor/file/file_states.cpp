#include "desks/motor/file/file_states.hpp"

#include "base/words.hpp"

namespace motor::file {
namespace {

constexpr base::Word<State> state_words[] = {
    {State::remote_inspection, "remote_inspection", "Expertise EAD"},
    {State::awaiting_appointment, "awaiting_appointment", "Attente de RDV"},
    {State::visit_planned, "visit_planned", "Visite planifiée"},
    {State::awaiting_documents, "awaiting_documents", "Attente de documents"},
    {State::in_progress, "in_progress", "En cours"},
    {State::awaiting_invoice, "awaiting_invoice", "Attente de facture"},
    {State::closed, "closed", "Terminé"},
};
static_assert(std::size(state_words) == states.size());

constexpr std::pair<State, std::string_view> slugs[] = {
    {State::remote_inspection, "expertise-ead"},
    {State::awaiting_appointment, "attente-de-rdv"},
    {State::visit_planned, "visite-planifiee"},
    {State::awaiting_documents, "attente-de-documents"},
    {State::in_progress, "en-cours"},
    {State::awaiting_invoice, "attente-de-facture"},
    {State::closed, "termine"},
};

constexpr base::Word<Event> event_words[] = {
    {Event::appointment_asked, "appointment_asked", "Date suggérée"},
    {Event::visit_validated, "visit_validated", "Visite planifiée"},
    {Event::remote_chosen, "remote_chosen", "Expertise à distance demandée"},
    {Event::appointment_moved, "appointment_moved", "Rendez-vous déplacé"},
    {Event::appointment_cancelled, "appointment_cancelled", "Rendez-vous annulé"},
    {Event::photos_received, "photos_received", "Photos de l’EAD reçues"},
    {Event::inspection_done, "inspection_done", "Expertise faite"},
    {Event::report_posted, "report_posted", "Rapport déposé"},
    {Event::document_asked, "document_asked", "Document demandé"},
    {Event::document_received, "document_received", "Document envoyé par le réparateur"},
    {Event::documents_judged, "documents_judged", "Documents reçus et conformes"},
    {Event::works_announced, "works_announced", "Fin de travaux et facturation annoncées"},
    {Event::supplement_received, "supplement_received", "Complément de réparation envoyé"},
    {Event::invoice_received, "invoice_received", "Facture envoyée"},
    {Event::invoice_refused, "invoice_refused", "Facture non conforme"},
    {Event::invoice_accepted, "invoice_accepted", "Facture acceptée"},
    {Event::closed, "closed", "Dossier terminé"},
    {Event::reopened, "reopened", "Dossier rouvert"},
};
static_assert(std::size(event_words) == event_count);

}  // namespace

std::optional<Position> next(const Position& position, Event event) {
  if (position.state != State::awaiting_documents) {
    const auto to = transitions.next(position.state, event);
    if (!to) return std::nullopt;
    return *to == State::awaiting_documents ? Position{*to, position.state} : Position{*to};
  }
  if (event == Event::documents_judged) return Position{position.return_to.value()};
  if (const auto to = transitions.next(State::awaiting_documents, event))
    return *to == State::awaiting_documents ? position : Position{*to};
  const auto behind = transitions.next(position.return_to.value(), event);
  if (!behind) return std::nullopt;
  return *behind == State::closed ? Position{State::closed} : Position{State::awaiting_documents, *behind};
}

bool needs_reason(Event event) {
  return event == Event::closed || event == Event::reopened || event == Event::invoice_refused ||
         event == Event::document_asked;
}

std::string_view to_text(State state) { return base::word_of(state_words, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(state_words, text); }
std::string_view label(State state) { return base::word_of(state_words, state).label; }

std::string_view slug(State state) {
  for (const auto& [known, text] : slugs)
    if (known == state) return text;
  return {};
}
std::optional<State> state_from_slug(std::string_view slug) {
  for (const auto& [state, text] : slugs)
    if (text == slug) return state;
  return std::nullopt;
}

std::string_view to_text(Event event) { return base::word_of(event_words, event).text; }
std::optional<Event> event_from_text(std::string_view text) { return base::value_of(event_words, text); }
std::string_view label(Event event) { return base::word_of(event_words, event).label; }

}  // namespace motor::file
