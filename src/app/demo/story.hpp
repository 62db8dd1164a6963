// One claim's story: what its people do, step by step, until it stands where its plot wants it.
#pragma once

#include <filesystem>
#include <vector>

#include "app/demo/cast.hpp"
#include "app/demo/plot.hpp"
#include "app/house.hpp"
#include "desks/works/claim/claim_ids.hpp"

namespace app::demo {

enum class Act { declare, mandate, answer, upload, send, plan_visit, decide, close_job, close_file, abandon };

struct Step {
  base::Instant at;
  std::size_t story;
  Act act;
};

struct Story {
  Ending ending;
  identity::Actor broker;
  const places::Commune& place;
  const Loss& loss;
  unsigned number;
  works::ClaimId claim = {};
};

struct Stage {
  House& house;
  base::FixedClock& clock;
  const Cast& cast;
  Dice& dice;
  std::filesystem::path folder;
};

// Does the step, and says what follows. A step that the desk refuses (a firm just became unavailable…) ends the story.
std::vector<Step> play(Stage& stage, Story& story, const Step& step);

}  // namespace app::demo
