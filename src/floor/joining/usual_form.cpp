#include "floor/joining/usual_form.hpp"

#include "base/text.hpp"

namespace joining {

namespace ui = web::ui;

web::html::Markup usual_fields(const ui::FormState& state) {
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

void check_usual(const web::Fields& form, base::Refusals& refusals) {
  check_name(form, "company", refusals);
  check_name(form, "person", refusals);
  check_mobile(form, "mobile", "postal_code", refusals);
  check_siret(form, "siret", refusals);
  check_postal_code(form, "postal_code", refusals);
}

std::optional<identity::AccountId> usual_holder(db::Transaction& tx, const web::Fields& form) {
  return holder_of(tx, form.get("siret"));
}

NewFirm usual_firm(const Applicant& applicant, identity::OrganisationKind kind) {
  const web::Fields& form = applicant.form;
  const auto postal_code = base::PostalCode::parse(form.get("postal_code")).value();
  return {.name = base::squeeze(form.get("company")),
          .kind = kind,
          .siret = base::Siret::parse(form.get("siret")).value(),
          .postal_code = postal_code,
          .phone = base::Phone::parse(form.get("mobile"), postal_code.text()),
          .email = applicant.email};
}

}  // namespace joining
