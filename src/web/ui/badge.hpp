// Small marks that say a state or a delay.
#pragma once

#include <string>

#include "base/time.hpp"
#include "web/html/markup.hpp"
#include "web/ui/icon.hpp"
#include "web/ui/tone.hpp"

namespace web::ui {

struct Badge {
  std::string text;
  Tone tone = Tone::neutral;
  Icon icon = Icon::circle;
};
html::Markup status_badge(const Badge& badge);
html::Markup tag(std::string_view text);  // a quiet word beside a title or a name: "urgent", "lot 2"

// A delay that runs until `at`, seen at `now`. Amber under 12 h, red once past; the exact instant in the title.
struct Due {
  base::Instant at;
  base::Instant now;
  // A delay in days ends at the first late instant, 00:00 of the next day, and is shown as 23:59 (P4).
  enum class Kind { hours, days } kind = Kind::hours;
};
html::Markup due_pill(const Due& due);

std::string due_text(const Due& due);   // "dans 3 j 4 h", "dépassée de 2 h"
std::string due_exact(const Due& due);  // "jeu. 26 nov. 2026, 23:59"
Tone due_tone(const Due& due);
// "Ce délai se termine un dimanche." (or a public holiday); empty on other days (P4).
std::string due_warning(const Due& due);

}  // namespace web::ui
