#include "floor/messages/grouping.hpp"

#include "floor/messages/grouping_store.hpp"
#include "floor/messages/returned_addresses.hpp"

namespace messages {
namespace {

constexpr int addresses_at_once = 50;

MessageId send_mail(platform::Act& act, const Recipient& to, const News& news, const platform::FileRef& file) {
  return enqueue(act, {.channel = Channel::mail, .to = to, .subject = news.subject, .body = news.body, .file = file});
}

// The mail stands on the file's page when all its news is of one file.
platform::FileRef common_file(const std::vector<store::NewsRow>& rows) {
  for (const auto& row : rows)
    if (row.file.kind != rows.front().file.kind || row.file.id != rows.front().file.id) return {};
  return rows.front().file;
}

// True when a mail left: another server may have been faster.
bool send_together(platform::Act& act, const std::string& address) {
  const auto rows = store::waiting(act.tx, address, act.now);
  if (rows.empty()) return false;
  std::vector<News> news;
  for (const auto& row : rows) news.push_back(row.news);
  const MessageId mail = send_mail(act, rows.front().to, one_mail_of(news), common_file(rows));
  for (const auto& row : rows) store::mark_left(act.tx, row.id, mail, act.now);
  return true;
}

}  // namespace

void inform(platform::Act& act, const NewNews& news) {
  Recipient portal = news.to;
  portal.address.clear();
  if (!news.notice.empty())
    enqueue(
        act,
        {.channel = Channel::notice, .to = portal, .subject = news.subject, .body = news.notice, .file = news.file});
  if (news.to.address.empty() || returned(act.tx, news.to.address)) return;  // P5.held
  const auto due =
      news_due(choice_of(act.tx, news.to.account, news.topic), act.now, store::last_left(act.tx, news.to.address));
  if (!due) return;
  const store::NewsRow row{act.ids.next(), news.to, {news.subject, news.mail}, news.file};
  store::insert(act.tx, row, act.now, *due);
  if (*due > act.now) return;
  store::mark_left(act.tx, row.id, send_mail(act, row.to, one_mail_of({row.news}), row.file), act.now);
}

int send_due_news(platform::Platform& platform) {
  const auto addresses = platform.database.read(
      [&](db::Transaction& tx) { return store::addresses_due(tx, platform.clock.now(), addresses_at_once); });
  int mails = 0;
  for (const auto& address : addresses)
    mails += platform.act({}, [&](platform::Act& act) { return send_together(act, address); }) ? 1 : 0;
  return mails;
}

std::optional<NewsChoice> own_choice(db::Transaction& tx, identity::AccountId account, std::string_view topic) {
  if (const auto own = store::choice(tx, account, topic)) return *own;
  return topic.empty() ? std::nullopt : store::choice(tx, account, "");
}

NewsChoice choice_of(db::Transaction& tx, identity::AccountId account, std::string_view topic) {
  return own_choice(tx, account, topic).value_or(NewsChoice::mail);
}

void choose(platform::Act& act, identity::AccountId account, std::string_view topic, NewsChoice choice) {
  store::save_choice(act.tx, account, topic, choice);
}

}  // namespace messages
