#include "floor/joining/email_change.hpp"

#include "base/french.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/joining/email_change_store.hpp"
#include "floor/joining/joining.hpp"
#include "floor/joining/joining_rules.hpp"
#include "floor/messages/messages.hpp"
#include "floor/messages/returned_addresses.hpp"

namespace joining {
namespace {

platform::FileRef file_of(EmailChangeId id) { return {std::string(email_change_kind), id.value}; }

audit::Details details_of(identity::AccountId account) { return {{"account", std::to_string(account.value)}}; }

void mail(platform::Act& act, identity::AccountId account, std::string address, std::string subject, std::string body,
          links::LinkId link = {}) {
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {.organisation = {}, .account = account, .address = std::move(address)},
                          .subject = std::move(subject),
                          .body = "Bonjour,\n\n" + std::move(body),
                          .link = link,
                          .link_path = "/adresse/",
                          .asked = link ? messages::Asked::by_reader : messages::Asked::by_us});
}

// A later wish takes the place of an earlier one.
void drop_former(platform::Act& act, identity::AccountId account) {
  const auto former = store::asked_change(act.tx, account);
  if (!former) return;
  links::revoke_all(act, email_change_link, former->id.value);
  deadlines::cancel_all(act, email_change_kind, former->id.value);
  store::end_change(act.tx, former->id, ChangeState::void_);
}

bool own_address(db::Transaction& tx, const EmailChange& change) {
  const auto account = identity::account(tx, change.account);
  MANDAT_ASSERT(account);
  return account->email.text() == change.email;
}

std::string invitation(bool own, base::Instant due) {
  return std::string(own ? "Un courriel que nous vous avions envoyé est revenu. Confirmez que cette adresse reçoit de "
                           "nouveau en ouvrant ce lien"
                         : "Cette adresse doit devenir celle de votre compte. Confirmez-la en ouvrant ce lien") +
         " :\n{lien}\n\nÀ faire avant " + base::french::instant_weekday(due) +
         ". Si vous n’avez rien demandé, ignorez ce message : rien ne sera fait sans vous.";
}

void invite(platform::Act& act, const EmailChange& change) {
  const base::Instant due = act.now + email_change_delay.value();
  const auto until = deadlines::start(act, {.file = file_of(change.id),
                                            .subject_kind = email_change_kind,
                                            .subject_id = change.id.value,
                                            .rule = email_change_rule,
                                            .start_event = "account.email_change.asked",
                                            .start = act.now,
                                            .due = due});
  const bool own = own_address(act.tx, change);
  if (!own && identity::account_with(act.tx, base::EmailAddress::parse(change.email).value())) {
    mail(act, {}, change.email, "Cette adresse a déjà un compte",
         "Quelqu’un vient de demander que cette adresse devienne celle de son compte. Elle est déjà celle d’un autre "
         "compte : rien n’a été changé.\n\nSi c’est vous, connectez-vous avec cette adresse ; sinon, ignorez ce "
         "message.");
    return;
  }
  const auto link = links::issue(act, {.purpose = email_change_link,
                                       .file = file_of(change.id),
                                       .subject_id = change.id.value,
                                       .recipient = {},
                                       .channel = links::Channel::mail,
                                       .deadline = until});
  mail(act, change.account, change.email,
       own ? "Confirmez votre adresse e-mail" : "Confirmez votre nouvelle adresse e-mail", invitation(own, due), link);
}

void tell_former(platform::Act& act, const identity::Account& former) {
  if (messages::returned(act.tx, former.email.text())) return;  // nobody reads it there
  mail(act, former.id, former.email.text(), "Votre adresse e-mail a été changée",
       "L’adresse de votre compte vient d’être changée : celle-ci ne sert plus à vous connecter, et vous n’y recevrez "
       "plus nos messages.\n\nSi ce n’est pas vous, prévenez l’administrateur sans attendre.");
}

base::Outcome<base::Done> take(platform::Act& act, const OpenedChange& opened) {
  if (opened.change.state == ChangeState::confirmed) return base::Done{};  // the same link, again
  if (opened.standing != links::Standing::usable || opened.change.state != ChangeState::asked) return change_over;
  const auto former = identity::account(act.tx, opened.change.account);
  MANDAT_ASSERT(former);
  act.by = {platform::Cause::link, former->id, {}, "mail"};
  const auto email = base::EmailAddress::parse(opened.change.email).value();
  if (!opened.own)
    if (const auto changed = identity::change_email(act, former->id, email); !changed) return changed;
  deadlines::meet(act, email_change_kind, opened.change.id.value, email_change_rule);
  store::end_change(act.tx, opened.change.id, ChangeState::confirmed);
  if (!opened.own) tell_former(act, *former);
  for (const auto& proven : {former->email.text(), email.text()}) messages::address_confirmed(act, proven);
  if (opened.own) return base::Done{};
  audit::record(
      act, {.code = "identity.email_changed", .file = file_of(opened.change.id), .details = details_of(former->id)});
  return base::Done{};
}

base::Outcome<base::Done> ask(platform::Act& act, const identity::Actor& actor, std::string email) {
  if (store::changes_since(act.tx, actor.account, act.now - base::hours{1}) >= changes_an_hour.value())
    return too_many_changes;
  drop_former(act, actor.account);
  const EmailChange change{
      .id = {act.ids.next()}, .account = actor.account, .state = ChangeState::asked, .email = std::move(email)};
  store::insert(act, change);
  invite(act, change);
  audit::record(
      act, {.code = "identity.email_change.asked", .file = file_of(change.id), .details = details_of(actor.account)});
  return base::Done{};
}

}  // namespace

base::Outcome<base::Done> ask_email_change(platform::Platform& platform, const identity::Actor& actor,
                                           const WantedEmail& wanted) {
  if (!base::EmailAddress::parse(wanted.email)) return base::Refusal{bad_email, "email"};
  const std::string email = identity::email_key(wanted.email);
  const auto own = platform.database.read([&](db::Transaction& tx) { return identity::account(tx, actor.account); });
  MANDAT_ASSERT(own);
  if (own->email.text() == email) return base::Refusal{same_email, "email"};
  if (const auto known = identity::check_own_password(platform, actor, wanted.password, wanted.client); !known)
    return known;
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) { return ask(act, actor, email); });
}

base::Outcome<base::Done> ask_email_check(platform::Platform& platform, const identity::Actor& actor) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto own = identity::account(act.tx, actor.account);
    MANDAT_ASSERT(own);
    if (!messages::returned(act.tx, own->email.text())) return address_receives;
    return ask(act, actor, own->email.text());
  });
}

std::optional<EmailChange> pending_email_change(db::Transaction& tx, identity::AccountId account) {
  return store::asked_change(tx, account);
}

base::Outcome<OpenedChange> open_email_change(db::Transaction& tx, std::string_view token,
                                              const platform::Platform& platform) {
  const auto link = links::open(tx, token, platform.settings.server_key);
  if (!link) return link.refusals();
  if (link->purpose != email_change_link) return links::unknown_link;
  auto change = store::find_change(tx, EmailChangeId{link->subject_id});
  if (!change) return links::unknown_link;
  const bool own = own_address(tx, *change);
  return OpenedChange{*link, *std::move(change), links::standing(tx, *link, platform.clock.now()), own};
}

base::Outcome<base::Done> confirm_email_change(platform::Platform& platform, std::string_view token) {
  return platform.act({platform::Cause::link, {}, {}, "mail"}, [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto opened = open_email_change(act.tx, token, platform);
    if (!opened) return opened.refusals();
    return take(act, *opened);
  });
}

void register_email_change_delay(deadlines::Handlers& handlers) {
  handlers.add(email_change_rule, "Confirmation d’une nouvelle adresse e-mail",
               [](platform::Act& act, const deadlines::Deadline& delay) {
                 store::end_change(act.tx, EmailChangeId{delay.subject_id}, ChangeState::void_);
               });
}

}  // namespace joining
