// Whether the pipeline or a placement changed, to those whose it is (P15).
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "floor/live/live.hpp"
#include "floor/visit/page.hpp"

namespace credit::placement {

web::Response pipeline_changes(visit::Visit& visit) {
  return live::answer(visit, [&](db::Transaction& tx, const platform::FileRef& file) {
    return file.kind == placement_file_kind && find(tx, PlacementId{file.id}, visit.actor()).has_value();
  });
}

web::Response placement_changes(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  const bool mine =
      visit.platform.database.read([&](db::Transaction& tx) { return find(tx, id, visit.actor()).has_value(); });
  if (!mine) return visit::not_found(visit);
  return live::answer(visit, [&](db::Transaction&, const platform::FileRef& file) { return file == file_of(id); });
}

}  // namespace credit::placement
