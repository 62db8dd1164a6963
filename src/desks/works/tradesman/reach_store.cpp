// The lookup of the matching: one range of one index a trade, no other table read.
#include "desks/works/tradesman/tradesman.hpp"

namespace works::tradesman {
namespace {

// A box that meets the area begins at most its own height south of it: this bounds the range on both sides.
std::int32_t tallest_box() {
  const auto box = places::box_around({}, largest_radius_km.value() * 1000);
  return box.north_e6 - box.south_e6;
}

}  // namespace

std::vector<Reach> reaching(db::Transaction& tx, std::string_view trade, const places::Box& area) {
  return tx.rows(
      "SELECT organisation_id, south_e6, north_e6, west_e6, east_e6 FROM works_reach "
      "WHERE trade = :trade AND south_e6 <= :north AND south_e6 >= :lowest AND north_e6 >= :south "
      "AND west_e6 <= :east AND east_e6 >= :west",
      {{"trade", trade},
       {"lowest", area.south_e6 - tallest_box()},
       {"south", area.south_e6},
       {"north", area.north_e6},
       {"west", area.west_e6},
       {"east", area.east_e6}},
      [](const db::Row& row) {
        const places::Box box{row.get<std::int32_t>(1), row.get<std::int32_t>(2), row.get<std::int32_t>(3),
                              row.get<std::int32_t>(4)};
        return Reach{row.get<identity::OrganisationId>(0), places::centre_of(box)};
      });
}

}  // namespace works::tradesman
