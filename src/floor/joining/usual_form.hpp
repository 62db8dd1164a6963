// The part of a sign-up form that most trades share: firm, person, e-mail address, mobile, SIRET, address. A trade
// draws its own fields after them, or a form of its own.
#pragma once

#include "base/outcome.hpp"
#include "floor/joining/firm.hpp"
#include "floor/joining/joining.hpp"
#include "web/html/elements.hpp"
#include "web/ui/form.hpp"

namespace joining {

web::html::Markup usual_fields(const web::ui::FormState& state);
void check_usual(const web::Fields& form, base::Refusals& refusals);  // each refusal beside its field
std::optional<identity::AccountId> usual_holder(db::Transaction& tx, const web::Fields& form);  // of its SIRET
// What the fields "company", "siret", "street", "postal_code", "city" and "mobile" say, once checked; a form without
// street leaves the address open.
NewFirm usual_firm(const Applicant& applicant, identity::OrganisationKind kind);

}  // namespace joining
