// Figures of desk works: each delay, amount and rate once, with its rule. Configuration, not law, where the source is
// silent.
#pragma once

#include "base/rule.hpp"

namespace works {

inline constexpr base::Figure<base::hours> answer_delay{"W15.answer_delay", base::hours(48)};
inline constexpr base::Figure<int> quote_days{"W19.quote_days", 5};                // calendar days, Paris
inline constexpr base::Figure<int> first_quote_reminder{"W19.first_reminder", 2};  // days before the last day
inline constexpr base::Figure<base::hours> cancel_delay{"W20.cancel_delay", base::hours(48)};
inline constexpr base::Figure<int> first_closure_chase{"W25.first_chase", 60};  // days after the insurer's agreement
inline constexpr base::Figure<int> second_closure_chase{"W25.second_chase", 75};
inline constexpr base::Figure<int> closure_task{"W25.task", 90};
inline constexpr base::Figure<int> first_file_chase{"W26.first_chase", 15};  // days after the last job was closed
inline constexpr base::Figure<int> second_file_chase{"W26.second_chase", 30};
inline constexpr base::Figure<int> file_task{"W26.task", 45};
inline constexpr base::Figure<int> most_job_papers{"W25.most_papers", 60};  // photos and reports of one job
inline constexpr base::Figure<base::Rate> commission_rate{"W27.commission_rate", base::Rate::percent(10)};
inline constexpr base::Figure<base::Money> bonus_amount{"W28.bonus_amount", base::Money::euros(50)};
inline constexpr base::Figure<int> market_minimum{"W22.market_minimum", 5};  // quotes; fewer show nothing (P2)

// Keys under which the desk's deadlines are started and their handlers registered.
namespace deadline_rule {
inline constexpr std::string_view answer = "W15.answer";
inline constexpr std::string_view quote = "W19.quote";
inline constexpr std::string_view quote_reminder_early = "W19.reminder_early";  // D-2
inline constexpr std::string_view quote_reminder_last = "W19.reminder_last";    // D-0
inline constexpr std::string_view cancel = "W20.cancel";                        // free cancellation ends
inline constexpr std::string_view inactivity = "W18.inactivity";
inline constexpr std::string_view deactivation_notice = "W18.notice";
inline constexpr std::string_view warning = "W20.warning";  // it counts no more
inline constexpr std::string_view closure_chase_first = "W25.chase_first";
inline constexpr std::string_view closure_chase_second = "W25.chase_second";
inline constexpr std::string_view closure_task = "W25.task";
inline constexpr std::string_view file_chase_first = "W26.chase_first";
inline constexpr std::string_view file_chase_second = "W26.chase_second";
inline constexpr std::string_view file_task = "W26.task";
inline constexpr std::string_view mandate_lapse = "W27.mandate_lapse";
inline constexpr std::string_view commission_last_notice = "W27.last_notice";  // the last day to announce a debit
inline constexpr std::string_view commission_alarm = "W27.alarm";              // still in no batch
inline constexpr std::string_view commission_limit = "W27.limit";              // D+30 is over
inline constexpr std::string_view bonus_run = "W29.run";                       // the first TARGET day of a quarter
inline constexpr std::string_view transfer_alarm = "W29.transfer_alarm";       // still in no batch
inline constexpr std::string_view transfer_limit = "W29.transfer_limit";       // its last day is over
// Told by floor/ledger: « W30. » and the kind of the entry.
inline constexpr std::string_view commission_reversed = "W30.works.commission";
inline constexpr std::string_view bonus_reversed = "W30.works.bonus";
}  // namespace deadline_rule

}  // namespace works
