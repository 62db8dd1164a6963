#include "support/gallery/frame_sample.hpp"
#include "support/gallery/gallery.hpp"
#include "web/ui/phone_page.hpp"

namespace gallery {

using namespace web::ui;
using web::html::fragment;

std::vector<Sample> phone_samples() {
  const auto ask = phone::page(
      "Demande de chantier",
      fragment(phone::heading("Demande de chantier", "Plomberie", "Lyon 3e · à 6 km"),
               phone::quote("Fuite sous évier, parquet gondolé"),
               phone::photos({{"/p/1", "/p/1", "Évier"}, {"/p/2", "/p/2", "Parquet"}}),
               phone::deadline("Répondre avant", now() + base::hours(41), now()),
               phone::form({.action = "/r/7Qm2", .submit = "VALIDER MA RÉPONSE"},
                           fragment(phone::choices("reponse", "Votre réponse",
                                                   {{"accepter", "ACCEPTER"}, {"refuser", "REFUSER"}}, ""),
                                    text_field({.name = "motif", .label = "Motif", .need = Field::Need::optional}))),
               phone::note("Les coordonnées du client s’affichent après acceptation.")));
  const auto accepted = phone::page(
      "Chantier accepté",
      fragment(phone::heading("Chantier accepté", "Plomberie", "Lyon 3e · à 6 km"),
               phone::notice(Tone::good, "C’est noté.",
                             "Un SMS et un e-mail le confirment. Le devis est attendu avant le 26 nov., 23:59."),
               phone::facts({{"Assurée", "Nadia Benali"},
                             {"Téléphone", Value::phone("+33612345678", "06 12 34 56 78")},
                             {"Adresse", Value::lines("14, rue des Acacias\n69003 Lyon")}})));
  std::vector<Sample> all;
  all.push_back({"phone", ask});
  all.push_back({"phone-accepted", accepted});
  return all;
}

}  // namespace gallery
