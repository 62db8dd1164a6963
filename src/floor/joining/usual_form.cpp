#include "floor/joining/usual_form.hpp"

#include "base/text.hpp"
#include "floor/identity/address_form.hpp"

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
      identity::address_fields({}, state));
}

void check_usual(const web::Fields& form, base::Refusals& refusals) {
  check_name(form, "company", refusals);
  check_name(form, "person", refusals);
  check_mobile(form, "mobile", "postal_code", refusals);
  check_siret(form, "siret", refusals);
  check_postal_code(form, "postal_code", refusals);
  identity::check_street_and_town(form, refusals);
}

std::optional<identity::AccountId> usual_holder(db::Transaction& tx, const web::Fields& form) {
  return holder_of(tx, form.get("siret"));
}

NewFirm usual_firm(const Applicant& applicant, identity::OrganisationKind kind) {
  const web::Fields& form = applicant.form;
  const auto postal_code = base::PostalCode::parse(form.get("postal_code")).value();
  base::Refusals none;
  const auto seat = identity::typed_address(form, none);
  return {.name = base::squeeze(form.get("company")),
          .kind = kind,
          .siret = base::Siret::parse(form.get("siret")).value(),
          .postal_code = postal_code,
          .seat = seat.value_or(identity::Address{}),
          .phone = base::Phone::parse(form.get("mobile"), postal_code.text()),
          .email = applicant.email};
}

}  // namespace joining
