#include "floor/joining/email_change_store.hpp"

namespace joining::store {
namespace {

std::string_view to_text(ChangeState state) {
  switch (state) {
    case ChangeState::asked:
      return "asked";
    case ChangeState::confirmed:
      return "confirmed";
    case ChangeState::void_:
      return "void";
  }
  return {};
}

EmailChange change_of(const db::Row& row) {
  const std::string_view state = row.text(2);
  return {.id = row.get<EmailChangeId>(0),
          .account = row.get<identity::AccountId>(1),
          .state = state == "asked"       ? ChangeState::asked
                   : state == "confirmed" ? ChangeState::confirmed
                                          : ChangeState::void_,
          .email = row.get<std::string>(3)};
}

}  // namespace

void insert(platform::Act& act, const EmailChange& change) {
  act.tx.execute(
      "insert into email_changes (id, account_id, state, email, asked_at) values (:id, :account, :state, :email, :now)",
      {{"id", change.id},
       {"account", change.account},
       {"state", to_text(change.state)},
       {"email", change.email},
       {"now", act.now}});
}

std::optional<EmailChange> find_change(db::Transaction& tx, EmailChangeId id) {
  return tx.row("select id, account_id, state, email from email_changes where id = :id", {{"id", id}}, change_of);
}

std::optional<EmailChange> asked_change(db::Transaction& tx, identity::AccountId account) {
  return tx.row(
      "select id, account_id, state, email from email_changes where account_id = :account and state = 'asked'",
      {{"account", account}}, change_of);
}

int changes_since(db::Transaction& tx, identity::AccountId account, base::Instant since) {
  return static_cast<int>(
      tx.value<std::int64_t>("select count(*) from email_changes where account_id = :account and asked_at > :since",
                             {{"account", account}, {"since", since}})
          .value_or(0));
}

void end_change(db::Transaction& tx, EmailChangeId id, ChangeState state) {
  tx.execute("update email_changes set state = :state, email = '' where id = :id",
             {{"state", to_text(state)}, {"id", id}});
}

}  // namespace joining::store
