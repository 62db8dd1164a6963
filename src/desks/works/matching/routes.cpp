#include "desks/works/matching/routes.hpp"

#include "desks/works/matching/matching_pages.hpp"
#include "desks/works/tradesman/settings_pages.hpp"
#include "desks/works/tradesman/sms_number_card.hpp"

namespace works::matching {

std::span<const visit::Route> routes() {
  using identity::OrganisationKind;
  using identity::Role;
  using visit::Permission;
  using web::Method;
  constexpr identity::KindSet claim_readers{OrganisationKind::broker, OrganisationKind::administrator};
  constexpr auto tradesman_reads = Permission::of({OrganisationKind::tradesman});
  constexpr auto tradesman_acts = Permission::of({OrganisationKind::tradesman}, Role::member);
  static constexpr visit::Route rows[] = {
      {Method::get, "/travaux/lots/{}/entreprises", Permission::of(claim_readers), show_firms},
      {Method::get, "/chantiers/reglages", tradesman_reads, tradesman::show_settings},
      {Method::post, "/chantiers/reglages", tradesman_acts, tradesman::post_settings},
      {Method::get, "/chantiers/reglages/carte", tradesman_reads, tradesman::show_map},
      {Method::post, "/chantiers/reglages/metiers", tradesman_acts, tradesman::post_trade},
      {Method::post, "/chantiers/reglages/absences", tradesman_acts, tradesman::post_absence},
      {Method::post, "/chantiers/reglages/absences/{}/retrait", tradesman_acts, tradesman::post_absence_removal},
      {Method::post, "/chantiers/reglages/mobile", tradesman_acts, tradesman::post_sms_number},
  };
  return rows;
}

}  // namespace works::matching
