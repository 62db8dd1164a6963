// What became of the SMS that carries a request, and what a silence counts for then (W15). Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/rule.hpp"

namespace works::mandate {

inline constexpr base::Rule sms_fate_rules[] = {
    MANDAT_RULE("W15.unsent",
                "When the SMS of a request becomes a dead letter (refused, given up, no gateway) the broker is told at "
                "once; the file says so, and that a firm has no mobile"),
    MANDAT_RULE("W15.never_arrived",
                "A silence counts (W17, W18, the answer rate) only when the SMS left and was not reported undelivered: "
                "not without a mobile or a gateway, nor while it still waits at the end of the delay"),
    MANDAT_RULE("W15.sent_again",
                "An SMS sent again after one that did not arrive takes its place: while the answer is pending the 48 h "
                "run from it, forward only, and its silence counts"),
};

// Why the SMS has not left, as it is stored.
enum class SmsObstacle {
  none,  // it left, or waits to leave
  no_mobile,
  no_gateway,
  failed,  // refused by the gateway, or tried too often
};
std::string_view to_text(SmsObstacle obstacle);
std::optional<SmsObstacle> sms_obstacle_from_text(std::string_view text);

enum class SmsFate {
  waiting,  // in the outbox
  left,
  delivered,
  undelivered,  // its operator says so
  no_mobile,
  no_gateway,
  failed,
};

struct SmsStory {
  bool left = false, delivered = false, undelivered = false;
  SmsObstacle obstacle = SmsObstacle::none;
};
SmsFate fate(const SmsStory& story);

// W15.never_arrived: only then does the end of the delay count as the firm's silence.
constexpr bool may_have_arrived(SmsFate fate) { return fate == SmsFate::left || fate == SmsFate::delivered; }
// W15.undelivered, W15.unsent: no SMS of the request is on its way.
constexpr bool lost(SmsFate fate) { return fate != SmsFate::waiting && !may_have_arrived(fate); }
// W15.sent_again: an SMS of the request that leaves now is its first, or stands for one that did not arrive.
constexpr bool counts_as_emission(SmsFate fate) { return !may_have_arrived(fate); }

std::string_view why_lost(SmsFate fate);  // "l’entreprise n’a pas de mobile"; of what is lost

}  // namespace works::mandate
