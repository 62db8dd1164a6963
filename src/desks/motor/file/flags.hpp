// Marks of the law on a file: economically irreparable (VEI), dangerous or gravely damaged (VE, VGE) (M35).
#pragma once

#include "base/outcome.hpp"
#include "desks/motor/file/file.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/platform/act.hpp"

namespace motor::file {

inline constexpr base::Rule flag_rules[] = {
    MANDAT_RULE(
        "M35",
        "VEI: the insurer's offer is due within 15 days of the report, the owner's answer within 30 days of the "
        "offer (C. route L327-1)"),
    MANDAT_RULE("M35.danger",
                "A VE or VGE vehicle is not announced as delivered, nor its invoice accepted, before the "
                "conformity report is in (C. route L327-5)"),
};
inline constexpr base::Figure<int> offer_days{"M35.offer_days", 15};  // calendar days
inline constexpr base::Figure<int> answer_days{"M35.answer_days", 30};

namespace deadline_rule {
inline constexpr std::string_view offer = "M35.offer";
inline constexpr std::string_view answer = "M35.answer";
}  // namespace deadline_rule
inline constexpr std::string_view irreparable_subject = "motor.vei";

inline constexpr base::RefusalCode conformity_missing{base::RefusalKind::conflict, "motor.file.conformity_missing"};
inline constexpr base::RefusalCode flag_not_now{base::RefusalKind::conflict, "motor.file.flag_not_now"};
inline constexpr base::RefusalCode flag_missing{base::RefusalKind::invalid, "motor.file.flag_missing"};

// What the firm notes on a file, each in its order.
enum class Mark { irreparable, insurer_offer, owner_answer, irreparable_lifted, danger_ve, danger_vge, danger_lifted };
std::optional<Mark> mark_from_text(std::string_view text);
std::string_view to_text(Mark mark);
bool possible(const Flags& flags, Mark mark);

base::Outcome<base::Done> note(platform::Act& act, const identity::Actor& cabinet, FileId id, Mark mark);
void note_conformity(platform::Act& act, File& file);  // the conformity report was posted

bool may_deliver(const Flags& flags);  // M35.danger

void register_delays(deadlines::Handlers& handlers);

}  // namespace motor::file
