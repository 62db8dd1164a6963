// What an engine refuses to calculate with. Each refusal's field is the path of the value in the case, as
// "invoices/2/due_on"; the sentences are the desk's (desks/credit/calc/sentences.cpp).
#pragma once

#include "base/outcome.hpp"

namespace credit::engine {

inline constexpr base::RefusalCode amount_negative{base::RefusalKind::invalid, "credit.engine.amount_negative"};
inline constexpr base::RefusalCode amount_too_large{base::RefusalKind::invalid, "credit.engine.amount_too_large"};
inline constexpr base::RefusalCode amount_zero{base::RefusalKind::invalid, "credit.engine.amount_zero"};
inline constexpr base::RefusalCode rate_out_of_range{base::RefusalKind::invalid, "credit.engine.rate_out_of_range"};
inline constexpr base::RefusalCode multiple_out_of_range{base::RefusalKind::invalid,
                                                         "credit.engine.multiple_out_of_range"};
inline constexpr base::RefusalCode days_out_of_range{base::RefusalKind::invalid, "credit.engine.days_out_of_range"};
inline constexpr base::RefusalCode day_of_no_month{base::RefusalKind::invalid, "credit.engine.day_of_no_month"};
inline constexpr base::RefusalCode too_many{base::RefusalKind::invalid, "credit.engine.too_many"};
inline constexpr base::RefusalCode none_given{base::RefusalKind::invalid, "credit.engine.none_given"};
inline constexpr base::RefusalCode percentages_reversed{base::RefusalKind::invalid,
                                                        "credit.engine.percentages_reversed"};
inline constexpr base::RefusalCode two_disbursement_limits{base::RefusalKind::invalid,
                                                           "credit.engine.two_disbursement_limits"};
inline constexpr base::RefusalCode forfait_not_regularised{base::RefusalKind::invalid,
                                                           "credit.engine.forfait_not_regularised"};
inline constexpr base::RefusalCode exclusions_above_turnover{base::RefusalKind::invalid,
                                                             "credit.engine.exclusions_above_turnover"};
inline constexpr base::RefusalCode recovery_above_debt{base::RefusalKind::invalid, "credit.engine.recovery_above_debt"};
inline constexpr base::RefusalCode invoices_do_not_add_up{base::RefusalKind::invalid,
                                                          "credit.engine.invoices_do_not_add_up"};
inline constexpr base::RefusalCode parts_above_whole{base::RefusalKind::invalid, "credit.engine.parts_above_whole"};
inline constexpr base::RefusalCode day_before{base::RefusalKind::invalid, "credit.engine.day_before"};
inline constexpr base::RefusalCode extension_not_agreed{base::RefusalKind::invalid,
                                                        "credit.engine.extension_not_agreed"};
inline constexpr base::RefusalCode limits_out_of_order{base::RefusalKind::invalid, "credit.engine.limits_out_of_order"};

}  // namespace credit::engine
