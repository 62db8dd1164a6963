// GET and POST …/acheteurs/import: a list from a spreadsheet, by file or by paste; what is wrong is told row by row.
#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/buyers_import.hpp"
#include "desks/credit/portfolio/portfolio_pages.hpp"
#include "floor/tables/problems_card.hpp"
#include "floor/tables/reading.hpp"
#include "floor/tables/writing.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/working.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using base::french::plural;
using html::Markup;

struct ImportView {
  Door door;
  placement::Placement placement;
  std::optional<Waiting> waiting;
  bool may_change;
};

std::optional<ImportView> load(visit::Visit& visit, const Door& door) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<ImportView> {
    auto placement = placement::find(tx, door.id, door.reach);
    if (!placement) return std::nullopt;
    const bool may = may_change(*placement, door.reach);
    return ImportView{door, *std::move(placement), waiting(tx, door.id), may};
  });
}

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

// Thousands of rows take a while: the form is sent once, and says that it is at work.
Markup take_form(const visit::Visit& visit, const ImportView& view, std::int64_t good) {
  return ui::form({.action = view.door.at("acheteurs", "import"),
                   .csrf_token = visit::csrf_token(visit),
                   .submit = "Prendre " + plural(good, "bonne ligne", "bonnes lignes")},
                  ui::hidden_field("acte", "prendre")) +
         ui::working("Les acheteurs sont pris… Quelques milliers de lignes demandent un moment.");
}

ui::Action refuse_all(const visit::Visit& visit, const ImportView& view) {
  return {.label = "Tout refuser",
          .url = view.door.at("acheteurs", "import"),
          .post = ui::Post{.csrf_token = visit::csrf_token(visit), .fields = {{"acte", "refuser"}}}};
}

Markup waiting_part(visit::Visit& visit, const ImportView& view) {
  if (!view.waiting) return {};
  const auto read = read_list(view.waiting->list);
  if (!read) return {};
  const auto good = count(read->rows.size()), wrong = count(read->problems.rows);
  const std::vector<ui::Action> others{refuse_all(visit, view),
                                       {.label = "Lignes à corriger (CSV)",
                                        .url = view.door.at("acheteurs", "a-corriger.csv"),
                                        .look = ui::Look::quiet,
                                        .icon = ui::Icon::download}};
  const std::string& file = view.waiting->list.label;
  const std::string from = file.empty() ? "Lignes collées" : "«\u00a0" + file + "\u00a0»";
  const std::string title = from + " : " + plural(wrong, "ligne à corriger", "lignes à corriger") + " sur " +
                            base::french::integer(good + wrong);
  return ui::notice({.tone = ui::Tone::warn,
                     .title = title,
                     .text = good == 0 ? "Aucune ligne n’est prise."
                                       : "Rien n’est encore pris : les bonnes lignes peuvent l’être sans les autres."},
                    (good > 0 ? take_form(visit, view, good) : Markup()) + ui::actions_row(others)) +
         tables::problems_card(visit, read->problems);
}

Markup columns_help() {
  Markup items;
  for (const auto& column : buyer_columns())
    items += html::li(html::strong(column.label), column.need == tables::Need::optional ? " (facultatif)" : "");
  return ui::disclosure("Colonnes reconnues", ui::Fold::closed,
                        html::ul(html::cls("missing"), items) +
                            html::p(html::cls("quiet"),
                                    "Leur ordre ne compte pas, et leurs noms usuels sont reconnus. Montants lus : "
                                    "1 234,50, 1234.5 ou 1.234,50 €. Un acheteur déjà saisi, reconnu à son "
                                    "identifiant, prend les nouveaux chiffres. Sans identifiant, ou « en cours "
                                    "d’immatriculation », il est gardé et reste à compléter : une ligne de même nom "
                                    "et de même pays qui l’apporte le complète."));
}

Markup forms(visit::Visit& visit, const ImportView& view, const ui::FormState& state) {
  const Markup fields = ui::file_field(ui::Field{.name = "list",
                                                 .label = "Fichier",
                                                 .hint = "Excel (.xlsx) ou CSV, 100 000 lignes au plus.",
                                                 .need = ui::Field::Need::optional}
                                           .with(state),
                                       {.accept = ".xlsx,.csv,.txt"}) +
                        ui::text_area(ui::Field{.name = "paste",
                                                .label = "Ou collez vos lignes",
                                                .hint = "Copiées d’un tableur, avec ou sans leur ligne d’en-têtes.",
                                                .need = ui::Field::Need::optional}
                                          .with(state),
                                      8);
  return ui::card({.title = "Votre liste", .icon = ui::Icon::upload},
                  ui::form({.action = view.door.at("acheteurs", "import"),
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Importer",
                            .icon = ui::Icon::upload,
                            .other = ui::Action{.label = "Télécharger un modèle Excel",
                                                .url = view.door.at("acheteurs", "modele.xlsx"),
                                                .look = ui::Look::quiet},
                            .errors = state.errors(),
                            .content = ui::Form::Content::files},
                           fields) +
                      ui::working("La liste est lue et vérifiée… Quelques milliers de lignes demandent un moment.") +
                      columns_help());
}

web::Response draw(visit::Visit& visit, const ImportView& view, const ui::FormState& state, int status) {
  ui::PageHeader header{
      .title = "Importer des acheteurs",
      .reference = view.placement.reference,
      .lead = view.placement.buyers == 0
                  ? ""
                  : plural(view.placement.buyers, "acheteur déjà saisi", "acheteurs déjà saisis") + ".",
      .crumbs = {
          {view.door.reader == Reader::broker ? "Photographie des risques" : "Questionnaire", view.door.page()}}};
  std::vector<Markup> parts{waiting_part(visit, view)};
  if (view.may_change)
    parts.push_back(forms(visit, view, state));
  else
    parts.push_back(ui::notice({.tone = ui::Tone::info, .title = "Ces informations sont déjà transmises"}));
  const visit::Page page{.title = "Importer des acheteurs",
                         .body = ui::page_header(header) + ui::stack(parts),
                         .status = status,
                         .width = ui::Frame::Width::reading};
  return view.door.reader == Reader::link_holder ? visit::plain_page(visit, page) : visit::page(visit, page);
}

// The file when one was chosen, else what was pasted.
base::Outcome<List> sent_list(const web::Request& request) {
  const auto file = std::find_if(request.files.begin(), request.files.end(),
                                 [](const auto& each) { return each.field == "list" && each.size > 0; });
  if (file != request.files.end()) {
    auto grid = tables::read_upload(*file);
    if (!grid) return grid.refusals();
    return List{Source::file, file->filename, std::move(grid).value()};
  }
  const auto pasted = request.form.get("paste");
  if (base::trim(pasted).empty()) return base::Refusal{nothing_to_import, "list"};
  auto grid = tables::read_paste(pasted, "paste");
  if (!grid) return grid.refusals();
  return List{Source::paste, "", std::move(grid).value()};
}

base::Refusals beside(base::Refusals refusals, std::string_view field) {
  for (auto& refusal : refusals)
    if (refusal.field.empty()) refusal.field = field;
  return refusals;
}

web::Response refused(visit::Visit& visit, const Door& door, const base::Refusals& refusals) {
  const auto view = load(visit, door);
  const auto kind = refusals.front().code.kind;
  const bool of_the_list = kind == base::RefusalKind::invalid || kind == base::RefusalKind::too_large;
  if (!view || !of_the_list) return visit::refused(visit, refusals);
  return draw(visit, *view, visit::form_state(visit, refusals), visit::status_of(kind));
}

web::Response taken_page(visit::Visit& visit, const Door& door, const Taken& taken) {
  std::string said = plural(taken.added, "acheteur ajouté", "acheteurs ajoutés");
  if (taken.unidentified > 0)
    said += ", dont " + base::french::integer(taken.unidentified) + " sans identifiant, à compléter avant l’envoi";
  if (taken.completed > 0)
    said += ", " + plural(taken.completed, "complété de l’identifiant qui lui manquait",
                          "complétés de l’identifiant qui leur manquait");
  if (taken.changed > 0) said += ", " + plural(taken.changed, "mis à jour", "mis à jour");
  return visit::see_other(visit, door.page().fragment("acheteurs"), {ui::Tone::good, said + "."});
}

web::Response answer_waiting(visit::Visit& visit, const Door& door, std::string_view act_name) {
  if (act_name == "prendre") {
    const auto taken = twice_at_most(visit, door, [&](platform::Act& act) { return take_good_rows(act, door); });
    return taken ? taken_page(visit, door, *taken) : refused(visit, door, taken.refusals());
  }
  const auto left = visit.platform.act(door.author, [&](platform::Act& act) { return leave_list(act, door); });
  if (!left) return visit::refused(visit, left.refusals());
  return visit::see_other(visit, door.at("acheteurs", "import"), {ui::Tone::good, "Aucune ligne n’a été prise."});
}

}  // namespace

web::Response show_import(visit::Visit& visit) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const auto view = load(visit, *arrival.door);
  return view ? draw(visit, *view, {}, 200) : visit::not_found(visit);
}

web::Response post_import(visit::Visit& visit) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const Door& door = *arrival.door;
  if (!load(visit, door)) return visit::not_found(visit);
  const auto act_name = visit.request.form.get("acte");
  if (!act_name.empty()) return answer_waiting(visit, door, act_name);
  const auto list = sent_list(visit.request);
  if (!list) return refused(visit, door, list.refusals());
  const auto imported = twice_at_most(visit, door, [&](platform::Act& act) { return import_list(act, door, *list); });
  if (!imported)
    return refused(visit, door, beside(imported.refusals(), list->source == Source::file ? "list" : "paste"));
  if (imported->kept_waiting) return visit::see_other(door.at("acheteurs", "import"));
  return taken_page(visit, door, imported->taken);
}

web::Response show_wrong_rows(visit::Visit& visit) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const auto view = load(visit, *arrival.door);
  if (!view) return visit::not_found(visit);
  std::vector<tables::Column> columns(buyer_columns().begin(), buyer_columns().end());
  columns.push_back({.key = "why", .label = "À corriger"});
  for (auto& column : columns) column.kind = tables::Kind::text;
  const auto writer = tables::open_writer(tables::Format::csv, "À corriger", columns);
  if (view->waiting)
    each_wrong_row(
        view->waiting->list, [&](const base::Refusal& why) { return visit::sentence(visit, why); },
        [&](tables::Row row) { writer->add(row); });
  return tables::download(tables::Format::csv, "a-corriger-" + view->placement.reference, writer->finish());
}

web::Response show_model(visit::Visit& visit) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  if (!load(visit, *arrival.door)) return visit::not_found(visit);
  return tables::download(tables::Format::xlsx, "modele-acheteurs",
                          tables::open_writer(tables::Format::xlsx, "Acheteurs", buyer_columns())->finish());
}

}  // namespace credit::portfolio
