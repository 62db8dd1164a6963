// What a supplement may hold, how it is answered line by line, and when it has waited long (M25). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/motor/supplement/supplement_states.hpp"

namespace motor::supplement {

inline constexpr base::Rule line_rules[] = {
    MANDAT_RULE("M25.content",
                "Comment and photographs are separate fields, at least one of which is filled; both are recommended"),
    MANDAT_RULE(
        "M25.lines",
        "Each line of the comment is answered by itself, a refused one with a reason; all accepted is accepted, "
        "all refused is refused, else accepted in part"),
    MANDAT_RULE("M25.upload",
                "Photographs leave a phone one after the other, before the form: a connection that breaks loses one at "
                "most, the rest goes on at a touch, nothing typed is lost; the same supplement sent again while it "
                "waits is one"),
    MANDAT_RULE("M25.ageing", "Both sides see how long a supplement has waited, stronger after two days, then five"),
};
inline constexpr base::Figure<int> most_photos{"M25.most_photos", 12};
inline constexpr base::Figure<int> most_lines{"M25.most_lines", 40};
inline constexpr base::Figure<int> longest_line{"M25.longest_line", 500};  // characters
inline constexpr base::Figure<base::hours> long_wait{"M25.long_wait", base::hours(48)};
inline constexpr base::Figure<base::hours> too_long_wait{"M25.too_long_wait", base::hours(120)};

enum class Verdict { none, accepted, refused };
std::string_view to_text(Verdict verdict);
std::optional<Verdict> verdict_from_text(std::string_view text);

inline constexpr base::RefusalCode nothing_said{base::RefusalKind::invalid, "motor.supplement.nothing_said"};
inline constexpr base::RefusalCode line_too_long{base::RefusalKind::invalid, "motor.supplement.line_too_long"};
inline constexpr base::RefusalCode too_many_lines{base::RefusalKind::invalid, "motor.supplement.too_many_lines"};
inline constexpr base::RefusalCode too_many_photos{base::RefusalKind::invalid, "motor.supplement.too_many_photos"};
inline constexpr base::RefusalCode verdict_missing{base::RefusalKind::invalid, "motor.supplement.verdict_missing"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "motor.supplement.reason_missing"};

// The lines of a comment, in order: blanks squeezed, dashes and bullets at their beginning taken away.
std::vector<std::string> lines_of(std::string_view comment);
// What is to be answered; refused when neither text nor photograph is there, or too much.
base::Outcome<std::vector<std::string>> content(std::string_view comment, std::size_t photos);

struct LineAnswer {
  Verdict verdict = Verdict::none;
  std::string text = {};
};
// Fields `verdict-1`, `answer-1`… of the lines that want a correction; none: the answers are whole.
base::Refusals check(const std::vector<LineAnswer>& answers);
Event event_of(const std::vector<LineAnswer>& answers);  // of whole answers, at least one

enum class Age { fresh, old, too_old };
Age age_of(base::Duration waited);

}  // namespace motor::supplement
