// Whether the list or a file changed, to those whose list or file it is (P15).
#include "desks/works/claim/claim.hpp"
#include "desks/works/claim/claim_pages.hpp"
#include "floor/live/live.hpp"
#include "floor/visit/page.hpp"

namespace works::claim {

web::Response list_changes(visit::Visit& visit) {
  return live::answer(visit, [&](db::Transaction& tx, const platform::FileRef& file) {
    return file.kind == claim_file_kind && find(tx, ClaimId{file.id}, visit.actor()).has_value();
  });
}

web::Response file_changes(visit::Visit& visit) {
  const ClaimId id{visit.id()};
  const bool mine =
      visit.platform.database.read([&](db::Transaction& tx) { return find(tx, id, visit.actor()).has_value(); });
  if (!mine) return visit::not_found(visit);
  return live::answer(visit, [&](db::Transaction&, const platform::FileRef& file) { return file == file_of(id); });
}

}  // namespace works::claim
