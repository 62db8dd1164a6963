// A firm creates a file (M31): by form, by import, later by the API: the same act, which needs no page.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/motor/file/file.hpp"
#include "floor/platform/act.hpp"

namespace motor::file {

inline constexpr base::RefusalCode reference_taken{base::RefusalKind::conflict, "motor.file.reference_taken"};
inline constexpr base::RefusalCode not_enrolled{base::RefusalKind::conflict, "motor.file.not_enrolled"};

inline constexpr base::Rule creation_rules[] = {
    MANDAT_RULE("M31",
                "A firm creates files by the same act from a form, an import or a program; a reference is its own and "
                "used once; the repairer is named by his SIRET"),
};

// How the vehicle is inspected: where it stands, or from its photographs (EAD).
enum class Mode { on_site, remote };
std::string_view to_text(Mode mode);
std::optional<Mode> mode_from_text(std::string_view text);
std::string_view label(Mode mode);  // "Sur place"

// What a file says, once every field was checked (file_form.hpp).
struct Particulars {
  std::string reference;
  std::optional<base::Siret> siret = {};
  std::optional<base::Day> claim_day = {}, inspection_day = {};
  Insured insured;
  Vehicle vehicle;
  Insurer insurer;
  std::string principal = {};
  std::string claim_number = {};
  Place place = {};
  Mode mode = Mode::on_site;  // of a new file
};

// Those of the references that the firm has used already; none of them twice.
std::vector<std::string> used_references(db::Transaction& tx, identity::OrganisationId cabinet,
                                         const std::vector<std::string>& wanted);

// Begins in Attente de RDV, or at once in Expertise EAD. Refuses a reference that the firm has used, and an
// organisation that is no firm of the desk.
base::Outcome<FileId> create(platform::Act& act, const identity::Actor& cabinet, const Particulars& particulars);
// But its reference, and its mode, which later events change. With another SIRET another repairer takes the vehicle:
// file_repairer.hpp.
base::Outcome<base::Done> correct(platform::Act& act, const identity::Actor& cabinet, FileId id,
                                  const Particulars& particulars);

}  // namespace motor::file
