// The outbox (P5): a message is a row written in the transaction of the fact it tells. A worker hands it to the
// transport; the default transport keeps it, and the outbox page shows it as the person would see it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/links/links.hpp"
#include "floor/messages/faults.hpp"
#include "floor/messages/messages_rules.hpp"
#include "floor/messages/messages_states.hpp"
#include "floor/messages/sms_text.hpp"
#include "floor/platform/platform.hpp"

namespace messages {

using MessageId = base::Id<struct MessageTag>;

struct Recipient {
  identity::OrganisationId organisation = {};
  identity::AccountId account = {};
  std::string address = {};  // e-mail address or E.164 number; empty for a notice
};

enum class Asked {
  by_us,
  by_reader,  // a code, a link that proves his address: it leaves even to an address that returns mail (P5.held)
};

struct NewMessage {
  Channel channel;
  Recipient to;
  std::string subject = {};  // mail and notice; no line end (asserted)
  // Plain text; "{lien}" stands where the link goes, "{code}" where the link's code does: filled at sending.
  std::string body;
  links::LinkId link = {};        // what {lien} becomes
  std::string link_path = "/m/";  // path before the token
  platform::FileRef file = {};
  std::vector<std::int64_t> attachments = {};  // document ids (mail)
  SmsAlphabet alphabet = SmsAlphabet::gsm7;
  Asked asked = Asked::by_us;
};
// An SMS is stored in GSM-7 (to_gsm7) unless it is to keep its letters; a notice is `delivered` from the start.
MessageId enqueue(platform::Act& act, NewMessage message);

struct Message {
  MessageId id;
  Channel channel;
  Recipient to;
  std::string subject, body;
  links::LinkId link;
  std::string link_path;
  platform::FileRef file;
  std::vector<std::int64_t> attachments;
  State state;
  base::Instant created;
  std::optional<base::Instant> sent, reported;
  int attempts;
  std::optional<base::Instant> read;  // notices: when the person saw it
  Fault fault = Fault::none;          // of the last attempt, or of its delivery
  std::string fault_detail = {};      // the gateway's own words
  base::Instant not_before = {};      // queued: the next attempt
  bool dismissed = false;             // a dead letter that an administrator has closed
  Asked asked = Asked::by_us;
};
// What {lien} becomes: "/m/…", a path of this site; empty when the message has no link.
std::string link_target(db::Transaction& tx, const Message& message, const platform::Settings& settings);
// The body as its reader sees it: the placeholder filled.
std::string rendered_body(const Message& message, std::string_view link_target, const platform::Settings& settings);
std::string rendered_body(db::Transaction& tx, const Message& message, const platform::Settings& settings);
std::string body_without_link(const Message& message);  // for those who may read it but not act: "[lien]"
// Its link is one person's own, for instance to choose a new password: no colleague or administrator may follow it.
inline bool personal(const Message& message) { return message.link && !message.to.organisation; }

std::optional<Message> find(db::Transaction& tx, MessageId id);
std::vector<Message> of_file(db::Transaction& tx, const platform::FileRef& file);

struct Listed {
  identity::OrganisationId organisation = {};  // none: of all organisations, for administrators (P2)
  std::optional<Channel> channel = {};
  platform::FileRef file = {};  // none: of all files
  enum class Fate { any, troubled } fate = Fate::any;
  MessageId before = {};  // none: from the newest
  int limit = 25;
};
std::vector<Message> list(db::Transaction& tx, const Listed& listed);  // newest first
// Those that did not arrive, or may not have, and that nobody closed: what administrators must look at
// (P5.dead_letter).
extern const std::string_view troubled_sql;
int count_troubled(db::Transaction& tx);
// What tells one state of a page of the list from another (P15), for its address: messages come, change and go without
// a fact. `troubled`: how many did not arrive, where the page says so.
std::string standing(const std::vector<Message>& listed, int troubled);

// Of the organisation :organisation; counts no further than :most.
extern const std::string_view unread_sql;
int unread_notices(db::Transaction& tx, identity::OrganisationId organisation, int most);
void mark_notices_read(platform::Act& act, identity::OrganisationId organisation);

// Called inside the transaction that records what became of a message: the desk moves its deadlines (W15). Each hears
// of a message's sending once, then of its report once; one that throws is told again later.
using Listener = std::function<void(platform::Act&, const Message&)>;
// `on_lost`: a mail that will not reach its reader, refused for its recipient, returned, or held back since another was
// (P5.returned); once each.
struct Listeners {
  std::vector<Listener> on_sent, on_report, on_lost = {};
};

}  // namespace messages
