#include "desks/credit/blind_test/submission_words.hpp"

#include "base/french.hpp"

namespace credit::blind_test {

web::ui::Badge standing(const Submission& submission, std::int64_t buyers, base::Instant now) {
  using web::ui::Icon;
  using web::ui::Tone;
  if (submission.declined_at) return {"Décline", Tone::mute, Icon::ban};
  if (submission.completed_at) return {"A répondu", Tone::good, Icon::circle_check};
  const int silent = base::paris::day_of(now) - base::paris::day_of(submission.silent_since());
  const std::string since = "silence depuis " + base::french::plural(silent, "jour", "jours");
  if (submission.answered > 0) {
    const std::string part = base::french::integer(submission.answered) + " sur " + base::french::integer(buyers);
    return {silent > 0 ? part + ", " + since : part, Tone::info, Icon::circle_dot};
  }
  if (silent > 0) return {"S" + since.substr(1), Tone::warn, Icon::clock};
  return submission.seen_at ? web::ui::Badge{"Ouvert", Tone::info, Icon::eye}
                            : web::ui::Badge{"Envoyé", Tone::info, Icon::send};
}

}  // namespace credit::blind_test
