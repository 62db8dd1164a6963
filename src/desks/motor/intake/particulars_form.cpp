#include "desks/motor/intake/particulars_form.hpp"

#include "desks/motor/file/file_form.hpp"

namespace motor::intake {

namespace ui = web::ui;
namespace name = file::field;
using ui::Field;
using ui::FieldWidth;
using web::html::Markup;

namespace {

constexpr auto optional = Field::Need::optional;

class Fields {
 public:
  explicit Fields(const ui::FormState& state) : state_(state) {}

  Field of(std::string_view key, std::string label, Field::Need need, std::string hint = {},
           FieldWidth width = FieldWidth::full) const {
    return Field{
        .name = std::string(key), .label = std::move(label), .hint = std::move(hint), .need = need, .width = width}
        .with(state_);
  }

 private:
  const ui::FormState& state_;
};

Markup vehicle(const Fields& field) {
  return ui::field_group(
      "Véhicule", {},
      ui::field_row({ui::text_field(field.of(name::plate, "Immatriculation", optional, "AB-123-CD ou 123 ABC 69.")),
                     ui::text_field(field.of(name::make, "Marque", Field::Need::required)),
                     ui::text_field(field.of(name::model, "Modèle", optional))}) +
          ui::text_field(field.of(name::vin, "N° de série (VIN)", optional, "17 caractères.", FieldWidth::half)));
}

Markup insured(const Fields& field) {
  return ui::field_group("Assuré", "Ce qui n’est pas connu s’affiche « non-renseigné ».",
                         ui::field_row({ui::text_field(field.of(name::insured, "Nom", Field::Need::required)),
                                        ui::email_field(field.of(name::email, "E-mail", optional)),
                                        ui::phone_field(field.of(name::phone, "Téléphone", optional))}));
}

Markup principal(const Fields& field) {
  return ui::field_group("Mandant et compagnie", {},
                         ui::field_row({ui::text_field(field.of(name::principal, "Nom du mandant", optional)),
                                        ui::text_field(field.of(name::insurer, "Assurance", optional)),
                                        ui::text_field(field.of(name::insurer_code, "Code GTA", optional,
                                                                "Zéros compris : 0418.", FieldWidth::short_text))}) +
                             ui::field_row({ui::text_field(field.of(name::claim_number, "N° de sinistre", optional,
                                                                    "Tel quel : les zéros du début restent.")),
                                            ui::date_field(field.of(name::claim_day, "Date du sinistre", optional))}));
}

Markup inspection(const Fields& field, Use use) {
  Markup rows =
      ui::field_row({ui::text_field(field.of(name::postal_code, "Code postal", optional, {}, FieldWidth::short_text)),
                     ui::text_field(field.of(name::place, "Lieu", optional, "Sinon, la commune.")),
                     ui::date_field(field.of(name::inspection_day, "Date d’expertise", optional))});
  if (use == Use::create) {
    Field mode = field.of(name::mode, "Mode d’expertise", Field::Need::required);
    if (mode.value.empty()) mode.value = to_text(file::Mode::on_site);
    rows += ui::radio_cards(mode, {{std::string(to_text(file::Mode::on_site)), std::string(label(file::Mode::on_site)),
                                    "Le dossier attend un rendez-vous."},
                                   {std::string(to_text(file::Mode::remote)), std::string(label(file::Mode::remote)),
                                    "Le réparateur est prié d’envoyer ses photos."}});
  }
  return ui::field_group("Expertise", {}, rows);
}

}  // namespace

Markup siret_field(const ui::FormState& state, std::string_view value, std::string_view form) {
  Field field = Field{.name = std::string(name::siret),
                      .label = "SIRET du réparateur",
                      .value = std::string(value),
                      .hint = "14 chiffres, ou le début de son nom. Sans compte validé, le dossier l’attend.",
                      .need = optional,
                      .form = std::string(form),
                      .autocomplete = "off",
                      .suggest = web::html::Url("/reparateurs/sirets")}
                    .with(state);
  return ui::text_field(field);
}

Markup particulars_fields(const ui::FormState& state, Use use) {
  const Fields field(state);
  const Field reference = field.of(name::reference, "Numéro de dossier", Field::Need::required,
                                   "Votre référence : elle nomme aussi vos documents.");
  const Markup first =
      use == Use::create ? ui::field_row({ui::text_field(reference), siret_field(state, {})}) : siret_field(state, {});
  return ui::field_group(use == Use::create ? "Dossier" : "Réparateur", {}, first) + vehicle(field) + insured(field) +
         principal(field) + inspection(field, use);
}

}  // namespace motor::intake
