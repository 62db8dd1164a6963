#include "floor/messages/messages.hpp"
#include "floor/workspace/codes_store.hpp"
#include "floor/workspace/workspace.hpp"
#include "web/crypto.hpp"

namespace workspace {
namespace {

constexpr std::string_view code_purpose = "workspace.code";

std::string digits_of(std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

store::Sent counted(const std::optional<store::Sent>& before, base::Instant now) {
  if (before && now - before->counted_from < base::hours(1)) return *before;
  return {.code = {}, .sent_at = now, .tries = 0, .counted_from = now, .sent_since = 0};
}

}  // namespace

base::Outcome<base::Done> send_code(platform::Act& act, const Gate& gate) {
  auto sent = counted(store::last_code(act.tx, gate.link.id), act.now);
  if (sent.sent_since >= codes_an_hour.value()) return base::Refusal{too_many_codes, "code"};
  sent.code = links::issue(act, {.purpose = code_purpose,
                                 .file = gate.link.file,
                                 .subject_id = gate.link.id.value,
                                 .recipient = gate.link.recipient,
                                 .channel = links::Channel::mail});
  sent.sent_at = act.now;
  sent.tries = 0;
  ++sent.sent_since;
  store::save(act.tx, gate.link.id, sent);
  messages::enqueue(
      act, {.channel = messages::Channel::mail,
            .to = {.organisation = {}, .account = {}, .address = gate.email},
            .subject = "Votre code d’accès",
            .body = "Bonjour,\n\nVotre code pour ouvrir " + std::string(gate.what) + " : {code}\n\nIl est valable " +
                    std::to_string(code_minutes.value()) + " minutes. Si vous n’avez rien demandé, ignorez ce message.",
            .link = sent.code,
            .asked = messages::Asked::by_reader});
  return base::Done{};
}

Code check_code(platform::Act& act, const Gate& gate, std::string_view typed, std::string_view server_key) {
  auto sent = store::last_code(act.tx, gate.link.id);
  if (!sent || act.now - sent->sent_at >= base::minutes(code_minutes.value())) return Code::over;
  if (sent->tries >= code_tries.value()) return Code::over;
  const auto link = links::find(act.tx, sent->code);
  MANDAT_ASSERT(link);
  const std::string expected = links::code(links::token(*link, server_key), server_key);
  const bool right = web::equal_in_constant_time(expected, digits_of(typed));
  // A code opens once; what is left of its tries is spent with it.
  sent->tries = right ? code_tries.value() : sent->tries + 1;
  store::save(act.tx, gate.link.id, *sent);
  return right ? Code::right : Code::wrong;
}

}  // namespace workspace
