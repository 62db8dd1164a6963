// A firm creates a file (M31): by form, by import, later by the API: the same act, which needs no page.
#pragma once

#include <string>

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
};

// Begins in Attente de RDV. Refuses a reference that the firm has used, and an organisation that is no firm of the
// desk.
base::Outcome<FileId> create(platform::Act& act, const identity::Actor& cabinet, const Particulars& particulars);
// Another repairer takes the vehicle: the one before stops seeing the file at once.
base::Outcome<base::Done> correct(platform::Act& act, const identity::Actor& cabinet, FileId id,
                                  const Particulars& particulars);

}  // namespace motor::file
