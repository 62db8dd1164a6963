#include "floor/messages/messages_store.hpp"

#include <fmt/format.h>

#include <limits>

#include "web/crypto.hpp"

namespace messages {

const std::string_view unread_sql =
    "SELECT count(*) FROM (SELECT 1 FROM messages WHERE organisation_id = :organisation AND channel = 'notice' AND "
    "read_at IS NULL LIMIT :most) AS unread";

namespace {

// A list of messages is one statement: the messages it is about, each with its attachments.
#define MESSAGES_WITH_ATTACHMENTS(messages, order)                                                                     \
  "select m.id, m.channel, m.organisation_id, m.account_id, m.address, m.subject, m.body, m.link_id, "                 \
  "m.link_path, m.file_kind, m.file_id, m.state, m.created_at, m.sent_at, m.reported_at, m.attempts, "                 \
  "m.read_at, m.fault, m.fault_detail, m.not_before, m.dismissed_at, a.document_id, m.asked_for from messages m left " \
  "join "                                                                                                              \
  "message_attachments a on a.message_id = m.id "                                                                      \
  "where m.id in (select id from messages " messages ") order by m.id " order ", a.position"

// As the partial index messages_in_doubt says it.
#define IN_DOUBT "state in ('sending', 'unknown')"

Message read_message(const db::Row& row) {
  const auto channel = channel_from_text(row.text(1));
  const auto state = state_from_text(row.text(11));
  const auto fault = fault_from_text(row.text(17));
  MANDAT_ASSERT(channel && state && fault);
  return {
      .id = row.get<MessageId>(0),
      .channel = *channel,
      .to = {row.get<identity::OrganisationId>(2), row.get<identity::AccountId>(3), row.get<std::string>(4)},
      .subject = row.get<std::string>(5),
      .body = row.get<std::string>(6),
      .link = row.get<links::LinkId>(7),
      .link_path = row.get<std::string>(8),
      .file = {row.get<std::string>(9), row.integer(10)},
      .attachments = {},
      .state = *state,
      .created = row.get<base::Instant>(12),
      .sent = row.get<std::optional<base::Instant>>(13),
      .reported = row.get<std::optional<base::Instant>>(14),
      .attempts = row.get<int>(15),
      .read = row.get<std::optional<base::Instant>>(16),
      .fault = *fault,
      .fault_detail = row.get<std::string>(18),
      .not_before = row.get<base::Instant>(19),
      .dismissed = !row.is_null(20),
      .asked = row.get<bool>(22) ? Asked::by_reader : Asked::by_us,
  };
}

std::vector<Message> read_messages(db::Transaction& tx, std::string_view sql, std::span<const db::Param> params) {
  std::vector<Message> found;
  tx.each(sql, params, [&](const db::Row& row) {
    if (found.empty() || found.back().id != row.get<MessageId>(0)) found.push_back(read_message(row));
    if (!row.is_null(21)) found.back().attachments.push_back(row.integer(21));
  });
  return found;
}

std::vector<Message> read_messages(db::Transaction& tx, std::string_view sql, db::Params params) {
  return read_messages(tx, sql, std::span<const db::Param>(params.begin(), params.size()));
}

std::int64_t bound(MessageId before) { return before ? before.value : std::numeric_limits<std::int64_t>::max(); }

}  // namespace

std::optional<Message> find(db::Transaction& tx, MessageId id) {
  auto found = read_messages(tx, MESSAGES_WITH_ATTACHMENTS("where id = :id", "asc"), {{"id", id}});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Message> of_file(db::Transaction& tx, const platform::FileRef& file) {
  return read_messages(tx, MESSAGES_WITH_ATTACHMENTS("where file_kind = :kind and file_id = :id", "asc"),
                       {{"kind", file.kind}, {"id", file.id}});
}

std::vector<Message> list(db::Transaction& tx, const Listed& listed) {
  std::string where = "where id < :before";
  std::vector<db::Param> params{{"before", bound(listed.before)}, {"limit", listed.limit}};
  if (listed.organisation) {
    where += " and organisation_id = :organisation";
    params.emplace_back("organisation", listed.organisation);
  }
  if (listed.channel) {
    where += " and channel = :channel";
    params.emplace_back("channel", to_text(*listed.channel));
  }
  if (listed.file.id != 0) {
    where += " and file_kind = :file_kind and file_id = :file_id";
    params.emplace_back("file_kind", listed.file.kind);
    params.emplace_back("file_id", listed.file.id);
  }
  if (listed.fate == Listed::Fate::troubled) where += " and " IN_TROUBLE;
  return read_messages(tx, fmt::format(MESSAGES_WITH_ATTACHMENTS("{} order by id desc limit :limit", "desc"), where),
                       params);
}

const std::string_view troubled_sql = "SELECT count(*) FROM messages WHERE " IN_TROUBLE;

int count_troubled(db::Transaction& tx) { return tx.value<int>(troubled_sql).value(); }

std::string standing(const std::vector<Message>& listed, int troubled) {
  std::string text = std::to_string(troubled);
  for (const Message& message : listed)
    text += fmt::format(" {} {} {} {} {}", message.id.value, to_text(message.state), message.attempts,
                        message.read.has_value(), message.dismissed);
  constexpr std::size_t letters = 16;
  return web::hex(web::sha256(text)).substr(0, letters);
}

int unread_notices(db::Transaction& tx, identity::OrganisationId organisation, int most) {
  return tx.value<int>(unread_sql, {{"organisation", organisation}, {"most", most}}).value();
}

void mark_notices_read(platform::Act& act, identity::OrganisationId organisation) {
  act.tx.execute(
      "update messages set read_at = :now where organisation_id = :organisation and channel = 'notice' and read_at is "
      "null",
      {{"now", act.now}, {"organisation", organisation}});
}

namespace store {

void insert(db::Transaction& tx, const Message& message) {
  tx.execute(
      "insert into messages (id, channel, organisation_id, account_id, address, subject, body, link_id, link_path, "
      "file_kind, file_id, state, created_at, sent_at, reported_at, asked_for) values (:id, :channel, :organisation, "
      ":account, :address, :subject, :body, :link, :link_path, :file_kind, :file_id, :state, :created, :sent, "
      ":reported, :asked)",
      {{"id", message.id},
       {"channel", to_text(message.channel)},
       {"organisation", message.to.organisation},
       {"account", message.to.account},
       {"address", message.to.address},
       {"subject", message.subject},
       {"body", message.body},
       {"link", message.link},
       {"link_path", message.link_path},
       {"file_kind", message.file.kind},
       {"file_id", message.file.id},
       {"state", to_text(message.state)},
       {"created", message.created},
       {"sent", message.sent},
       {"reported", message.reported},
       {"asked", message.asked == Asked::by_reader}});
  for (std::size_t i = 0; i < message.attachments.size(); ++i)
    tx.execute(
        "insert into message_attachments (message_id, position, document_id) values (:message, :position, :document)",
        {{"message", message.id}, {"position", i}, {"document", message.attachments[i]}});
}

std::optional<Dispatch> dispatch_of(db::Transaction& tx, MessageId id) {
  return tx.row(
      "select state, sent_at, reported_at, attempts, resends, not_before, fault, fault_detail from messages "
      "where id = :id",
      {{"id", id}}, [](const db::Row& row) {
        const auto state = state_from_text(row.text(0));
        const auto fault = fault_from_text(row.text(6));
        MANDAT_ASSERT(state && fault);
        return Dispatch{*state,
                        row.get<std::optional<base::Instant>>(1),
                        row.get<std::optional<base::Instant>>(2),
                        row.get<int>(3),
                        row.get<int>(4),
                        row.get<base::Instant>(5),
                        *fault,
                        row.get<std::string>(7)};
      });
}

void save(db::Transaction& tx, MessageId id, const Dispatch& dispatch) {
  tx.execute(
      "update messages set state = :state, sent_at = :sent, reported_at = :reported, attempts = :attempts, "
      "resends = :resends, not_before = :not_before, fault = :fault, fault_detail = :fault_detail where id = :id",
      {{"id", id},
       {"state", to_text(dispatch.state)},
       {"sent", dispatch.sent},
       {"reported", dispatch.reported},
       {"attempts", dispatch.attempts},
       {"resends", dispatch.resends},
       {"not_before", dispatch.not_before},
       {"fault", to_text(dispatch.fault)},
       {"fault_detail", dispatch.fault_detail}});
}

void dismiss(db::Transaction& tx, MessageId id, base::Instant now) {
  tx.execute("update messages set dismissed_at = :now where id = :id", {{"id", id}, {"now", now}});
}

// A wait longer than the longest was written before the clock went back: it no longer counts.
std::optional<MessageId> claim_queued(db::Transaction& tx, Channel channel, base::Instant now) {
  const auto ids = db::claim_batch(
      tx,
      {.table = "messages",
       .where = "state = 'queued' and channel = :channel and (not_before <= :now or "
                "not_before > :longest_wait)",
       .order = "not_before, id",
       .limit = 1},
      {{"channel", to_text(channel)}, {"now", now}, {"longest_wait", now + longest_retry_wait.value()}});
  if (ids.empty()) return std::nullopt;
  return MessageId{ids.front()};
}

std::vector<MessageId> accepted_untold(db::Transaction& tx, Channel channel, base::Instant now) {
  return tx.rows("select id from messages where " IN_DOUBT
                 " and state = 'sending' and channel = :channel and sent_at is not null and "
                 "(not_before <= :now or not_before > :longest_wait) order by not_before, id",
                 {{"channel", to_text(channel)}, {"now", now}, {"longest_wait", now + longest_retry_wait.value()}},
                 [](const db::Row& row) { return row.get<MessageId>(0); });
}

std::vector<MessageId> left_sending(db::Transaction& tx, Channel channel, base::Instant now, Leases leases) {
  return tx.rows("select id from messages where " IN_DOUBT
                 " and state = 'sending' and channel = :channel and sent_at is null and "
                 "(not_before <= :now or not_before > :longest_lease or :any_lease = 1) order by not_before, id",
                 {{"channel", to_text(channel)},
                  {"now", now},
                  {"longest_lease", now + send_lease.value()},
                  {"any_lease", leases == Leases::any}},
                 [](const db::Row& row) { return row.get<MessageId>(0); });
}

std::vector<MessageId> unreported(db::Transaction& tx, Channel channel, base::Instant now) {
  return tx.rows("select id from messages where " IN_DOUBT
                 " and state = 'unknown' and channel = :channel and (not_before <= :now or "
                 "not_before > :longest_wait) order by not_before, id",
                 {{"channel", to_text(channel)}, {"now", now}, {"longest_wait", now + sms_report_wait.value()}},
                 [](const db::Row& row) { return row.get<MessageId>(0); });
}

}  // namespace store

}  // namespace messages
