#include "support/gallery/frame_sample.hpp"
#include "support/gallery/gallery.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace gallery {

using namespace web::ui;
using web::html::fragment;

namespace {

const Badge kWaiting{"EN ATTENTE DE DEVIS", Tone::warn, Icon::hourglass};
const Badge kUnderWay{"EN COURS", Tone::info, Icon::circle_dot};
const Badge kClosed{"CLÔTURÉ", Tone::good, Icon::circle_check};
const Badge kAbandoned{"SANS SUITE", Tone::mute, Icon::ban};

Row file_row(int number, std::string insured, std::string place, std::string kind, std::string holder, std::string owed,
             Value due, const Badge& status) {
  return {.url = web::html::Url::path("/travaux/dossiers/{}", number),
          .cells = {"T-2026-000" + std::to_string(number), Value::two_lines(insured, place), kind,
                    Value::two_lines(holder, owed), std::move(due), base::Day{20770 - (139 - number)}, status}};
}

Table files() {
  const auto in = [](base::Duration left) { return Value(Due{now() + left, now()}); };
  return {.caption = "Dossiers",
          .columns = {{.label = "Référence", .sort = web::html::Url("/travaux/dossiers?tri=reference")},
                      {.label = "Assuré"},
                      {.label = "Sinistre"},
                      {.label = "En attente de"},
                      {.label = "Échéance",
                       .sort = web::html::Url("/travaux/dossiers?tri=-echeance"),
                       .sorted = Sorted::ascending},
                      {.label = "Déclaré le", .sort = web::html::Url("/travaux/dossiers?tri=declare")},
                      {.label = "Statut"}},
          .rows = {file_row(139, "Nadia Benali", "69003 Lyon 3e", "Dégât des eaux", "Couverture Alpine",
                            "réponse à la demande", in(-base::hours(2)), kWaiting),
                   file_row(138, "Paul Lefèvre", "38000 Grenoble", "Bris de glace", "Vitrerie des Quais",
                            "réponse à la demande", in(base::hours(7) + base::minutes(20)), kWaiting),
                   file_row(136, "SCI Les Tilleuls", "69100 Villeurbanne", "Incendie", "Vous", "choisir une entreprise",
                            {}, kWaiting),
                   file_row(131, "Chloé Girard", "42000 Saint-Étienne", "Dégât des eaux", "Plomberie du Rhône", "devis",
                            in(base::hours(76)), kWaiting),
                   file_row(127, "Marc Olivier", "69007 Lyon 7e", "Tempête", "Assurances du Levant",
                            "validation du devis", {}, kUnderWay),
                   file_row(119, "Famille Nguyen", "01000 Bourg-en-Bresse", "Dégât des eaux", "Plâtrerie Morel",
                            "fin du chantier", {}, kUnderWay),
                   file_row(102, "Irène Costa", "69002 Lyon 2e", "Vol", "—", "", {}, kClosed),
                   file_row(96, "Jean-Baptiste Roux", "73000 Chambéry", "Gel", "—", "", {}, kAbandoned)}};
}

Sample list() {
  Frame frame = broker_frame("Dossiers");
  frame.width = Frame::Width::full;
  return {
      "list",
      page(frame, fragment(page_header({.title = "Dossiers",
                                        .primary = Action{.label = "Déclarer un sinistre",
                                                          .url = "/travaux/declarer",
                                                          .icon = Icon::plus}}),
                           tabs("Dossiers par étape", {{"À traiter", "/travaux/dossiers", "6", true},
                                                       {"En attente de devis", "/travaux/dossiers?onglet=devis", "14"},
                                                       {"En cours", "/travaux/dossiers?onglet=encours", "21"},
                                                       {"Clôturés", "/travaux/dossiers?onglet=clos", "1\u202f000+"},
                                                       {"Tous", "/travaux/dossiers?onglet=tous"}}),
                           filter_bar({.action = "/travaux/dossiers",
                                       .search_placeholder = "Référence, assuré, commune…",
                                       .chips = {{"Sinistre", "Dégât des eaux", "/travaux/dossiers"},
                                                 {"Département", "69", "/travaux/dossiers"}},
                                       .cleared = "/travaux/dossiers"},
                                      fragment("")),
                           data_table(files()),
                           pager({.previous = {},
                                  .next = web::html::Url("/travaux/dossiers?apres=96"),
                                  .summary = "8 dossiers sur 41"})))};
}

Sample empty() {
  return {"empty",
          page(broker_frame("Dossiers"),
               fragment(page_header({.title = "Dossiers"}),
                        empty_state({.icon = Icon::inbox,
                                     .title = "Rien n’attend de vous",
                                     .text = "Les dossiers où vous devez agir apparaîtront ici. Un nouveau sinistre se "
                                             "déclare en moins d’une minute.",
                                     .action = Action{.label = "Déclarer un sinistre",
                                                      .url = "/travaux/declarer",
                                                      .look = Look::primary,
                                                      .icon = Icon::plus}})))};
}

}  // namespace

std::vector<Sample> list_samples() {
  std::vector<Sample> all;
  all.push_back(list());
  all.push_back(empty());
  return all;
}

}  // namespace gallery
