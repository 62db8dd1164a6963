// A message as the pages of the floor show it: its state, its reader's view of it, what belongs to it.
#pragma once

#include <string>
#include <vector>

#include "floor/messages/messages.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/badge.hpp"

namespace messages {

web::ui::Badge badge(State state);
std::string address_text(const Message& message);  // "06 12 34 56 78"; empty for a notice
// An SMS whose delivery is still to be reported.
bool awaits_report(const Message& message);
// A mail that left: it may still come back.
bool may_come_back(const Message& message);

struct View {
  Message message;
  std::string to;                                            // name of the organisation; empty: known to the reader
  std::string link_target;                                   // empty: no link, or not for this reader
  enum class Body { shown, withheld } body = Body::shown;    // withheld: the file left his hands (W14)
  enum class Fault { hidden, shown } fault = Fault::hidden;  // shown: to who looks after the gateways
  struct Attachment {
    std::string filename;
    web::html::Url url;  // where this reader opens it
  };
  std::vector<Attachment> attachments = {};
};
// `foot` stands under the message, after its attachments.
web::html::Markup draw(const platform::Settings& settings, const View& view, const web::html::Markup& foot);

}  // namespace messages
