#include "desks/credit/calculators/routes.hpp"

#include "desks/credit/calculators/calculator_pages.hpp"

namespace credit::calculators {

std::span<const visit::Route> routes() {
  using visit::Permission;
  static constexpr visit::Route rows[] = {
      {web::Method::get, "/calculs", Permission::anyone(), show_calculators},
      {web::Method::get, "/calculs/impaye", Permission::anyone(), show_unpaid},
      {web::Method::get, "/calculs/couverture", Permission::anyone(), show_cover},
      {web::Method::get, "/calculs/indemnite", Permission::anyone(), show_indemnity},
      {web::Method::get, "/calculs/indemnite.pdf", Permission::anyone(), download_indemnity, visit::Pace::waits},
      {web::Method::get, "/calculs/delais", Permission::anyone(), show_delays},
      {web::Method::get, "/calculs/delais.ics", Permission::anyone(), download_delays},
  };
  return rows;
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"credit.calculators.bad_amount", "Ce montant n’est pas valable. Exemple : 10 000 ou 1 234,50."},
      {"credit.calculators.bad_rate", "Ce pourcentage n’est pas valable. Exemple : 5 ou 0,25."},
      {"credit.calculators.bad_days", "Indiquez un nombre de jours. Exemple : 30."},
      {"credit.calculators.bad_day", "Cette date ne se lit pas. Exemple : 27/11/2026."},
      {"credit.calculators.too_long", "C’est trop long : {0} caractères au plus."},
      {"credit.calculators.missing", "Indiquez cette valeur."},
  };
  return rows;
}

}  // namespace credit::calculators
