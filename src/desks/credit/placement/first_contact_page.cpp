// GET /credit/nouveau, POST /credit/dossiers: the first call noted while it lasts; nothing typed is lost.
#include "desks/credit/placement/contact_fields.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/page_header.hpp"

namespace credit::placement {
namespace {

using web::html::Markup;
using web::html::Url;

web::Response form_page(visit::Visit& visit, const web::ui::FormState& state, int status) {
  // The key makes a double click open one file; it stays the same while errors are corrected.
  const std::string key = state.value("form_key", visit.platform.random.token(12));
  const Markup need = web::ui::field_group(
      "Sa demande", "", web::ui::field_row({need_field(state), channel_field(state)}) + notes_field(state));
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
          web::ui::hidden_field("form_key", key) + company_fields(state) +
              contact_fields(state, "Une adresse e-mail ou un téléphone suffit ; le questionnaire part par e-mail.",
                             "") +
              need);
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
