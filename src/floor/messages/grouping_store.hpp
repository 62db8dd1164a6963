// The rows of news that waits, and of what people chose.
#pragma once

#include <vector>

#include "floor/messages/grouping.hpp"

namespace messages::store {

struct NewsRow {
  std::int64_t id;
  Recipient to;
  News news;
  platform::FileRef file;
};
void insert(db::Transaction& tx, const NewsRow& row, base::Instant now, base::Instant due);
void mark_left(db::Transaction& tx, std::int64_t id, MessageId in, base::Instant now);
// The addresses for which something waits no longer.
std::vector<std::string> addresses_due(db::Transaction& tx, base::Instant now, int limit);
std::vector<NewsRow> waiting(db::Transaction& tx, std::string_view address, base::Instant now);  // due, oldest first
std::optional<base::Instant> last_left(db::Transaction& tx, std::string_view address);

std::optional<NewsChoice> choice(db::Transaction& tx, identity::AccountId account, std::string_view topic);
void save_choice(db::Transaction& tx, identity::AccountId account, std::string_view topic, NewsChoice choice);

}  // namespace messages::store
