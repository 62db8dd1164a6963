#include "desks/credit/placement/contact_fields.hpp"

namespace credit::placement {
namespace {

using web::html::Markup;
using web::ui::Field;
using web::ui::FieldWidth;
using web::ui::FormState;

template <class Choices>
std::vector<web::ui::Option> options_of(const Choices& choices) {
  std::vector<web::ui::Option> options;
  for (const auto choice : choices) options.push_back({std::string(to_text(choice)), std::string(label(choice))});
  return options;
}

}  // namespace

ContactForm form_of(const web::Fields& typed) {
  const auto text = [&](std::string_view name) { return std::string(typed.get(name)); };
  return {.company_name = text("company_name"),
          .siren = text("siren"),
          .size = text("size"),
          .contact_name = text("contact_name"),
          .contact_email = text("contact_email"),
          .contact_phone = text("contact_phone"),
          .channel = text("channel"),
          .need = text("need"),
          .notes = text("notes"),
          .form_key = text("form_key")};
}

Markup company_fields(const FormState& state) {
  using namespace web::ui;
  return field_group(
      "L’entreprise", "",
      field_row({text_field(Field{.name = "company_name", .label = "Nom ou raison sociale", .autocomplete = "off"}.with(
                     state)),
                 text_field(Field{.name = "siren",
                                  .label = "SIREN",
                                  .hint = "9 chiffres.",
                                  .need = Field::Need::optional,
                                  .width = FieldWidth::short_text,
                                  .autocomplete = "off"}
                                .with(state))}) +
          select_field(Field{.name = "size", .label = "Taille", .width = FieldWidth::half}.with(state),
                       options_of(sizes)));
}

Markup contact_fields(const FormState& state, std::string_view hint, std::string_view email_hint) {
  using namespace web::ui;
  constexpr auto optional = Field::Need::optional;
  return field_group(
      "Votre interlocuteur", hint,
      field_row({text_field(Field{.name = "contact_name", .label = "Nom", .autocomplete = "off"}.with(state)),
                 email_field(Field{.name = "contact_email",
                                   .label = "E-mail",
                                   .hint = std::string(email_hint),
                                   .need = optional,
                                   .autocomplete = "off"}
                                 .with(state)),
                 phone_field(
                     Field{.name = "contact_phone", .label = "Téléphone", .need = optional, .autocomplete = "off"}.with(
                         state))}));
}

Markup need_field(const FormState& state) {
  return web::ui::select_field(Field{.name = "need", .label = "Elle cherche"}.with(state), options_of(needs));
}

Markup channel_field(const FormState& state) {
  return web::ui::select_field(Field{.name = "channel", .label = "Premier contact"}.with(state), options_of(channels));
}

Markup notes_field(const FormState& state) {
  return web::ui::text_area(Field{.name = "notes",
                                  .label = "Ce qu’elle vous a dit",
                                  .hint = "Chiffre d’affaires, clients principaux, impayés, assureur actuel…",
                                  .need = Field::Need::optional}
                                .with(state),
                            5);
}

}  // namespace credit::placement
