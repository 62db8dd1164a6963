// What the choice of a firm must tell (W11), from the database alone: every firm looked at with the rules. Slow, and
// the measure of what answers from memory.
#pragma once

#include <string>
#include <vector>

#include "desks/works/matching/matching.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "support/platform.hpp"

namespace support {

// Who asks, and for what.
struct Question {
  works::claim::Claim claim;
  works::lot::Lot lot;
  base::Instant now;
};

// One line a firm, in order, with all that is shown of it.
using Told = std::vector<std::string>;

// A claim of plumbing is asked about.
class FirmsOnBothEngines : public PlatformOnBothEngines {
 protected:
  void SetUp() override;
  static void set_state(platform::Act& act, identity::OrganisationId firm, works::tradesman::State state);

  Question question_;
};

Told proposed(db::Transaction& tx, const Question& question, std::size_t limit);
Told excluded(db::Transaction& tx, const Question& question, std::size_t limit);

Told proposed_by_looking(db::Transaction& tx, const works::matching::Ranking& ranking, const Question& question,
                         std::size_t limit);
Told excluded_by_looking(db::Transaction& tx, const Question& question, std::size_t limit);

}  // namespace support
