#include "base/text.hpp"
#include "floor/identity/sessions.hpp"
#include "web/crypto.hpp"

namespace identity {
namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t user_agent_bytes = 200;
// Ended sessions are kept for this long: they tell from where an account is used to sign in (see throttle.hpp).
constexpr base::Duration kept_after_end = base::hours(30 * 24);

// A text cut to `most` bytes that is valid UTF-8, whatever was sent.
std::string shortened(std::string_view text, std::size_t most) {
  text = text.substr(0, most);
  while (!text.empty() && !base::valid_utf8(text)) text.remove_suffix(1);
  return std::string(text);
}

void forget_old_sessions(platform::Act& act, AccountId account) {
  act.tx.execute("delete from sessions where account_id = :account and expires_at < :limit",
                 {{"account", account}, {"limit", act.now - kept_after_end}});
}

}  // namespace

std::string session_id(std::string_view secret) { return web::hex(web::sha256(secret)); }

std::string open_session(platform::Act& act, base::Random& random, const platform::SessionTimes& times,
                         AccountId account, OrganisationId organisation, const Client& client) {
  forget_old_sessions(act, account);
  std::string secret = random.token(secret_bytes);
  act.tx.execute(
      "insert into sessions (id, account_id, organisation_id, created_at, last_seen_at, expires_at, address, "
      "user_agent) "
      "values (:id, :account, :organisation, :now, :now, :expires, :address, :user_agent)",
      {{"id", session_id(secret)},
       {"account", account},
       {"organisation", organisation},
       {"now", act.now},
       {"expires", act.now + times.absolute},
       {"address", client.address},
       {"user_agent", shortened(client.user_agent, user_agent_bytes)}});
  return secret;
}

std::optional<OpenSession> find_session(db::Transaction& tx, std::string_view secret, base::Instant now,
                                        const platform::SessionTimes& times) {
  std::optional<OpenSession> found;
  const std::string id = session_id(secret);
  // One row per kind of the organisation.
  tx.each(
      "select s.account_id, s.organisation_id, s.last_seen_at, m.role, a.name, o.name, k.kind, r.required_at, "
      "f.confirmed_at from sessions s "
      "join memberships m on m.account_id = s.account_id and m.organisation_id = s.organisation_id "
      "join accounts a on a.id = s.account_id join organisations o on o.id = s.organisation_id "
      "join organisation_kinds k on k.organisation_id = s.organisation_id "
      "left join required_second_factors r on r.account_id = s.account_id "
      "left join second_factors f on f.account_id = s.account_id "
      "where s.id = :id and s.revoked = 0 and s.expires_at > :now and s.last_seen_at > :idle_since "
      "and a.status = 'active' and o.status = 'active' and m.status = 'active'",
      std::vector<db::Param>{{"id", id}, {"now", now}, {"idle_since", now - times.idle}}, [&](const db::Row& row) {
        if (!found) {
          found = OpenSession{.id = id,
                              .actor = {.account = row.get<AccountId>(0),
                                        .organisation = row.get<OrganisationId>(1),
                                        .kinds = {},
                                        .role = role_from_text(row.text(3)).value(),
                                        .name = row.get<std::string>(4),
                                        .organisation_name = row.get<std::string>(5)},
                              .last_seen = row.get<base::Instant>(2),
                              .second_factor = row.is_null(7) ? Required::no : Required::yes,
                              .enrolled = row.is_null(8) ? Enrolled::no : Enrolled::yes};
        }
        found->actor.kinds.add(organisation_kind_from_text(row.text(6)).value());
      });
  return found;
}

void touch_session(db::Transaction& tx, std::string_view id, base::Instant now) {
  tx.execute("update sessions set last_seen_at = :now where id = :id and last_seen_at < :now",
             {{"now", now}, {"id", id}});
}

std::vector<SessionLine> live_sessions(db::Transaction& tx, AccountId account, base::Instant now,
                                       const platform::SessionTimes& times) {
  return tx.rows(
      "select s.id, o.name, s.address, s.user_agent, s.created_at, s.last_seen_at from sessions s "
      "join organisations o on o.id = s.organisation_id "
      "where s.account_id = :account and s.revoked = 0 and s.expires_at > :now and s.last_seen_at > :idle_since "
      "order by s.last_seen_at desc, s.id",
      {{"account", account}, {"now", now}, {"idle_since", now - times.idle}}, [](const db::Row& row) {
        return SessionLine{.id = row.get<std::string>(0),
                           .organisation_name = row.get<std::string>(1),
                           .client = {row.get<std::string>(2), row.get<std::string>(3)},
                           .created = row.get<base::Instant>(4),
                           .last_seen = row.get<base::Instant>(5)};
      });
}

void revoke_session(db::Transaction& tx, std::string_view id) {
  tx.execute("update sessions set revoked = 1 where id = :id", {{"id", id}});
}

bool revoke_own_session(db::Transaction& tx, AccountId account, std::string_view id) {
  return tx.execute("update sessions set revoked = 1 where id = :id and account_id = :account and revoked = 0",
                    {{"id", id}, {"account", account}}) == 1;
}

void revoke_all_sessions(db::Transaction& tx, AccountId account) {
  tx.execute("update sessions set revoked = 1 where account_id = :account and revoked = 0", {{"account", account}});
}

void revoke_other_sessions(db::Transaction& tx, AccountId account, std::string_view kept) {
  tx.execute("update sessions set revoked = 1 where account_id = :account and revoked = 0 and id <> :kept",
             {{"account", account}, {"kept", kept}});
}

}  // namespace identity
