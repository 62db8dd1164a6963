#include <algorithm>

#include "desks/works/tradesman/tradesman.hpp"

namespace works::tradesman {
namespace {

// Loads the firm, lets its record learn, and saves it.
template <class Learn>
void learn(platform::Act& act, identity::OrganisationId organisation, Learn change) {
  auto firm = find(act.tx, organisation);
  MANDAT_ASSERT(firm);
  change(firm->record);
  save_record(act.tx, *firm);
}

}  // namespace

void note_asked(platform::Act& act, identity::OrganisationId organisation) {
  learn(act, organisation, [&](Record& record) { record.last_asked_at = act.now; });
}

void note_answered(platform::Act& act, identity::OrganisationId organisation, base::Duration took, bool accepted) {
  learn(act, organisation, [&](Record& record) {
    ++record.asked;
    ++record.answered;
    // A clock that was set back may show an answer before its request.
    record.answer_minutes += std::max<std::int64_t>(0, std::chrono::duration_cast<base::minutes>(took).count());
    record.silences = 0;  // any answer resets the count (W17)
    if (!accepted) return;
    ++record.accepted;
    ++record.live;
  });
}

void note_silence(platform::Act& act, identity::OrganisationId organisation) {
  learn(act, organisation, [](Record& record) {
    ++record.asked;
    ++record.silences;
  });
}

void note_job_ended(platform::Act& act, identity::OrganisationId organisation, bool closed) {
  learn(act, organisation, [&](Record& record) {
    MANDAT_ASSERT(record.live > 0);
    --record.live;
    if (closed) ++record.closed;
  });
}

}  // namespace works::tradesman
