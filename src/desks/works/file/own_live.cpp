#include "desks/works/file/own_live.hpp"

#include "desks/works/claim/claim.hpp"
#include "desks/works/mandate/mandate_pages.hpp"
#include "desks/works/money/money_file.hpp"
#include "floor/live/live.hpp"

namespace works::file {

web::Response own_commissions_changes(visit::Visit& visit) {
  const auto firm = visit.actor().organisation;
  return live::answer(visit, [&](db::Transaction& tx, const platform::FileRef& file) {
    return file == money::file_of(firm) || mandate::concerns_firm(tx, file, firm, visit.now);
  });
}

web::Response own_bonuses_changes(visit::Visit& visit) {
  return live::answer(visit, [&](db::Transaction& tx, const platform::FileRef& file) {
    if (file == money::file_of(visit.actor().organisation)) return true;
    return file.kind == claim_file_kind && claim::find(tx, ClaimId{file.id}, visit.actor()).has_value();
  });
}

}  // namespace works::file
