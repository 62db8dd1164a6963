// POST /administration/messages/{}/renvoi and …/abandon (P5.by_hand)
#include "floor/messages/dead_letters.hpp"
#include "floor/messages/pages.hpp"
#include "floor/visit/page.hpp"

namespace messages {
namespace {

using Decision = base::Outcome<base::Done> (*)(platform::Act&, MessageId);

web::Response decide(visit::Visit& visit, Decision decision, std::string_view done) {
  const MessageId id{visit.id()};
  const auto decided = visit.platform.act(visit.author(), [&](platform::Act& act) { return decision(act, id); });
  if (!decided) return visit::refused(visit, decided.refusals());
  return visit::see_other(visit, "/administration/messages?suivi=echec", {web::ui::Tone::good, std::string(done)});
}

}  // namespace

web::Response post_sending_again(visit::Visit& visit) {
  return decide(visit, send_again, "Le message est remis en file : il part dans un instant.");
}

web::Response post_abandonment(visit::Visit& visit) { return decide(visit, abandon, "Le message est abandonné."); }

}  // namespace messages
