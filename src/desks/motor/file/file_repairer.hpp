// Whose vehicle it is to repair: a firm attaches a repairer to its file by SIRET, moves the file, detaches it (M31).
#pragma once

#include <optional>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "desks/motor/file/file.hpp"
#include "floor/platform/act.hpp"

namespace motor::file {

inline constexpr base::RefusalCode same_repairer{base::RefusalKind::conflict, "motor.file.same_repairer"};
inline constexpr base::RefusalCode siret_missing{base::RefusalKind::invalid, "motor.file.siret_missing"};

inline constexpr base::Rule repairer_rules[] = {
    MANDAT_RULE(
        "M31.moved",
        "A file moved to another repairer, or detached, leaves the one before at once: he is told so, and finds "
        "the file no longer; nothing of what passed before is shown to the one who takes it: neither documents nor "
        "what was said of them, which the firm posts to him anew"),
    MANDAT_RULE("M31.fresh",
                "Dates agreed with the repairer before, his inspection still to come and his silence of reminders end "
                "with the move; what is awaited is awaited of the new one from that day. The firm keeps the history"),
};

// The file bears that SIRET from now on; none: nobody's. Who holds a confirmed attachment with it sees the file, now or
// as soon as one is confirmed. Both repairers are told.
base::Outcome<base::Done> entrust(platform::Act& act, const identity::Actor& cabinet, FileId id,
                                  const std::optional<base::Siret>& siret);

}  // namespace motor::file
