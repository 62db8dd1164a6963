// What the bank's reason for refusing one order means for the others (P8.stopped).
#pragma once

#include <string_view>

#include "floor/payments/payments.hpp"

namespace payments {

void stop_by_reason(platform::Act& act, const Order& refused, std::string_view reason_code);

}  // namespace payments
