#include "floor/messages/message_lines.hpp"

#include "base/french.hpp"

namespace messages {

std::vector<web::ui::Line> lines(const std::vector<Message>& sent, const identity::Names& names) {
  std::vector<web::ui::Line> lines;
  for (auto message = sent.rbegin(); message != sent.rend(); ++message) {
    if (message->channel == Channel::notice) continue;
    const std::string& name = names.of(message->to.organisation);
    lines.push_back({message->subject.empty() ? "SMS" : message->subject,
                     std::string(label(message->channel)) + " à " + (name.empty() ? message->to.address : name) +
                         " · " + base::french::instant_medium(message->created) + " · " +
                         std::string(label(message->state))});
  }
  return lines;
}

}  // namespace messages
