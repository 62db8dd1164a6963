// A delivery report entered by hand: where no gateway brings them, the loop can still be walked through (P5.report). Of
// a mail, that it came back, where nobody reads the box of returns for us (P5.returned).
#include "floor/audit/audit.hpp"
#include "floor/messages/hand_report.hpp"
#include "floor/messages/message_view.hpp"
#include "floor/messages/pages.hpp"
#include "floor/messages/sending.hpp"
#include "floor/visit/page.hpp"

namespace messages {
namespace {

base::Outcome<Report> said_of(const Message& message, std::string_view delivered) {
  if (message.channel == Channel::mail) {
    if (delivered != "non") return report_choice_missing;
    if (!may_come_back(message)) return no_report_awaited;
    return Report::returned;
  }
  if (delivered != "oui" && delivered != "non") return report_choice_missing;
  return delivered == "oui" ? Report::delivered : Report::undelivered;
}

base::Outcome<base::Done> report(visit::Visit& visit, const platform::Author& author) {
  const MessageId id{visit.id()};
  const auto message = visit.platform.database.read([&](db::Transaction& tx) { return find(tx, id); });
  if (!message || message->channel == Channel::notice) return unknown_message;
  const auto delivered = visit.request.form.get("remis");
  const auto said = said_of(*message, delivered);
  if (!said) return said.refusals();
  Listeners listeners = visit.site.listeners == nullptr ? Listeners{} : *visit.site.listeners;
  listeners.on_report.push_back([&](platform::Act& act, const Message& reported) {
    platform::Act by_hand{act.tx, act.now, act.ids, author};
    audit::record(by_hand, {"message.reported_by_hand",
                            reported.file,
                            {{"message", std::to_string(id.value)}, {"delivered", std::string(delivered)}}});
  });
  if (!record_report(visit.platform, listeners, id, *said)) return no_report_awaited;
  return base::Done{};
}

web::Response answer(visit::Visit& visit, const platform::Author& author, const web::html::Url& outbox) {
  const auto reported = report(visit, author);
  if (!reported) return visit::refused(visit, reported.refusals());
  return visit::see_other(visit, outbox, {web::ui::Tone::good, "Le sort de ce message est enregistré."});
}

}  // namespace

web::Response post_report(visit::Visit& visit) { return answer(visit, visit.author(), "/administration/messages"); }

web::Response post_demo_report(visit::Visit& visit) { return answer(visit, {.detail = "demo"}, "/demo/messages"); }

}  // namespace messages
