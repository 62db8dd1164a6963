// What a text may be that an administrator gives an SMS.
#pragma once

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "floor/sms_templates/sms_template.hpp"

namespace sms_templates {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P5.sms_text",
                "An administrator may change the words of each SMS. Its variables are those of its template; what its "
                "reader cannot do without stays."),
    MANDAT_RULE("P5.sms_segments", "A text whose example takes more than three segments is refused, with its count."),
    MANDAT_RULE("P5.sms_fit",
                "What people typed never takes an SMS past three segments: it is then said shorter, cut between words; "
                "if an administrator's words still do not fit, the desk's own leave."),
};

inline constexpr base::Figure<int> most_segments{"P5.most_segments", 3};

inline constexpr base::RefusalCode text_missing{base::RefusalKind::invalid, "sms_template.text_missing"};
inline constexpr base::RefusalCode bad_characters{base::RefusalKind::invalid, "sms_template.bad_characters"};
inline constexpr base::RefusalCode open_brace{base::RefusalKind::invalid, "sms_template.open_brace"};
inline constexpr base::RefusalCode unknown_variable{base::RefusalKind::invalid, "sms_template.unknown_variable"};
inline constexpr base::RefusalCode variable_missing{base::RefusalKind::invalid, "sms_template.variable_missing"};
inline constexpr base::RefusalCode too_long{base::RefusalKind::invalid, "sms_template.too_long"};

// At most so many characters, cut between words where that leaves at least half of them, with « … » at the end.
std::string shortened(std::string_view text, std::size_t most);
// What leaves: the wording with its values, or with the shorter of them; what is known only at sending counts as its
// example (P5.sms_fit).
Wording fitted(const Template& sms, const Wording& wording, const Values& values, const Values& shorter);

// The wording as it is kept, or what is wrong with it (field "texte").
base::Outcome<Wording> checked(const Template& sms, Wording typed);

}  // namespace sms_templates
