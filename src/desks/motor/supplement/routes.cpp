#include "desks/motor/supplement/supplement_pages.hpp"

namespace motor::supplement {

std::vector<visit::Route> routes() {
  using enum visit::Pace;
  using identity::OrganisationKind;
  using identity::Role;
  using visit::Permission;
  using web::Method;
  constexpr identity::KindSet repairers{OrganisationKind::repairer};
  constexpr identity::KindSet firms{OrganisationKind::adjusting_firm};
  constexpr identity::KindSet both{OrganisationKind::adjusting_firm, OrganisationKind::repairer};
  return {
      {Method::get, "/reparateurs/dossiers/{}/complement", Permission::of(repairers, Role::member), show_form},
      {Method::post, "/reparateurs/dossiers/{}/complement", Permission::of(repairers, Role::member), post_form, waits},
      {Method::post, "/reparateurs/dossiers/{}/complement/photos", Permission::of(repairers, Role::member), post_photo,
       waits},
      {Method::get, "/reparateurs/complements/{}", Permission::of(both), show_one},
      {Method::post, "/reparateurs/complements/{}/decision", Permission::of(firms, Role::member), post_decision},
  };
}

}  // namespace motor::supplement
