// What Kannel's sendsms answers, and what its delivery reports say (Kannel user guide, « HTTP Interface to send-sms
// service » and « Delivery reports »).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/rule.hpp"
#include "floor/messages/faults.hpp"
#include "floor/messages/report.hpp"

namespace gateways {

inline constexpr base::Rule kannel_rules[] = {
    MANDAT_RULE("P5.kannel",
                "An SMS is refused for good when Kannel finds fault with the request, and tried again when Kannel "
                "itself fails. A request that left and got no answer leaves it unknown."),
    MANDAT_RULE("P5.report_codes",
                "Kannel's reports: 1 delivered, 2 undelivered, 16 rejected by the operator are final; 4 and 8 say that "
                "the operator has the SMS."),
};

struct KannelTalk {
  enum class Request { not_sent, left } request = Request::not_sent;
  int status = 0;  // of HTTP; 0: no answer came
  enum class Trouble { none, encryption } trouble = Trouble::none;
  std::string words = {};  // of the answer
};
messages::Answer judge_kannel(const KannelTalk& talk);

inline constexpr int every_report = 1 | 2 | 4 | 8 | 16;  // dlr-mask

// Null for what is no report.
std::optional<messages::Report> report_of(std::string_view code);

}  // namespace gateways
