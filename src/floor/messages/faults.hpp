// Why a message did not leave, or did not arrive: what a gateway's answer means, in our words. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace messages {

enum class Fault {
  none,
  no_gateway,       // none is set for the channel
  unreachable,      // of the whole gateway: no connection, or silence before anything left
  encryption,       // no TLS, or a certificate that is not trusted
  credentials,      // it does not let us in
  busy,             // it asks us to wait
  sender,           // it does not let us write as who we are
  strange_answer,   // what answers is no such gateway
  recipient,        // of the message: nobody has this address
  unwelcome,        // the recipient's server takes nothing from us: the address is not at fault
  recipient_later,  // the recipient's server asks us to wait
  content,          // what is written is refused
  too_large,
  attachment,   // one is missing from the store
  cut_off,      // the connection, after the message may have left
  crashed,      // we, while it was sending
  undelivered,  // the operator could not hand it over
  rejected,     // the operator refused it
  returned,     // a mail that came back
  held,         // not sent: an earlier mail to this address came back
  unexpected,
};
std::string_view to_text(Fault fault);
std::optional<Fault> fault_from_text(std::string_view text);
std::string_view label(Fault fault);  // a French sentence

// What became of one attempt to hand a message over.
enum class Sent {
  accepted,  // the gateway took it
  refused,   // for good: a dead letter
  delayed,   // this message may be tried again later
  down,      // the gateway itself fails: nothing went out, and nothing else would
  unknown,   // the connection was lost after the message may have gone
};

struct Answer {
  Sent sent;
  Fault fault = Fault::none;
  std::string detail = {};  // the gateway's own words

  Answer(Sent what) : sent(what) {}
  Answer(Sent what, Fault why, std::string words = {}) : sent(what), fault(why), detail(std::move(words)) {}
};

// Nothing that follows on the same way has a better chance now.
inline bool gateway_fails(Sent sent) { return sent == Sent::down || sent == Sent::unknown; }

}  // namespace messages
