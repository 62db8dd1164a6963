#include "desks/credit/file/giving_up.hpp"

#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace credit::file {

base::Outcome<base::Done> give_up(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                  std::string_view reason) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto done = placement::give_up(act, broker, id, reason);
    if (!done) return done;
    blind_test::close_latest(act, id);
    deadlines::cancel_of_file(act, file_of(id));
    return done;
  });
}

}  // namespace credit::file
