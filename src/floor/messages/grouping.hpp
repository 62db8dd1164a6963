// News: facts that ask for no decision of their reader. Each stands in the portal at once; by mail it leaves as the
// person chose, with what happened around the same time (P5.grouped, P5.digest). What does ask for a decision, or holds
// a link that acts, is enqueued by itself (messages.hpp) and never waits.
#pragma once

#include "floor/messages/grouping_rules.hpp"
#include "floor/messages/messages.hpp"

namespace messages {

struct NewNews {
  Recipient to;            // address: where mail goes; empty: the portal only
  std::string_view topic;  // a desk's kind of news, "works.alert": for choices kind by kind
  std::string subject;     // one line
  std::string notice;      // in the portal; empty: it was told there already, to the organisation
  std::string mail;        // plain text, readable alone and among others; "{site}" is filled at sending
  platform::FileRef file = {};
};
void inform(platform::Act& act, const NewNews& news);
// In the text of a mail: this site's address, without a final slash.
inline constexpr std::string_view site_placeholder = "{site}";

// Sends together what has waited long enough: one mail for each address. How many mails. For the worker; safe on
// several servers.
int send_due_news(platform::Platform& platform);

// What the person chose for this topic, else for everything, else mail.
NewsChoice choice_of(db::Transaction& tx, identity::AccountId account, std::string_view topic = {});
// The same where nothing but a choice of his own counts: null when he made none.
std::optional<NewsChoice> own_choice(db::Transaction& tx, identity::AccountId account, std::string_view topic);
void choose(platform::Act& act, identity::AccountId account, std::string_view topic, NewsChoice choice);

}  // namespace messages
