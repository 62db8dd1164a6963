// What is said of a new file, read field by field from a form and checked as a whole (M31). An import reads its rows by
// floor/tables and checks them here too.
#pragma once

#include "desks/motor/file/file_creation.hpp"
#include "web/http.hpp"

namespace motor::file {

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode reference_missing{RefusalKind::invalid, "motor.form.reference_missing"};
inline constexpr RefusalCode bad_reference{RefusalKind::invalid, "motor.form.bad_reference"};
inline constexpr RefusalCode insured_missing{RefusalKind::invalid, "motor.form.insured_missing"};
inline constexpr RefusalCode make_missing{RefusalKind::invalid, "motor.form.make_missing"};
inline constexpr RefusalCode bad_plate{RefusalKind::invalid, "motor.form.bad_plate"};
inline constexpr RefusalCode bad_vin{RefusalKind::invalid, "motor.form.bad_vin"};
inline constexpr RefusalCode bad_email{RefusalKind::invalid, "motor.form.bad_email"};
inline constexpr RefusalCode bad_phone{RefusalKind::invalid, "motor.form.bad_phone"};
inline constexpr RefusalCode bad_day{RefusalKind::invalid, "motor.form.bad_day"};
inline constexpr RefusalCode claim_to_come{RefusalKind::invalid, "motor.form.claim_to_come"};
inline constexpr RefusalCode inspected_before{RefusalKind::invalid, "motor.form.inspected_before"};
inline constexpr RefusalCode bad_insurer_code{RefusalKind::invalid, "motor.form.bad_insurer_code"};
inline constexpr RefusalCode bad_postal_code{RefusalKind::invalid, "motor.form.bad_postal_code"};
inline constexpr RefusalCode text_too_long{RefusalKind::invalid, "motor.form.text_too_long"};  // {0} the most

inline constexpr base::Rule form_rules[] = {
    MANDAT_RULE("M31.form",
                "A file needs a reference, an insured and a make; a plate is one of SIV or FNI; the GTA code and the "
                "claim number are texts; a wrong field is named, and what was typed is kept"),
};

// Names of the form's fields, and keys of the import's columns.
namespace field {
inline constexpr std::string_view reference = "reference", siret = "siret", claim_day = "claim_day",
                                  inspection_day = "inspection_day", insured = "insured", email = "email",
                                  phone = "phone", make = "make", model = "model", plate = "plate", vin = "vin",
                                  insurer_code = "insurer_code", insurer = "insurer", principal = "principal",
                                  claim_number = "claim_number", postal_code = "postal_code", place = "place",
                                  mode = "mode";
}

// What is wrong with it as a whole: what each field's own type does not say.
base::Refusals check(const Particulars& said, base::Day today);
// The place under a postal code; its name as typed, or the only commune's.
Place place_of(const std::string& postal_code, const std::string& typed_name);

// The SIRET's field is read apart, with what the firm knows (attachment/siret_reading.hpp).
base::Outcome<Particulars> particulars_of(const web::Fields& form, base::Day today);
// A file's own, as its form is opened with.
web::Fields typed_of(const File& file);

}  // namespace motor::file
