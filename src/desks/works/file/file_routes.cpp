#include "desks/works/file/file_routes.hpp"

#include "desks/works/file/admin_live.hpp"
#include "desks/works/file/completing.hpp"
#include "desks/works/file/own_live.hpp"
#include "desks/works/file/receipts.hpp"
#include "desks/works/insured/follow_pages.hpp"
#include "desks/works/lot/split.hpp"
#include "desks/works/mandate/mandate_pages.hpp"
#include "desks/works/task/task_pages.hpp"

namespace works::file {

std::vector<visit::Route> routes() {
  using enum identity::OrganisationKind;
  using enum web::Method;
  using identity::Role;
  using visit::Permission;
  constexpr identity::KindSet claim_readers{broker, administrator};
  constexpr identity::KindSet firms{tradesman};
  constexpr identity::KindSet administrators{administrator};
  constexpr Permission broker_acts = Permission::of({broker}, Role::member);
  return {
      {post, "/travaux/dossiers/{}/assure", broker_acts, post_insured},
      {post, "/travaux/dossiers/{}/assureur", broker_acts, post_insurer},
      {post, "/travaux/dossiers/{}/documents", broker_acts, post_documents, visit::Pace::waits},
      {post, "/travaux/lots/{}/partage", broker_acts, lot::post_split},
      {get, "/travaux/echeances/{}", Permission::of(claim_readers), show_receipt},
      {get, "/chantiers/echeances/{}", Permission::of(firms), show_receipt_to_firm},
      {get, "/chantiers/dossiers/{}", Permission::of(firms), mandate::show_job_of_claim},
      {post, "/chantiers/restitution", Permission::of(firms, Role::member), mandate::post_jobs_back},
      {get, "/chantiers/direct", Permission::of(firms), mandate::list_changes},
      {get, "/chantiers/commissions/direct", Permission::of(firms), own_commissions_changes},
      {get, "/travaux/primes/direct", Permission::of({broker}), own_bonuses_changes},
      {get, "/chantiers/{}/direct", Permission::of(firms), mandate::job_changes},
      {get, "/suivi/{}/direct", Permission::link_holder(), insured::changes},
      {get, "/administration/inscriptions/direct", Permission::of(administrators), applications_changes},
      {get, "/administration/inscriptions/{}/direct", Permission::of(administrators), application_changes},
      {get, "/administration/clotures/direct", Permission::of(administrators), closures_changes},
      {get, "/administration/discipline/direct", Permission::of(administrators), discipline_changes},
      {get, "/administration/commissions/direct", Permission::of(administrators), money_changes},
      {get, "/administration/primes/direct", Permission::of(administrators), money_changes},
      {get, "/administration/taches/direct", Permission::of(administrators), task::list_changes},
  };
}

}  // namespace works::file
