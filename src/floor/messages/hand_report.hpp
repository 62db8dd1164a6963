// Why a delivery report entered by hand is refused.
#pragma once

#include "floor/messages/dead_letters.hpp"

namespace messages {

inline constexpr base::RefusalCode report_choice_missing{base::RefusalKind::invalid, "message.report_choice_missing"};
inline constexpr base::RefusalCode no_report_awaited{base::RefusalKind::conflict, "message.no_report_awaited"};

}  // namespace messages
