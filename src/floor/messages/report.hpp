// What an operator says of a message.
#pragma once

namespace messages {

enum class Report {
  accepted,     // the operator has it: what was unknown is settled, nothing is final
  delivered,    // final
  undelivered,  // final: the phone could not be reached
  rejected,     // final: the operator refuses it
  returned,     // final, of a mail: it came back
  unwelcome,    // final, of a mail: it came back, but its address is not at fault
};

}  // namespace messages
