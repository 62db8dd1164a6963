// Marks of the law on a file: economically irreparable (VEI), dangerous or gravely damaged (VE, VGE) (M35).
#pragma once

#include "base/outcome.hpp"
#include "desks/motor/file/file.hpp"
#include "desks/motor/file/flags_rules.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/platform/act.hpp"

namespace motor::file {

namespace deadline_rule {
inline constexpr std::string_view offer = "M35.offer";
inline constexpr std::string_view answer = "M35.answer";
}  // namespace deadline_rule
inline constexpr std::string_view irreparable_subject = "motor.vei";

inline constexpr base::RefusalCode conformity_missing{base::RefusalKind::conflict, "motor.file.conformity_missing"};
inline constexpr base::RefusalCode flag_not_now{base::RefusalKind::conflict, "motor.file.flag_not_now"};
inline constexpr base::RefusalCode flag_day_unreadable{base::RefusalKind::invalid, "motor.file.flag_day_unreadable"};
inline constexpr base::RefusalCode flag_missing{base::RefusalKind::invalid, "motor.file.flag_missing"};

// What the firm notes on a file, each in its order.
enum class Mark { irreparable, insurer_offer, owner_answer, irreparable_lifted, danger_ve, danger_vge, danger_lifted };
std::optional<Mark> mark_from_text(std::string_view text);
std::string_view to_text(Mark mark);
bool possible(const Flags& flags, Mark mark);

// `day`: of the report, the offer, the answer; none: of the latest report posted, of today.
base::Outcome<base::Done> note(platform::Act& act, const identity::Actor& cabinet, FileId id, Mark mark,
                               const std::optional<base::Day>& day = {});
// The marks that bear a day, and what it is called: "Date du rapport". Empty for the others.
std::string_view day_label(Mark mark);
void note_conformity(platform::Act& act, File& file);  // the conformity report was posted

std::optional<base::Day> report_day(db::Transaction& tx, FileId id);  // of the latest posted

bool may_deliver(const Flags& flags);  // M35.danger

void register_delays(deadlines::Handlers& handlers);

}  // namespace motor::file
