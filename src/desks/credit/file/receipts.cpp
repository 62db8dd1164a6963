#include "desks/credit/file/receipts.hpp"

#include "desks/credit/file/concerned.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/policy/onboarding.hpp"
#include "floor/deadlines/receipt.hpp"
#include "floor/visit/page.hpp"

namespace credit::file {
namespace {

using web::html::Url;

struct Found {
  deadlines::Deadline delay;
  placement::Placement placement;
  std::string concerned;
};

std::optional<Found> find(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Found> {
    const auto delay = deadlines::find(tx, deadlines::DeadlineId{visit.id()});
    if (!delay || delay->file.kind != placement_file_kind) return std::nullopt;
    auto placement = placement::find(tx, PlacementId{delay->file.id}, visit.actor());
    if (!placement) return std::nullopt;
    auto concerned = insurers_concerned(tx, placement->id, std::span(&*delay, 1));
    return Found{*delay, std::move(*placement), std::move(concerned.front())};
  });
}

}  // namespace

web::Response show_receipt(visit::Visit& visit) {
  const auto found = find(visit);
  if (!found) return visit::not_found(visit);
  return deadlines::receipt_page(visit, found->delay,
                                 {.back = Url::path("/credit/dossiers/{}", found->placement.id),
                                  .back_label = found->placement.reference,
                                  .concerned = found->concerned});
}

// What the company must do itself, and what its broker owes it; what is between him and the insurers is theirs.
web::Response show_receipt_to_company(visit::Visit& visit) {
  const auto found = find(visit);
  if (!found) return visit::not_found(visit);
  if (found->delay.owner != visit.actor().organisation && !policy::of_onboarding(found->delay))
    return visit::not_found(visit);
  return deadlines::receipt_page(visit, found->delay,
                                 {.back = Url::path("/couverture/{}/police", found->placement.id),
                                  .back_label = "Police",
                                  .told_to = visit.actor().organisation,
                                  .concerned = found->concerned});
}

}  // namespace credit::file
