// A mail or an SMS as its reader gets it, for the outbox page and a file's messages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/badge.hpp"

namespace web::ui {

// Text of the body that leads somewhere: "https://mandat.example.fr/r/…", opened here as "/r/…".
struct BodyLink {
  std::string shown;
  html::Url url;
};

struct MessagePreview {
  enum class Channel { mail, sms, portal } channel = Channel::mail;
  std::string to;
  std::string subject = {};  // mail only
  std::string body;          // plain text; line ends kept
  base::Instant at;
  std::optional<Badge> status = {};
  std::string note = {};  // "1 segment, 148 caractères"
  std::vector<BodyLink> links = {};
  html::Markup trouble = {};  // why it did not arrive
  html::Markup foot = {};     // what belongs to it: attachments, the file, acts
};
html::Markup message_preview(const MessagePreview& message);

}  // namespace web::ui
