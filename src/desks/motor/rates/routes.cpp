#include "desks/motor/rates/routes.hpp"

#include "desks/motor/rates/rates_pages.hpp"
#include "desks/motor/rates/rates_store.hpp"

namespace motor::rates {
namespace {

using identity::OrganisationKind;
using identity::Role;
using visit::Permission;
using web::Method;

constexpr identity::KindSet repairers{OrganisationKind::repairer};
constexpr identity::KindSet firms{OrganisationKind::adjusting_firm};
constexpr identity::KindSet both{OrganisationKind::repairer, OrganisationKind::adjusting_firm};

}  // namespace

std::vector<visit::Route> routes() {
  return {
      {Method::get, "/reparateurs/tarifs", Permission::of(repairers), show_form},
      {Method::get, "/reparateurs/tarifs-en-vigueur", Permission::of(repairers), show_form},
      {Method::post, "/reparateurs/tarifs", Permission::of(repairers, Role::member), post_form},
      {Method::get, "/reparateurs/tarifs/{}", Permission::of(both), show_version},
      {Method::get, "/reparateurs/tarifs/{}/comparaison", Permission::of(both), show_comparison},
      {Method::post, "/reparateurs/tarifs/{}/accuse", Permission::of(firms, Role::member), post_receipt},
      {Method::get, "/reparateurs/tarifs-recus", Permission::of(firms), show_received},
      {Method::get, "/reparateurs/dossiers/{}/tarifs", Permission::of(both), show_of_file},
  };
}

std::vector<visit::NavItem> nav() {
  using web::ui::Accent;
  using web::ui::Icon;
  return {
      {.label = "TARIFS",
       .url = "/reparateurs/tarifs",
       .icon = Icon::euro,
       .section = "Réparateurs",
       .accent = Accent::motor,
       .kinds = repairers},
      {.label = "Tarifs reçus",
       .url = "/reparateurs/tarifs-recus",
       .icon = Icon::euro,
       .section = "Réparateurs",
       .accent = Accent::motor,
       .kinds = firms,
       .count = to_acknowledge_sql},
  };
}

}  // namespace motor::rates
