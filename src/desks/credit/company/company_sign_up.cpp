#include "desks/credit/company/company_sign_up.hpp"

#include "floor/identity/held_accounts.hpp"
#include "floor/joining/usual_form.hpp"

namespace credit::company {
namespace {

namespace ui = web::ui;
using web::html::Markup;

Markup draw(db::Transaction&, const ui::FormState& state) { return joining::usual_fields(state); }

base::Refusals check(db::Transaction&, const web::Fields& form) {
  base::Refusals refusals;
  joining::check_usual(form, refusals);
  return refusals;
}

// Nothing to validate: the space is empty until a file's link fills it.
void complete(platform::Act& act, const joining::Applicant& applicant) {
  joining::enrol(act, joining::usual_firm(applicant, identity::OrganisationKind::insured_company), applicant.account);
  identity::release(act, applicant.account);
}

}  // namespace

joining::Kind sign_up() {
  return {.slug = "entreprise",
          .label = "Entreprise à assurer",
          .detail = "Vous êtes client d’un courtier en assurance-crédit",
          .icon = ui::Icon::shield,
          .title = "Créer l’espace de votre entreprise",
          .lead = "Votre dossier, les offres et votre police au même endroit.",
          .next =
              "Vous pouvez vous connecter. Ouvrez ensuite le lien du questionnaire envoyé par votre courtier : il "
              "propose de rattacher le dossier à votre compte.",
          .person = "person",
          .phone = "mobile",
          .postal_code = "postal_code",
          .draw = draw,
          .check = check,
          .holder = joining::usual_holder,
          .complete = complete};
}

}  // namespace credit::company
