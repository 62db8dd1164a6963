#include "floor/messages/grouping_store.hpp"

namespace messages::store {

void insert(db::Transaction& tx, const NewsRow& row, base::Instant now, base::Instant due) {
  tx.execute(
      "insert into grouped_news (id, organisation_id, account_id, address, subject, body, file_kind, file_id, "
      "created_at, due_at) values (:id, :organisation, :account, :address, :subject, :body, :file_kind, :file_id, "
      ":now, "
      ":due)",
      {{"id", row.id},
       {"organisation", row.to.organisation},
       {"account", row.to.account},
       {"address", row.to.address},
       {"subject", row.news.subject},
       {"body", row.news.body},
       {"file_kind", row.file.kind},
       {"file_id", row.file.id},
       {"now", now},
       {"due", due}});
}

void mark_left(db::Transaction& tx, std::int64_t id, MessageId in, base::Instant now) {
  tx.execute("update grouped_news set left_at = :now, message_id = :message where id = :id",
             {{"id", id}, {"message", in}, {"now", now}});
}

std::vector<std::string> addresses_due(db::Transaction& tx, base::Instant now, int limit) {
  return tx.rows("select distinct address from grouped_news where left_at is null and due_at <= :now limit :limit",
                 {{"now", now}, {"limit", limit}}, [](const db::Row& row) { return row.get<std::string>(0); });
}

std::vector<NewsRow> waiting(db::Transaction& tx, std::string_view address, base::Instant now) {
  return tx.rows(
      "select id, organisation_id, account_id, address, subject, body, file_kind, file_id from grouped_news "
      "where address = :address and left_at is null and due_at <= :now order by id",
      {{"address", address}, {"now", now}}, [](const db::Row& row) {
        return NewsRow{row.integer(0),
                       {row.get<identity::OrganisationId>(1), row.get<identity::AccountId>(2), row.get<std::string>(3)},
                       {row.get<std::string>(4), row.get<std::string>(5)},
                       {row.get<std::string>(6), row.integer(7)}};
      });
}

std::optional<base::Instant> last_left(db::Transaction& tx, std::string_view address) {
  return tx
      .value<std::optional<base::Instant>>("select max(left_at) from grouped_news where address = :address",
                                           {{"address", address}})
      .value_or(std::nullopt);
}

std::optional<NewsChoice> choice(db::Transaction& tx, identity::AccountId account, std::string_view topic) {
  const auto text =
      tx.value<std::string>("select choice from notification_choices where account_id = :account and topic = :topic",
                            {{"account", account}, {"topic", topic}});
  return text ? news_choice_from_text(*text) : std::nullopt;
}

void save_choice(db::Transaction& tx, identity::AccountId account, std::string_view topic, NewsChoice choice) {
  tx.execute(
      "insert into notification_choices (account_id, topic, choice) values (:account, :topic, :choice) "
      "on conflict (account_id, topic) do update set choice = excluded.choice",
      {{"account", account}, {"topic", topic}, {"choice", to_text(choice)}});
}

}  // namespace messages::store
