// The events a firm may declare by hand; the others come with what arrives: dates, documents, photographs.
#pragma once

#include <string_view>

#include "desks/motor/file/file_states.hpp"

namespace motor::page {

struct FirmEvent {
  file::Event event;
  std::string_view verb;
};
inline constexpr FirmEvent firm_events[] = {
    {file::Event::remote_chosen, "Demander une expertise à distance (EAD)"},
    {file::Event::inspection_done, "L’expertise est faite"},
    {file::Event::appointment_cancelled, "Annuler le rendez-vous"},
    {file::Event::document_asked, "Demander des documents"},
    {file::Event::documents_judged, "Les documents demandés sont conformes"},
    {file::Event::works_announced, "Les travaux finissent : attendre la facture"},
    {file::Event::closed, "Terminer le dossier"},
    {file::Event::reopened, "Rouvrir le dossier"},
};

}  // namespace motor::page
