// GET /credit/dossiers/{}/comparatif/{}: the comparison for the client (C7).
#include "base/french.hpp"
#include "desks/credit/offer/comparison_paper.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "desks/credit/papers.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/tables/writing.hpp"
#include "floor/visit/page.hpp"

namespace credit::offer {

web::Response download_comparison(visit::Visit& visit) {
  const auto kind = visit.parameter(1);
  if (kind != "pdf" && kind != "xlsx") return visit::not_found(visit);
  std::string broker;
  const auto comparison = visit.platform.database.read([&](db::Transaction& tx) {
    auto found = compare(tx, PlacementId{visit.id()}, visit.actor(), base::paris::day_of(visit.now));
    if (found) broker = identity::organisation_name(tx, found->placement.broker);
    return found;
  });
  if (!comparison || comparison->offers.empty()) return visit::not_found(visit);
  const std::string name = "comparatif-" + comparison->placement.reference;
  if (kind == "xlsx") return tables::download(tables::Format::xlsx, name, comparison_workbook(*comparison));
  return pdf_download(name, comparison_pdf(*comparison, broker, visit.now));
}

}  // namespace credit::offer
