#include "desks/works/file/receipts.hpp"

#include "desks/works/claim/claim.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "floor/deadlines/receipt.hpp"
#include "floor/visit/page.hpp"

namespace works::file {

using web::html::Url;

web::Response show_receipt(visit::Visit& visit) {
  struct Found {
    deadlines::Deadline delay;
    claim::Claim claim;
  };
  const auto found = visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Found> {
    const auto delay = deadlines::find(tx, deadlines::DeadlineId{visit.id()});
    if (!delay || delay->file.kind != claim_file_kind) return std::nullopt;
    auto claim = claim::find(tx, ClaimId{delay->file.id}, visit.actor());
    return claim ? std::optional(Found{*delay, std::move(*claim)}) : std::nullopt;
  });
  if (!found) return visit::not_found(visit);
  return deadlines::receipt_page(visit, found->delay,
                                 {.back = Url::path("/travaux/dossiers/{}", found->claim.id),
                                  .back_label = found->claim.reference,
                                  .told_to = {}});
}

web::Response show_receipt_to_firm(visit::Visit& visit) {
  struct Found {
    deadlines::Deadline delay;
    mandate::Mandate mandate;
  };
  const auto found = visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Found> {
    const auto delay = deadlines::find(tx, deadlines::DeadlineId{visit.id()});
    if (!delay || delay->subject_kind != mandate_subject) return std::nullopt;
    auto mandate = mandate::find(tx, MandateId{delay->subject_id});
    if (!mandate || mandate->tradesman != visit.actor().organisation) return std::nullopt;
    return Found{*delay, std::move(*mandate)};
  });
  if (!found) return visit::not_found(visit);
  return deadlines::receipt_page(visit, found->delay,
                                 {.back = Url::path("/chantiers/{}", found->mandate.id),
                                  .back_label = found->mandate.trades_text + " · " + found->mandate.place_name,
                                  .told_to = visit.actor().organisation});
}

}  // namespace works::file
