#include "floor/payments/stopping.hpp"

#include "floor/payments/reason_codes.hpp"

namespace payments {

void stop_by_reason(platform::Act& act, const Order& refused, std::string_view reason_code) {
  const std::string reason = "La banque a refusé un autre ordre : " + reason_label(reason_code);
  switch (stopped_by(reason_code)) {
    case Stops::account:
      stop_account(act, refused.organisation, refused.iban, reason);
      break;
    case Stops::mandate:
      if (refused.mandate) stop_mandate(act, refused.mandate->reference, reason);
      break;
    case Stops::nothing:
      break;
  }
}

}  // namespace payments
