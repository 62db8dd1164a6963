#include "floor/links/links_store.hpp"

#include "base/words.hpp"
#include "db/id_batches.hpp"
#include "floor/links/links_by_id.hpp"

namespace links {

namespace {
constexpr base::Word<Channel> channels[] = {
    {Channel::sms, "sms", "SMS"},
    {Channel::mail, "mail", "e-mail"},
};
}  // namespace

std::string_view to_text(Channel channel) { return base::word_of(channels, channel).text; }

#define LINK_COLUMNS \
  "id, purpose, file_kind, file_id, subject_id, recipient_id, channel, generation, revoked, deadline_id"

namespace {
Link read(const db::Row& row) {
  const auto channel = base::value_of(channels, row.text(6));
  MANDAT_ASSERT(channel);
  return {
      .id = row.get<LinkId>(0),
      .purpose = row.get<std::string>(1),
      .file = {row.get<std::string>(2), row.integer(3)},
      .subject_id = row.integer(4),
      .recipient = row.get<identity::OrganisationId>(5),
      .channel = *channel,
      .generation = row.get<int>(7),
      .revoked = row.get<bool>(8),
      .deadline = row.get<deadlines::DeadlineId>(9),
  };
}
}  // namespace

std::optional<Link> find(db::Transaction& tx, LinkId id) {
  return tx.row("select " LINK_COLUMNS " from links where id = :id", {{"id", id}}, read);
}

std::unordered_map<LinkId, Link> find_all(db::Transaction& tx, const std::vector<LinkId>& ids) {
  std::unordered_map<LinkId, Link> found;
  db::each_of(tx, "select " LINK_COLUMNS " from links where id in ({ids})", ids, {},
              [&](const db::Row& row) { found.emplace(row.get<LinkId>(0), read(row)); });
  return found;
}

std::optional<Link> latest(db::Transaction& tx, std::string_view purpose, std::int64_t subject_id) {
  return tx.row("select " LINK_COLUMNS
                " from links where purpose = :purpose and subject_id = :subject order by id desc limit 1",
                {{"purpose", purpose}, {"subject", subject_id}}, read);
}

void revoke_all(platform::Act& act, std::string_view purpose, std::int64_t subject_id) {
  act.tx.execute("update links set revoked = 1 where purpose = :purpose and subject_id = :subject and revoked = 0",
                 {{"purpose", purpose}, {"subject", subject_id}});
}

namespace store {

void insert(db::Transaction& tx, const Link& link) {
  tx.execute(
      "insert into links (id, purpose, file_kind, file_id, subject_id, recipient_id, channel, generation, deadline_id) "
      "values (:id, :purpose, :file_kind, :file_id, :subject, :recipient, :channel, :generation, :deadline)",
      {{"id", link.id},
       {"purpose", link.purpose},
       {"file_kind", link.file.kind},
       {"file_id", link.file.id},
       {"subject", link.subject_id},
       {"recipient", link.recipient},
       {"channel", to_text(link.channel)},
       {"generation", link.generation},
       {"deadline", link.deadline}});
}

int issued(db::Transaction& tx, const NewLink& link) {
  return tx
      .value<int>(
          "select count(*) from links where purpose = :purpose and subject_id = :subject and "
          "recipient_id = :recipient and channel = :channel",
          {{"purpose", link.purpose},
           {"subject", link.subject_id},
           {"recipient", link.recipient},
           {"channel", to_text(link.channel)}})
      .value();
}

}  // namespace store

}  // namespace links
