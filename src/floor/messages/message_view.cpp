#include "floor/messages/message_view.hpp"

#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "floor/messages/dead_letter_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/message_preview.hpp"

namespace messages {
namespace {

namespace ui = web::ui;
using namespace web::html;

ui::MessagePreview::Channel channel_of(const Message& message) {
  switch (message.channel) {
    case Channel::mail:
      return ui::MessagePreview::Channel::mail;
    case Channel::sms:
      return ui::MessagePreview::Channel::sms;
    case Channel::notice:
      return ui::MessagePreview::Channel::portal;
  }
  return ui::MessagePreview::Channel::mail;
}

std::string recipient_text(const View& view) {
  const std::string address = address_text(view.message);
  if (view.to.empty()) return address.empty() ? "votre organisation" : address;
  return address.empty() ? view.to : view.to + " (" + address + ")";
}

std::string sms_note(std::string_view body) {
  const SmsSize size = sms_size(body);
  return base::french::plural(size.segments, "segment", "segments") + " · " +
         base::french::plural(size.units, "caractère", "caractères") + " · " + (size.gsm7 ? "GSM-7" : "UCS-2");
}

// "/m/token": the paths of links have two parts, the desk's letter and the token.
Url local_url(std::string_view link_target) {
  const auto slash = link_target.find('/', 1);
  MANDAT_ASSERT(link_target.starts_with('/') && slash != std::string_view::npos);
  return Url::path("/{}/{}", link_target.substr(1, slash - 1), link_target.substr(slash + 1));
}

Markup attachment(const View::Attachment& attached) {
  return a(href(attached.url), ui::icon(ui::Icon::paperclip), attached.filename);
}

constexpr std::string_view withheld_text =
    "Ce message n’est plus affiché : le dossier n’est plus confié à votre entreprise.";

}  // namespace

ui::Badge badge(State state) {
  const std::string text(label(state));
  switch (state) {
    case State::queued:
      return {text, ui::Tone::neutral, ui::Icon::clock};
    case State::sending:
      return {text, ui::Tone::info, ui::Icon::send};
    case State::sent:
      return {text, ui::Tone::info, ui::Icon::check};
    case State::delivered:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case State::undelivered:
      return {text, ui::Tone::bad, ui::Icon::circle_x};
    case State::unknown:
      return {text, ui::Tone::warn, ui::Icon::alert};
    case State::failed:
      return {text, ui::Tone::bad, ui::Icon::ban};
  }
  return {text};
}

std::string address_text(const Message& message) {
  if (message.channel != Channel::sms) return message.to.address;
  const auto phone = base::Phone::parse(message.to.address);
  return phone ? phone->national() : message.to.address;
}

bool awaits_report(const Message& message) {
  return message.channel == Channel::sms && (message.state == State::sent || message.state == State::unknown);
}

bool may_come_back(const Message& message) { return message.channel == Channel::mail && message.state == State::sent; }

Markup draw(const platform::Settings& settings, const View& view, const Markup& foot) {
  const Message& message = view.message;
  ui::MessagePreview preview{.channel = channel_of(message),
                             .to = recipient_text(view),
                             .subject = message.subject,
                             .body = {},
                             .at = message.created,
                             .status = badge(message.state)};
  if (view.body == View::Body::withheld) {
    preview.subject.clear();
    preview.body = withheld_text;
    return ui::message_preview(preview);
  }
  // Whoever may not follow the link of a message reads it without.
  preview.body = message.link && view.link_target.empty() ? body_without_link(message)
                                                          : rendered_body(message, view.link_target, settings);
  if (!view.link_target.empty())
    preview.links.push_back({settings.public_url + view.link_target, local_url(view.link_target)});
  if (view.fault == View::Fault::shown) preview.trouble = fault_notice(message);
  if (message.channel == Channel::sms) preview.note = sms_note(preview.body);
  preview.foot = each(view.attachments, attachment) + foot;
  return ui::message_preview(preview);
}

}  // namespace messages
