// GET, POST /reparateurs/nouveau and /reparateurs/dossiers/{}/correction: a file by form (M31).
#include "desks/motor/attachment/siret_reading.hpp"
#include "desks/motor/file/file_form.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "desks/motor/intake/intake.hpp"
#include "desks/motor/intake/intake_pages.hpp"
#include "desks/motor/intake/particulars_form.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/page_header.hpp"

namespace motor::intake {
namespace {

namespace ui = web::ui;
using base::Outcome;
using web::html::Url;

constexpr Url list_url{"/reparateurs"};

web::Response draw_new(visit::Visit& visit, const ui::FormState& state, int status) {
  const auto body =
      ui::page_header(
          {.title = "Nouveau dossier",
           .crumbs = {{"Liste des dossiers", list_url}},
           .others = {{.label = "Importer un tableau", .url = Url("/reparateurs/import"), .icon = ui::Icon::upload}}}) +
      ui::form({.action = Url("/reparateurs/nouveau"),
                .csrf_token = visit::csrf_token(visit),
                .submit = "Créer le dossier",
                .other = ui::Action{.label = "Annuler", .url = list_url, .look = ui::Look::quiet},
                .errors = state.errors()},
               particulars_fields(state, Use::create));
  return visit::page(visit,
                     {.title = "Nouveau dossier", .body = body, .status = status, .width = ui::Frame::Width::reading});
}

web::Response draw_correction(visit::Visit& visit, const file::File& file, const ui::FormState& state, int status) {
  const Url page = Url::path("/reparateurs/dossiers/{}", file.id);
  const auto body =
      ui::page_header({.title = "Corriger le dossier",
                       .reference = file.reference,
                       .crumbs = {{"Liste des dossiers", list_url}, {"Dossier " + file.reference, page}}}) +
      ui::form({.action = Url::path("/reparateurs/dossiers/{}/correction", file.id),
                .csrf_token = visit::csrf_token(visit),
                .submit = "Enregistrer",
                .other = ui::Action{.label = "Annuler", .url = page, .look = ui::Look::quiet},
                .errors = state.errors()},
               particulars_fields(state, Use::correct));
  return visit::page(
      visit, {.title = "Corriger le dossier", .body = body, .status = status, .width = ui::Frame::Width::reading});
}

// Every wrong field at once, the SIRET's too.
Outcome<file::Particulars> read(visit::Visit& visit, const web::Fields& form) {
  base::Refusals refusals;
  const auto siret = visit.platform.database.read([&](db::Transaction& tx) {
    return attachment::read_siret(tx, visit.actor().organisation, form.get(file::field::siret), file::field::siret,
                                  refusals);
  });
  auto said = file::particulars_of(form, base::paris::day_of(visit.now));
  if (!said)  // in the order of the page: the reference stands before the SIRET
    for (const auto& refusal : said.refusals())
      refusals.insert(refusal.field == file::field::reference ? refusals.begin() : refusals.end(), refusal);
  if (!refusals.empty()) return refusals;
  file::Particulars whole = std::move(said).value();
  whole.siret = siret;
  return whole;
}

// Where the file stands with its repairer: seen by him, waiting for him, nobody's.
std::string standing(const file::File& file) {
  if (file.repairer) return "le réparateur le voit dans sa liste.";
  if (file.siret.empty()) return "aucun réparateur n’est encore choisi.";
  return "aucun compte validé n’a le SIRET " + file::siret_spaced(file.siret) +
         " : le dossier l’attend, et le rejoindra dès qu’un compte l’aura.";
}

web::Response to_file(visit::Visit& visit, FileId id, const std::string& done) {
  const auto file = visit.platform.database.read([&](db::Transaction& tx) { return file::find(tx, id).value(); });
  const auto tone = file.repairer ? ui::Tone::good : ui::Tone::warn;
  return visit::see_other(visit, Url::path("/reparateurs/dossiers/{}", id), {tone, done + " : " + standing(file)});
}

std::optional<file::File> own_file(visit::Visit& visit) {
  auto file = visit.platform.database.read(
      [&](db::Transaction& tx) { return file::find(tx, FileId{visit.id()}, visit.actor()); });
  if (file && file->cabinet != visit.actor().organisation) file.reset();
  return file;
}

}  // namespace

web::Response show_new(visit::Visit& visit) { return draw_new(visit, {}, 200); }

web::Response post_new(visit::Visit& visit) {
  const auto said = read(visit, visit.request.form);
  if (!said) return draw_new(visit, visit::form_state(visit, said.refusals()), 422);
  const auto made =
      visit.platform.act(visit.author(), [&](platform::Act& act) { return take(act, visit.actor(), *said); });
  if (!made)
    return draw_new(visit, visit::form_state(visit, made.refusals()), visit::status_of(made.refusal().code.kind));
  return to_file(visit, *made, "Dossier " + said->reference + " créé");
}

web::Response show_correction(visit::Visit& visit) {
  const auto file = own_file(visit);
  if (!file) return visit::not_found(visit);
  return draw_correction(visit, *file, ui::FormState(file::typed_of(*file).pairs(), {}), 200);
}

web::Response post_correction(visit::Visit& visit) {
  const auto file = own_file(visit);
  if (!file) return visit::not_found(visit);
  web::Fields form = visit.request.form;
  form.add(std::string(file::field::reference), file->reference);  // others know the file by it: it stays
  const auto said = read(visit, form);
  if (!said) return draw_correction(visit, *file, visit::form_state(visit, said.refusals()), 422);
  const auto done = visit.platform.act(
      visit.author(), [&](platform::Act& act) { return file::correct(act, visit.actor(), file->id, *said); });
  if (!done) return visit::refused(visit, done.refusals());
  return to_file(visit, file->id, "Dossier corrigé");
}

}  // namespace motor::intake
