#include "desks/works/file/admin_live.hpp"

#include "desks/works/admission/application.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "desks/works/money/money_file.hpp"
#include "floor/live/live.hpp"
#include "floor/visit/page.hpp"

namespace works::file {
namespace {

web::Response of_kinds(visit::Visit& visit, std::string_view first, std::string_view second) {
  return live::answer(visit, [&](db::Transaction&, const platform::FileRef& file) {
    return file.kind == first || file.kind == second;
  });
}

}  // namespace

web::Response applications_changes(visit::Visit& visit) {
  return of_kinds(visit, admission::application_file_kind, admission::application_file_kind);
}

web::Response application_changes(visit::Visit& visit) {
  const identity::OrganisationId applicant{visit.id()};
  const bool known =
      visit.platform.database.read([&](db::Transaction& tx) { return admission::find(tx, applicant).has_value(); });
  if (!known) return visit::not_found(visit);
  const auto asked = admission::file_of_application(applicant);
  return live::answer(visit, [&](db::Transaction&, const platform::FileRef& file) { return file == asked; });
}

web::Response closures_changes(visit::Visit& visit) { return of_kinds(visit, claim_file_kind, claim_file_kind); }

// A warning is a fact of the claim it was given for.
web::Response discipline_changes(visit::Visit& visit) {
  return of_kinds(visit, admission::application_file_kind, claim_file_kind);
}

// A commission and a bonus come with a claim's closures.
web::Response money_changes(visit::Visit& visit) { return of_kinds(visit, money::file_kind_code, claim_file_kind); }

}  // namespace works::file
