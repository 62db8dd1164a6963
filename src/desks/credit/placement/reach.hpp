// Who reaches a placement: a signed-in person within his scope, or who holds the company's link to this one (P2, P7).
#pragma once

#include "desks/credit/placement/placement.hpp"
#include "floor/identity/actor.hpp"
#include "floor/platform/act.hpp"

namespace credit::placement {

struct Reach {
  Reach(const identity::Actor& person) : actor(person) {}
  static Reach by_link(PlacementId to) {
    Reach reach{identity::Actor{}};
    reach.link_to = to;
    return reach;
  }

  identity::Actor actor;     // nobody behind a link
  PlacementId link_to = {};  // the one placement that the link opens
};

inline std::optional<Placement> find(db::Transaction& tx, PlacementId id, const Reach& reach) {
  if (!reach.link_to) return find(tx, id, reach.actor);
  return reach.link_to == id ? find(tx, id) : std::nullopt;
}

}  // namespace credit::placement
