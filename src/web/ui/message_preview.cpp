#include "web/ui/message_preview.hpp"

#include "web/html/elements.hpp"
#include "web/ui/value.hpp"

namespace web::ui {

using namespace html;

namespace {

struct ChannelFace {
  std::string_view name;
  std::string_view label;
  Icon icon;
};

ChannelFace channel_face(MessagePreview::Channel channel) {
  switch (channel) {
    case MessagePreview::Channel::mail:
      return {"mail", "E-mail", Icon::mail};
    case MessagePreview::Channel::sms:
      return {"sms", "SMS", Icon::device_mobile};
    case MessagePreview::Channel::portal:
      return {"portal", "Avis sur la plateforme", Icon::bell};
  }
  return {};
}

// The body with its known addresses made links; everything else stays text.
Markup linked(std::string_view body, const std::vector<BodyLink>& links) {
  for (const BodyLink& link : links) {
    const std::size_t place = body.find(link.shown);
    if (link.shown.empty() || place == std::string_view::npos) continue;
    return fragment(linked(body.substr(0, place), links), a(href(link.url), link.shown),
                    linked(body.substr(place + link.shown.size()), links));
  }
  return fragment(body);
}

}  // namespace

Markup message_preview(const MessagePreview& message) {
  const ChannelFace face = channel_face(message.channel);
  return article(cls("message", face.name),
                 header(cls("message-header"), icon(face.icon),
                        div(p(strong(face.label), " à ", message.to),
                            p(cls("quiet"), instant_text(message.at),
                              when(!message.note.empty(), [&] { return fragment(" · ", message.note); }))),
                        message.status ? status_badge(*message.status) : Markup{}),
                 when(!message.trouble.empty(), [&] { return div(cls("message-trouble"), message.trouble); }),
                 div(cls("message-sheet"), when(!message.subject.empty(), [&] { return h2(message.subject); }),
                     div(cls("message-body as-typed"), linked(message.body, message.links))),
                 when(!message.foot.empty(), [&] { return footer(cls("message-foot"), message.foot); }));
}

}  // namespace web::ui
