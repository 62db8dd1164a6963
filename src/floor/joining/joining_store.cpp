#include "floor/joining/joining_store.hpp"

#include "base/words.hpp"

namespace joining::store {
namespace {

constexpr base::Word<State> states[] = {
    {State::asked, "asked", "demandé"},
    {State::mailed, "mailed", "e-mail envoyé"},
    {State::confirmed, "confirmed", "confirmé"},
    {State::void_, "void", "sans suite"},
};

}  // namespace

void insert(db::Transaction& tx, const Request& request) {
  tx.execute(
      "insert into joining_requests (id, kind, state, email, password_hash, account_id, proven, tries, asked_at) "
      "values (:id, :kind, :state, :email, :hash, :account, :proven, :tries, :asked)",
      {{"id", request.id},
       {"kind", request.kind},
       {"state", base::word_of(states, request.state).text},
       {"email", request.email},
       {"hash", request.password_hash},
       {"account", request.account},
       {"proven", request.proven},
       {"tries", request.tries},
       {"asked", request.asked}});
  std::int64_t position = 0;
  for (const auto& [name, value] : request.form.pairs())
    tx.execute(
        "insert into joining_fields (request_id, position, name, value) values (:request, :position, :name, :value)",
        {{"request", request.id}, {"position", ++position}, {"name", name}, {"value", value}});
}

std::optional<Request> find(db::Transaction& tx, RequestId id) {
  auto found = tx.row(
      "select id, kind, state, email, password_hash, account_id, proven, tries, asked_at from joining_requests "
      "where id = :id",
      {{"id", id}}, [](const db::Row& row) {
        return Request{.id = row.get<RequestId>(0),
                       .kind = row.get<std::string>(1),
                       .state = base::value_of(states, row.text(2)).value(),
                       .email = row.get<std::string>(3),
                       .password_hash = row.get<std::string>(4),
                       .account = row.get<identity::AccountId>(5),
                       .proven = row.get<bool>(6),
                       .tries = row.get<int>(7),
                       .asked = row.get<base::Instant>(8)};
      });
  if (!found) return found;
  tx.each("select name, value from joining_fields where request_id = :id order by position", {{"id", id}},
          [&](const db::Row& row) { found->form.add(row.get<std::string>(0), row.get<std::string>(1)); });
  return found;
}

void save_state(db::Transaction& tx, RequestId id, State state) {
  tx.execute("update joining_requests set state = :state where id = :id",
             {{"state", base::word_of(states, state).text}, {"id", id}});
}

void save_account(db::Transaction& tx, RequestId id, identity::AccountId account) {
  tx.execute("update joining_requests set account_id = :account where id = :id", {{"account", account}, {"id", id}});
}

void count_try(db::Transaction& tx, RequestId id) {
  tx.execute("update joining_requests set tries = tries + 1 where id = :id", {{"id", id}});
}

void forget(db::Transaction& tx, RequestId id) {
  tx.execute("delete from joining_fields where request_id = :id", {{"id", id}});
  tx.execute("update joining_requests set email = '', password_hash = '' where id = :id", {{"id", id}});
}

Usage usage(db::Transaction& tx, std::string_view subject) {
  return tx
      .row("select used, since from joining_quotas where subject = :subject", {{"subject", subject}},
           [](const db::Row& row) {
             return Usage{row.integer(0), row.get<base::Instant>(1)};
           })
      .value_or(Usage{});
}

void save_usage(db::Transaction& tx, std::string_view subject, const Usage& usage) {
  tx.execute(
      "insert into joining_quotas (subject, used, since) values (:subject, :used, :since) "
      "on conflict (subject) do update set used = excluded.used, since = excluded.since",
      {{"subject", subject}, {"used", usage.used}, {"since", usage.since}});
}

void forget_usage_before(db::Transaction& tx, base::Instant limit) {
  tx.execute("delete from joining_quotas where since < :limit", {{"limit", limit}});
}

bool spend(db::Transaction& tx, std::string_view digest, base::Instant ends, base::Instant now) {
  tx.execute("delete from joining_spent_challenges where expires_at < :now", {{"now", now}});
  return tx.execute(
             "insert into joining_spent_challenges (digest, expires_at) values (:digest, :ends) "
             "on conflict (digest) do nothing",
             {{"digest", digest}, {"ends", ends}}) == 1;
}

}  // namespace joining::store
