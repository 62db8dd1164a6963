#include "support/gallery/frame_sample.hpp"
#include "support/gallery/gallery.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/problem_page.hpp"
#include "web/ui/table.hpp"

namespace gallery {

using namespace web::ui;
using web::html::fragment;

namespace {

Sample dashboard() {
  Frame frame = broker_frame("Tableau de bord");
  frame.accent = Accent::credit;
  frame.flashes = {{Tone::good, "Le lot de 14 prélèvements a été validé par deux personnes."},
                   {Tone::bad, "Un fichier n’a pas pu être lu : ligne 12, SIREN à neuf chiffres attendu."}};
  return {
      "dashboard",
      page(frame,
           fragment(page_header({.title = "Tableau de bord", .lead = "Ce qui attend l’administrateur aujourd’hui."}),
                    stat_tiles({{"Validations en attente", Value::number(7), "2 de plus de 48 h", Tone::bad,
                                 web::html::Url("/admin")},
                                {"À verser", base::Money{1'234'500}, "batch du 2 janvier", Tone::neutral, {}},
                                {"Taux de réponse", base::Rate::percent(87), "+ 3 points en un mois", Tone::good, {}},
                                {"Sans réponse", Value::number(3), "trois fois de suite", Tone::warn, {}}}),
                    data_table(
                        {.caption = "Encours par acheteur",
                         .columns = {{.label = "Acheteur"},
                                     {.label = "SIREN"},
                                     {.label = "Encours"},
                                     {.label = "Garanti"},
                                     {.label = "État"}},
                         .rows = {{.url = web::html::Url("/credit/1"),
                                   .cells = {"Menuiserie Delmas", "732 829 320", base::Money{4'500'000},
                                             base::Money{4'500'000}, Badge{"Accordé", Tone::good, Icon::circle_check}},
                                   .fresh = true},
                                  {.url = web::html::Url("/credit/2"),
                                   .cells = {"Transports Kessler", "552 100 554", base::Money{12'850'000},
                                             base::Money{6'000'000}, Badge{"Partiel", Tone::warn, Icon::scale}}},
                                  {.url = web::html::Url("/credit/3"),
                                   .cells = {"Ateliers Brun", "404 833 048", base::Money{980'000}, base::Money{0},
                                             Badge{"Refusé", Tone::bad, Icon::circle_x}}}},
                         .foot = {"Total", {}, base::Money{18'330'000}, base::Money{10'500'000}, {}}})))};
}

}  // namespace

std::vector<Sample> other_samples() {
  std::vector<Sample> all;
  all.push_back(dashboard());
  all.push_back({"problem", problem_page(404, Frame{.now = now()})});
  return all;
}

}  // namespace gallery
