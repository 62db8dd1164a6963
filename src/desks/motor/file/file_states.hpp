// Where a file stands: one state, one tab (M11). The main path as a table; Attente de documents interrupts it and goes
// back to where it came from.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/rule.hpp"
#include "base/state_table.hpp"

namespace motor::file {

inline constexpr base::Rule state_rules[] = {
    MANDAT_RULE("M11",
                "A file has one state, changed by an event of the transition table; each change stands in the "
                "history; each tab is a query on the state"),
    MANDAT_RULE("M11.return",
                "Attente de documents may interrupt any open state, and goes back to where it came from once "
                "the documents are judged; what happens meanwhile moves where it goes back to"),
    MANDAT_RULE(
        "M11.reason",
        "Documents are asked for by name; a file is reopened, or closed before its invoice is accepted, with a reason"),
};

// In the order of the tabs.
enum class State {
  remote_inspection,     // Expertise EAD
  awaiting_appointment,  // Attente de RDV
  visit_planned,         // Visite planifiée
  awaiting_documents,    // Attente de documents
  in_progress,           // En cours
  awaiting_invoice,      // Attente de facture
  closed,                // Terminé
};
inline constexpr std::array states{
    State::remote_inspection, State::awaiting_appointment, State::visit_planned, State::awaiting_documents,
    State::in_progress,       State::awaiting_invoice,     State::closed};

enum class Event {
  appointment_asked,  // a date was suggested, by either side
  visit_validated,    // an inspection on site has its date
  remote_chosen,      // the vehicle will be inspected remotely (EAD)
  appointment_moved,
  appointment_cancelled,
  photos_received,  // the photographs of a remote inspection
  inspection_done,
  report_posted,  // provisional or final
  document_asked,
  document_received,    // from the repairer, but the invoice
  documents_judged,     // what was asked for has come and is compliant
  works_announced,      // the date of the end of works and of invoicing holds
  supplement_received,  // more works are asked for
  invoice_received,
  invoice_refused,  // judged non-compliant
  invoice_accepted,
  closed,    // by the firm, with a reason
  reopened,  // by the firm, with a reason
};
inline constexpr int event_count = 18;

inline constexpr auto transitions = base::state_table<State, Event>(
    "motor.file", {
                      {State::awaiting_appointment, Event::appointment_asked, State::awaiting_appointment, "M11"},
                      {State::awaiting_appointment, Event::visit_validated, State::visit_planned, "M11"},
                      {State::awaiting_appointment, Event::remote_chosen, State::remote_inspection, "M11"},
                      {State::awaiting_appointment, Event::document_received, State::awaiting_appointment, "M11"},
                      {State::awaiting_appointment, Event::inspection_done, State::in_progress, "M11"},
                      {State::awaiting_appointment, Event::report_posted, State::in_progress, "M11"},
                      {State::awaiting_appointment, Event::document_asked, State::awaiting_documents, "M11.return"},
                      {State::awaiting_appointment, Event::closed, State::closed, "M11"},

                      {State::visit_planned, Event::appointment_asked, State::visit_planned, "M11"},
                      {State::visit_planned, Event::visit_validated, State::visit_planned, "M11"},
                      {State::visit_planned, Event::appointment_moved, State::visit_planned, "M11"},
                      {State::visit_planned, Event::appointment_cancelled, State::awaiting_appointment, "M11"},
                      {State::visit_planned, Event::remote_chosen, State::remote_inspection, "M11"},
                      {State::visit_planned, Event::document_received, State::visit_planned, "M11"},
                      {State::visit_planned, Event::inspection_done, State::in_progress, "M11"},
                      {State::visit_planned, Event::report_posted, State::in_progress, "M11"},
                      {State::visit_planned, Event::document_asked, State::awaiting_documents, "M11.return"},
                      {State::visit_planned, Event::closed, State::closed, "M11"},

                      {State::remote_inspection, Event::appointment_asked, State::remote_inspection, "M11"},
                      {State::remote_inspection, Event::remote_chosen, State::remote_inspection, "M11"},
                      {State::remote_inspection, Event::appointment_moved, State::remote_inspection, "M11"},
                      {State::remote_inspection, Event::appointment_cancelled, State::awaiting_appointment, "M11"},
                      {State::remote_inspection, Event::visit_validated, State::visit_planned, "M11"},
                      {State::remote_inspection, Event::photos_received, State::remote_inspection, "M11"},
                      {State::remote_inspection, Event::document_received, State::remote_inspection, "M11"},
                      {State::remote_inspection, Event::inspection_done, State::in_progress, "M11"},
                      {State::remote_inspection, Event::report_posted, State::in_progress, "M11"},
                      {State::remote_inspection, Event::document_asked, State::awaiting_documents, "M11.return"},
                      {State::remote_inspection, Event::closed, State::closed, "M11"},

                      {State::in_progress, Event::appointment_asked, State::in_progress, "M11"},
                      {State::in_progress, Event::visit_validated, State::visit_planned, "M11"},
                      {State::in_progress, Event::remote_chosen, State::remote_inspection, "M11"},
                      {State::in_progress, Event::report_posted, State::in_progress, "M11"},
                      {State::in_progress, Event::document_received, State::in_progress, "M11"},
                      {State::in_progress, Event::supplement_received, State::in_progress, "M11"},
                      {State::in_progress, Event::works_announced, State::awaiting_invoice, "M11"},
                      {State::in_progress, Event::invoice_received, State::awaiting_invoice, "M11"},
                      {State::in_progress, Event::document_asked, State::awaiting_documents, "M11.return"},
                      {State::in_progress, Event::closed, State::closed, "M11"},

                      {State::awaiting_invoice, Event::appointment_asked, State::awaiting_invoice, "M11"},
                      {State::awaiting_invoice, Event::report_posted, State::awaiting_invoice, "M11"},
                      {State::awaiting_invoice, Event::document_received, State::awaiting_invoice, "M11"},
                      {State::awaiting_invoice, Event::supplement_received, State::in_progress, "M11"},
                      {State::awaiting_invoice, Event::works_announced, State::awaiting_invoice, "M11"},
                      {State::awaiting_invoice, Event::invoice_received, State::awaiting_invoice, "M11"},
                      {State::awaiting_invoice, Event::invoice_refused, State::awaiting_invoice, "M11"},
                      {State::awaiting_invoice, Event::invoice_accepted, State::closed, "M11"},
                      {State::awaiting_invoice, Event::document_asked, State::awaiting_documents, "M11.return"},
                      {State::awaiting_invoice, Event::closed, State::closed, "M11"},

                      {State::awaiting_documents, Event::document_asked, State::awaiting_documents, "M11.return"},
                      {State::awaiting_documents, Event::closed, State::closed, "M11"},

                      {State::closed, Event::reopened, State::in_progress, "M11.reason"},
                  });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::awaiting_appointment, State::remote_inspection) &&
              transitions.reaches(State::awaiting_appointment, State::awaiting_documents) &&
              transitions.reaches(State::awaiting_appointment, State::closed) &&
              transitions.reaches(State::closed, State::visit_planned));

// A state, and where awaiting_documents goes back to (only then).
struct Position {
  State state = State::awaiting_appointment;
  std::optional<State> return_to = {};
  friend bool operator==(const Position&, const Position&) = default;
};

// The position after the event, or null when the event is not for this position. documents_judged leads back; while
// documents are awaited every other event moves where the file goes back to.
std::optional<Position> next(const Position& position, Event event);
bool needs_reason(Event event);  // M11.reason

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // "Attente de RDV", as the tab
std::string_view slug(State state);   // in the URL: "attente-de-rdv"
std::optional<State> state_from_slug(std::string_view slug);

std::string_view to_text(Event event);
std::optional<Event> event_from_text(std::string_view text);
std::string_view label(Event event);  // "Rapport déposé", as the history says

}  // namespace motor::file
