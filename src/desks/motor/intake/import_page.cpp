// GET, POST /reparateurs/import: files from a spreadsheet, uploaded or pasted (M31, P13).
#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/motor/intake/intake.hpp"
#include "desks/motor/intake/intake_pages.hpp"
#include "floor/tables/problems_card.hpp"
#include "floor/tables/reading.hpp"
#include "floor/tables/writing.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace motor::intake {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using base::Outcome;
using html::Markup;
using html::Url;
using ui::Field;

constexpr Url import_url{"/reparateurs/import"};
constexpr std::string_view leave_word = "bonnes", refuse_word = "aucune";
constexpr std::size_t most_shown_again = 400'000;  // bytes of rows to correct in the page; beyond, in the file itself

// What the page shows beside its form: the rows that need a hand.
struct Shown {
  ui::FormState state = {};
  std::string rows = {};  // to paste again
  std::int64_t made = 0;
  tables::Problems problems = {};
};

std::string plain_names(tables::Need need) {
  std::string names;
  for (const auto& column : columns())
    if ((column.need == tables::Need::value) == (need == tables::Need::value))
      names += (names.empty() ? "" : ", ") + std::string(column.label);
  return names;
}

Markup help() {
  return ui::card({.title = "Les colonnes",
                   .icon = ui::Icon::list,
                   .action = ui::Action{.label = "Télécharger un modèle",
                                        .url = Url("/reparateurs/import/modele.xlsx"),
                                        .look = ui::Look::quiet,
                                        .icon = ui::Icon::download}},
                  ui::facts({{"Nécessaires", plain_names(tables::Need::value)},
                             {"Facultatives", plain_names(tables::Need::optional)},
                             {"Ordre, casse, accents", "sans importance : la ligne d’en-tête est reconnue"},
                             {"Code GTA, n° de sinistre", "mettez la colonne au format Texte : les zéros restent"}}));
}

Markup form(const visit::Visit& visit, const Shown& shown) {
  Field bad =
      Field{.name = "lignes", .label = "S’il y a des lignes à corriger", .value = std::string(refuse_word)}.with(
          shown.state);
  Field rows = Field{.name = "tableau",
                     .label = "Ou collez les cellules copiées de votre tableur",
                     .value = shown.rows,
                     .hint = "Avec la ligne d’en-tête, ou dans l’ordre du modèle.",
                     .need = Field::Need::optional}
                   .with(shown.state);
  if (!shown.rows.empty()) rows.value = shown.rows;
  return ui::form(
      {.action = import_url,
       .csrf_token = visit::csrf_token(visit),
       .submit = "Importer",
       .icon = ui::Icon::upload,
       .other = ui::Action{.label = "Annuler", .url = Url("/reparateurs"), .look = ui::Look::quiet},
       .errors = shown.state.errors(),
       .content = ui::Form::Content::files},
      ui::file_field(Field{.name = "fichier",
                           .label = "Fichier CSV ou Excel (.xlsx)",
                           .hint = base::french::integer(most_rows.value()) + " dossiers au plus, 25 Mo.",
                           .need = Field::Need::optional}
                         .with(shown.state),
                     {.accept = ".csv,.xlsx,.txt"}) +
          ui::text_area(rows, shown.rows.empty() ? 6 : 12) +
          ui::radio_cards(
              bad, {{std::string(refuse_word), "Ne rien créer", "Tout est refusé tant qu’une ligne est à corriger."},
                    {std::string(leave_word), "Créer les autres",
                     "Les dossiers corrects sont créés ; les lignes à corriger vous restent."}}));
}

Markup outcome(const Shown& shown) {
  if (shown.problems.count == 0) return {};
  if (shown.made == 0)
    return ui::notice(
        {ui::Tone::bad, "Aucun dossier créé",
         "Corrigez les lignes ci-dessous dans le champ, ou dans votre tableur, puis importez à nouveau."});
  return ui::notice({ui::Tone::warn, base::french::plural(shown.made, "dossier créé", "dossiers créés"),
                     "Les lignes à corriger restent dans le champ : corrigez-les, puis importez-les."});
}

web::Response draw(visit::Visit& visit, const Shown& shown, int status) {
  std::vector<Markup> parts;
  for (auto& part : {outcome(shown), tables::problems_card(visit, shown.problems), form(visit, shown), help()})
    if (!part.empty()) parts.push_back(part);
  const Markup body =
      ui::page_header({.title = "Importer des dossiers",
                       .crumbs = {{"Liste des dossiers", Url("/reparateurs")}},
                       .others = {{.label = "Saisir un dossier", .url = Url("/reparateurs/nouveau")}}}) +
      ui::stack(parts);
  return visit::page(
      visit, {.title = "Importer des dossiers", .body = body, .status = status, .width = ui::Frame::Width::reading});
}

struct Table {
  tables::Grid grid;
  tables::Mapping mapping;
};

Outcome<Table> table_of(const visit::Visit& visit) {
  const auto file = std::find_if(visit.request.files.begin(), visit.request.files.end(),
                                 [](const web::UploadedFile& each) { return each.size > 0; });
  const bool pasted = file == visit.request.files.end();
  const auto text = visit.request.form.get("tableau");
  if (pasted && base::trim(text).empty()) return base::Refusal{nothing_given, "fichier"};
  auto grid = pasted ? tables::read_paste(text, "tableau") : tables::read_upload(*file);
  if (!grid) return grid.refusals();
  auto mapping = pasted ? tables::map_paste(*grid, columns()) : tables::map_header(*grid, columns());
  if (!mapping) {
    base::Refusal refusal = mapping.refusal();
    refusal.field = pasted ? "tableau" : "fichier";
    return refusal;
  }
  return Table{std::move(grid).value(), std::move(mapping).value()};
}

web::Response again(visit::Visit& visit, const base::Refusals& refusals) {
  return draw(visit, {.state = visit::form_state(visit, refusals)}, visit::status_of(refusals.front().code.kind));
}

}  // namespace

web::Response show_import(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_import(visit::Visit& visit) {
  const auto word = visit.request.form.get("lignes");
  if (word != leave_word && word != refuse_word) return again(visit, {{choice_missing, "lignes"}});
  const auto table = table_of(visit);
  if (!table) return again(visit, table.refusals());
  const auto import = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return take(act, visit.actor(), table->grid, table->mapping,
                word == leave_word ? BadRows::leave : BadRows::refuse_all);
  });
  if (!import) {
    base::Refusals refusals = import.refusals();
    if (refusals.front().field.empty()) refusals.front().field = "fichier";
    return again(visit, refusals);
  }
  const auto made = static_cast<std::int64_t>(import->made.size());
  if (import->problems.count == 0)
    return visit::see_other(visit, Url("/reparateurs"),
                            {ui::Tone::good, base::french::plural(made, "dossier créé.", "dossiers créés.")});
  Shown shown{.state = visit::form_state(visit, base::Refusals{}),
              .rows = left_over(table->grid, table->mapping, *import),
              .made = made,
              .problems = import->problems};
  if (shown.rows.size() > most_shown_again) shown.rows.clear();
  return draw(visit, shown, made > 0 ? 200 : 422);
}

web::Response show_model(visit::Visit&) {
  const auto writer = tables::open_writer(tables::Format::xlsx, "Dossiers", columns());
  return tables::download(tables::Format::xlsx, "modele-dossiers", writer->finish());
}

}  // namespace motor::intake
