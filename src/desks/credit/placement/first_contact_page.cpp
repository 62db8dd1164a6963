// GET /credit/nouveau, POST /credit/dossiers: the first call noted while it lasts; nothing typed is lost.
#include "desks/credit/placement/first_contact.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/page_header.hpp"

namespace credit::placement {
namespace {

using web::html::Markup;
using web::html::Url;
using web::ui::Field;

template <class Choices>
std::vector<web::ui::Option> options_of(const Choices& choices) {
  std::vector<web::ui::Option> options;
  for (const auto choice : choices) options.push_back({std::string(to_text(choice)), std::string(label(choice))});
  return options;
}

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

Markup company_fields(const web::ui::FormState& state) {
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

Markup contact_fields(const web::ui::FormState& state) {
  using namespace web::ui;
  return field_group(
      "Votre interlocuteur", "Une adresse e-mail ou un téléphone suffit ; le questionnaire part par e-mail.",
      field_row(
          {text_field(Field{.name = "contact_name", .label = "Nom", .autocomplete = "off"}.with(state)),
           email_field(
               Field{.name = "contact_email", .label = "E-mail", .need = Field::Need::optional, .autocomplete = "off"}
                   .with(state)),
           phone_field(Field{
               .name = "contact_phone", .label = "Téléphone", .need = Field::Need::optional, .autocomplete = "off"}
                           .with(state))}));
}

Markup need_fields(const web::ui::FormState& state) {
  using namespace web::ui;
  return field_group(
      "Sa demande", "",
      field_row(
          {select_field(Field{.name = "need", .label = "Elle cherche"}.with(state), options_of(needs)),
           select_field(Field{.name = "channel", .label = "Premier contact"}.with(state), options_of(channels))}) +
          text_area(Field{.name = "notes",
                          .label = "Ce qu’elle vous a dit",
                          .hint = "Chiffre d’affaires, clients principaux, impayés, assureur actuel…",
                          .need = Field::Need::optional}
                        .with(state),
                    5));
}

web::Response form_page(visit::Visit& visit, const web::ui::FormState& state, int status) {
  // The key makes a double click open one file; it stays the same while errors are corrected.
  const std::string key = state.value("form_key", visit.platform.random.token(12));
  const Markup body =
      web::ui::page_header({.title = "Nouveau dossier",
                            .lead = "Le nom de l’entreprise et de quoi la joindre suffisent : le reste viendra.",
                            .crumbs = {{"Dossiers", Url("/credit")}}}) +
      web::ui::form(
          {.action = Url("/credit/dossiers"),
           .csrf_token = visit::csrf_token(visit),
           .submit = "Ouvrir le dossier",
           .other = web::ui::Action{.label = "Annuler", .url = Url("/credit"), .look = web::ui::Look::quiet},
           .errors = state.errors()},
          web::ui::hidden_field("form_key", key) + company_fields(state) + contact_fields(state) + need_fields(state));
  return visit::page(
      visit, {.title = "Nouveau dossier", .body = body, .status = status, .width = web::ui::Frame::Width::reading});
}

}  // namespace

web::Response show_form(visit::Visit& visit) { return form_page(visit, {}, 200); }

web::Response post_placement(visit::Visit& visit) {
  const auto first = check(form_of(visit.request.form));
  if (!first) return form_page(visit, visit::form_state(visit, first.refusals()), 422);
  const auto opened = open_placement(visit.platform, visit.actor(), *first);
  if (!opened) return visit::refused(visit, opened.refusals());
  return visit::see_other(Url::path("/credit/dossiers/{}", *opened));
}

}  // namespace credit::placement
