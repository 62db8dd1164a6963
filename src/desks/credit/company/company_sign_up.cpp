#include "desks/credit/company/company_sign_up.hpp"

#include "base/text.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/joining/firm.hpp"
#include "web/html/elements.hpp"

namespace credit::company {
namespace {

namespace ui = web::ui;
using web::html::Markup;

Markup draw(db::Transaction&, const ui::FormState& state) {
  const auto field = [&](ui::Field wanted) { return std::move(wanted).with(state); };
  return web::html::fragment(
      ui::text_field(field({.name = "company", .label = "Nom de l’entreprise", .autocomplete = "organization"})),
      ui::text_field(field({.name = "person", .label = "Votre nom", .autocomplete = "name"})),
      ui::email_field(field({.name = "email",
                             .label = "Adresse e-mail",
                             .hint = "Elle sera votre identifiant.",
                             .autocomplete = "username"})),
      ui::phone_field(field({.name = "mobile", .label = "Téléphone mobile", .autocomplete = "tel"})),
      ui::text_field(field({.name = "siret", .label = "SIRET", .hint = "14 chiffres, espaces acceptés."})),
      ui::text_field(field({.name = "postal_code",
                            .label = "Code postal",
                            .width = ui::FieldWidth::half,
                            .autocomplete = "postal-code"})));
}

base::Refusals check(db::Transaction&, const web::Fields& form) {
  base::Refusals refusals;
  joining::check_name(form, "company", refusals);
  joining::check_name(form, "person", refusals);
  joining::check_mobile(form, "mobile", "postal_code", refusals);
  joining::check_siret(form, "siret", refusals);
  joining::check_postal_code(form, "postal_code", refusals);
  return refusals;
}

std::optional<identity::AccountId> holder(db::Transaction& tx, const web::Fields& form) {
  return joining::holder_of(tx, form.get("siret"));
}

// Nothing to validate: the space is empty until a file's link fills it.
void complete(platform::Act& act, const joining::Applicant& applicant) {
  const web::Fields& form = applicant.form;
  const auto postal_code = base::PostalCode::parse(form.get("postal_code")).value();
  joining::enrol(act,
                 {.name = base::squeeze(form.get("company")),
                  .kind = identity::OrganisationKind::insured_company,
                  .siret = base::Siret::parse(form.get("siret")).value(),
                  .postal_code = postal_code,
                  .phone = base::Phone::parse(form.get("mobile"), postal_code.text()),
                  .email = applicant.email},
                 applicant.account);
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
          .holder = holder,
          .complete = complete};
}

}  // namespace credit::company
