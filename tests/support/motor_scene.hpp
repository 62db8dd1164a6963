// Desk motor in one line each: firms, repairers attached to them, files taken as far as a test needs.
#pragma once

#include <string>
#include <vector>

#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/document/paper_actions.hpp"
#include "desks/motor/file/file_creation.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/photos/photo_set.hpp"
#include "support/house.hpp"

namespace support::motor_scene {

base::Siret a_siret(std::int64_t n);  // valid, invented; another one for each n of 1 to 99 999
Person new_cabinet(House& house, const std::string& code = {});  // enrolled; an empty code draws one
Person as_cabinet(House& house, const Person& person);           // the same person, whose organisation is enrolled
// Somebody of a new repairer, whose establishment has a SIRET of its own.
Person new_repairer(House& house, identity::Role role = identity::Role::manager);
identity::Establishment new_establishment(House& house, const Person& repairer);
identity::Establishment establishment_of(House& house, const Person& repairer);  // the first one; made when missing
motor::AttachmentId ask_attachment(House& house, const Person& cabinet, const identity::Establishment& establishment);
void attach(House& house, const Person& cabinet, const identity::Establishment& establishment);
void attach(House& house, const Person& cabinet, const Person& repairer);  // his first establishment

motor::file::Particulars particulars(std::string reference, const base::Siret& siret);
motor::FileId new_file(House& house, const Person& cabinet, const base::Siret& siret);
motor::FileId new_file(House& house, const Person& cabinet, const Person& repairer);  // attached when not yet
motor::file::File file(House& house, motor::FileId id);
void happen(House& house, const Person& by, motor::FileId id, motor::file::Event event, std::string_view reason = {});
// Through events, from Attente de RDV.
void bring_to(House& house, const Person& cabinet, motor::FileId id, motor::file::State state);

documents::Prepared a_photo();  // named by rows, not in the store
motor::PhotoId send_photo(House& house, const Person& repairer, motor::FileId id, motor::photos::Slot slot);
documents::Prepared a_pdf(std::string filename = "document.pdf");  // named by rows, not in the store
motor::PaperId send(House& house, const Person& repairer, motor::FileId id, motor::document::Kind kind,
                    std::optional<base::Money> amount = {});
motor::PaperId post_report(House& house, const Person& cabinet, motor::FileId id,
                           base::Money amount = base::Money::euros(1200),
                           motor::document::Kind kind = motor::document::Kind::provisional_report);

}  // namespace support::motor_scene
