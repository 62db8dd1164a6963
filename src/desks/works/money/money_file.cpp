#include "desks/works/money/money_file.hpp"

namespace works::money {
namespace {

using identity::OrganisationKind;

web::html::Url url(std::int64_t organisation, const identity::Actor& actor) {
  if (actor.is(OrganisationKind::administrator))  // their own: the quarter to run
    return actor.organisation.value == organisation ? web::html::Url("/administration/primes")
                                                    : web::html::Url("/administration/commissions");
  return actor.is(OrganisationKind::broker) ? web::html::Url("/travaux/primes")
                                            : web::html::Url("/chantiers/commissions");
}

std::vector<bool> may_read(db::Transaction&, std::span<const visit::Written> written, const identity::Actor& actor) {
  std::vector<bool> readable;
  for (const auto& one : written)
    readable.push_back(actor.organisation.value == one.file.id || actor.is(OrganisationKind::administrator));
  return readable;
}

bool may_see(db::Transaction&, const documents::Document& document, const identity::Actor& actor) {
  return document.file.id == actor.organisation.value || actor.is(OrganisationKind::administrator);
}

}  // namespace

visit::FileKind file_kind() {
  return {.kind = file_kind_code,
          .url = url,
          .may_read = may_read,
          .readers = {OrganisationKind::administrator, OrganisationKind::tradesman, OrganisationKind::broker}};
}

visit::DocumentRule document_rule() { return {file_kind_code, may_see}; }

}  // namespace works::money
