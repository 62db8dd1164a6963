// GET /credit/dossiers/{}/matrice: which insurer covers which buyer. Two thousand rows come a part at a time, as one
// scrolls or by a link; the totals are always of all of them. With ?case=25-3 a cell of it is opened, with ?total=3 the
// totals of an insurer.
#include <algorithm>

#include "desks/credit/blind_test/matrix_view.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::blind_test {
namespace {

using web::html::Markup;
using web::html::Url;

web::ui::Action ask_again(const ShownMatrix& shown) {
  return {.label = "Interroger à nouveau",
          .url = Url::path("/credit/dossiers/{}/test", shown.placement.id),
          .icon = web::ui::Icon::send};
}

web::ui::PageHeader header_of(const ShownMatrix& shown, const std::string& csrf) {
  const auto& placement = shown.placement;
  web::ui::PageHeader header{.title = "Qui couvre qui",
                             .reference = shown.test ? shown.test->code : placement.reference,
                             .lead = placement.company.name,
                             .crumbs = {{"Dossiers", Url("/credit")},
                                        {placement.company.name, Url::path("/credit/dossiers/{}", placement.id)}}};
  if (shown.over == Over::test) {
    header.crumbs.push_back({"Qui couvre qui", matrix_url(*shown.test, Over::placement)});
    header.title = "Test précédent";
    header.lead += ", ce que ce test demandait et ce qui lui a été répondu.";
    return header;
  }
  if (!shown.test || !shown.may_act) return header;
  if (shown.test->closed_at && placement.step == placement::Step::presentation) header.others = {ask_again(shown)};
  if (!shown.test->closed_at)
    header.primary = web::ui::Action{
        .label = "Clore le test",
        .url = Url::path("/credit/dossiers/{}/test/cloture", placement.id),
        .look = web::ui::Look::primary,
        .post = web::ui::Post{.csrf_token = csrf,
                              .question = "Clore le test à blanc ?",
                              .consequence = "Les assureurs ne pourront plus répondre ni changer leurs réponses."}};
  return header;
}

Url exported(const ShownMatrix& shown, std::string_view ending) {
  const Url url = ending == ".csv" ? Url::path("/credit/dossiers/{}/matrice.csv", shown.placement.id)
                                   : Url::path("/credit/dossiers/{}/matrice.xlsx", shown.placement.id);
  return shown.over == Over::test ? Url(url).query("test", std::to_string(shown.test->number)) : url;
}

web::Response matrix_page(visit::Visit& visit, MatrixPart part) {
  const auto shown = load_matrix(visit, part);
  if (!shown) return visit::not_found(visit);
  if (shown->drawn && shown->part.joins == MatrixPart::Joins::page_shown) return visit::fragment(*shown->drawn);
  Markup body = web::ui::page_header(header_of(*shown, visit::csrf_token(visit)));
  if (!shown->drawn) {
    body += web::ui::empty_state(
        {.title = "Aucun test à blanc n’est parti",
         .text = "Envoyez la liste des acheteurs aux assureurs : leurs réponses s’affichent ici.",
         .action = web::ui::Action{.label = "Préparer le test à blanc",
                                   .url = Url::path("/credit/dossiers/{}/test", shown->placement.id)}});
    return visit::page(visit, {.title = "Qui couvre qui", .body = std::move(body)});
  }
  body += visit::export_menu(visit::both_files(exported(*shown, ".xlsx"), exported(*shown, ".csv"),
                                               "Tous les acheteurs, ce que chaque assureur en couvre"));
  body += *shown->drawn;
  return visit::page(visit, {.title = "Qui couvre qui",
                             .body = std::move(body),
                             .width = web::ui::Frame::Width::full,
                             .live = Url::path("/credit/dossiers/{}/direct", shown->placement.id)});
}

}  // namespace

web::Response show_matrix(visit::Visit& visit) {
  const auto& query = visit.request.query;
  if (const auto cell = query.find("case")) {
    const auto dash = std::min(cell->find('-'), cell->size());
    return show_matrix_cell(visit, visit::id_from_text(cell->substr(0, dash)),
                            visit::id_from_text(cell->substr(std::min(dash + 1, cell->size()))));
  }
  if (const auto total = query.find("total"))
    return show_matrix_total(visit, static_cast<std::size_t>(visit::id_from_text(*total)));
  MatrixPart part{std::min<std::int64_t>(visit::id_from_text(query.get("depuis")), INT32_MAX)};
  if (visit.request.htmx() && part.from > 0) part.joins = MatrixPart::Joins::page_shown;
  return matrix_page(visit, part);
}

}  // namespace credit::blind_test
