#include "floor/members/invitation.hpp"

#include "base/french.hpp"
#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/memberships.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/members/invitation_store.hpp"
#include "floor/messages/messages.hpp"
#include "floor/messages/returned_addresses.hpp"

namespace members {
namespace {

constexpr std::size_t longest_name = 120;  // characters

platform::FileRef file_of(InvitationId id) { return {std::string(invitation_kind), id.value}; }

void fact(platform::Act& act, std::string_view code, const Invitation& invitation) {
  audit::record(act, {.code = code,
                      .file = file_of(invitation.id),
                      .details = {{"organisation", std::to_string(invitation.organisation.value)},
                                  {"role", std::string(to_text(invitation.role))}}});
}

void finish(platform::Act& act, const Invitation& invitation, State state) {
  links::revoke_all(act, invitation_kind, invitation.id.value);
  deadlines::cancel_all(act, invitation_kind, invitation.id.value);
  store::end(act, invitation.id, state);
}

void mail(platform::Act& act, const Invitation& invitation) {
  const base::Instant due = act.now + invitation_life.value();
  const auto until = deadlines::start(act, {.file = file_of(invitation.id),
                                            .subject_kind = invitation_kind,
                                            .subject_id = invitation.id.value,
                                            .rule = deadline_rule,
                                            .start_event = "members.invited",
                                            .start = act.now,
                                            .due = due});
  const auto link = links::issue(act, {.purpose = invitation_kind,
                                       .file = file_of(invitation.id),
                                       .subject_id = invitation.id.value,
                                       .recipient = {},
                                       .channel = links::Channel::mail,
                                       .deadline = until});
  const std::string house = identity::organisation_name(act.tx, invitation.organisation);
  const auto author = identity::account(act.tx, invitation.by);
  messages::enqueue(
      act,
      {.channel = messages::Channel::mail,
       .to = {.organisation = {}, .account = {}, .address = invitation.email},
       .subject = base::squeeze("Votre accès à Mandat pour " + house),
       .body = "Bonjour " + invitation.name + ",\n\n" + (author ? author->name : std::string("L’administrateur")) +
               " vous invite à travailler dans Mandat pour " + house + ", comme " +
               std::string(role_words(invitation.role)) +
               ".\n\nAcceptez en ouvrant ce lien :\n{lien}\n\nÀ faire avant " + base::french::instant_weekday(due) +
               ". Si vous ne connaissez pas cette entreprise, ignorez ce message : rien ne sera fait sans vous.",
       .link = link,
       .link_path = "/invitation/",
       .asked = messages::Asked::by_us});
}

// Known here already: then he need not be invited, and is told so by nobody but his own colleagues.
bool works_here(db::Transaction& tx, identity::OrganisationId organisation, const base::EmailAddress& email) {
  const auto account = identity::account_with(tx, email);
  return account && identity::membership_state(tx, organisation, *account);
}

// Of an account that opens: not one that a desk refused, whose password nobody ever used.
std::optional<identity::AccountId> account_of(db::Transaction& tx, const Invitation& invitation) {
  return identity::account_with(tx, base::EmailAddress::parse(invitation.email).value());
}

std::optional<identity::Hold::State> hold_of(db::Transaction& tx, const std::optional<identity::AccountId>& account) {
  const auto hold = account ? identity::hold_of(tx, *account) : std::nullopt;
  return hold ? std::optional(hold->state) : std::nullopt;
}

struct Choice {
  bool needed;
  std::string hash;
};
base::Outcome<base::Done> take(platform::Act& act, const Opened& opened, const Choice& choice) {
  const Invitation& invitation = opened.invitation;
  const auto known = account_of(act.tx, invitation);
  const auto hold = hold_of(act.tx, known);
  if (hold == identity::Hold::State::pending) return awaits_validation;
  const bool needs_password = !known || hold;
  if (needs_password != choice.needed) return over;  // an account was made meanwhile: the page is read anew
  identity::AccountId account = known.value_or(identity::AccountId{});
  const identity::NewAccount wanted{.email = base::EmailAddress::parse(invitation.email).value(),
                                    .name = invitation.name,
                                    .password_hash = choice.hash};
  if (!known) {
    const auto made = identity::create_account(act, wanted);
    if (!made) return made.refusals();
    account = *made;
  } else if (hold) {  // refused once: he comes in by this door alone
    identity::apply_again(act, account, wanted);
    identity::release(act, account);
  }
  act.by = {platform::Cause::link, account, invitation.organisation, "mail"};
  if (const auto added = identity::add_member(act, invitation.organisation, account, invitation.role); !added)
    identity::admit(act, invitation.organisation, account);
  deadlines::meet(act, invitation_kind, invitation.id.value, deadline_rule);
  store::end(act, invitation.id, State::accepted);
  messages::address_confirmed(act, invitation.email);
  fact(act, "members.invitation.accepted", invitation);
  return base::Done{};
}

}  // namespace

std::string_view role_words(identity::Role role) {
  if (role == identity::Role::manager) return "responsable";
  return role == identity::Role::member ? "membre" : "lecteur";
}

base::Refusals check(const Invited& invited) {
  base::Refusals refusals;
  const std::string name = base::squeeze(invited.name);
  if (!base::EmailAddress::parse(base::trim(invited.email))) refusals.push_back({bad_email, "email"});
  if (name.empty() || base::count_code_points(name) > longest_name) refusals.push_back({name_missing, "name"});
  return refusals;
}

base::Outcome<InvitationId> invite(platform::Act& act, identity::OrganisationId organisation, const Invited& invited) {
  base::Refusals refusals = check(invited);
  const auto email = base::EmailAddress::parse(base::trim(invited.email));
  const std::string name = base::squeeze(invited.name);
  if (email && works_here(act.tx, organisation, *email)) refusals.push_back({already_member, "email"});
  if (!refusals.empty()) return refusals;
  const std::string key = identity::email_key(email->text());
  if (const auto former = store::sent_to(act.tx, organisation, key)) finish(act, *former, State::withdrawn);
  if (waiting(act.tx, organisation).size() >= static_cast<std::size_t>(most_waiting.value())) return too_many;
  const Invitation invitation{.id = {act.ids.next()},
                              .organisation = organisation,
                              .email = key,
                              .name = name,
                              .role = invited.role,
                              .state = State::sent,
                              .by = act.by.account,
                              .at = act.now};
  store::insert(act, invitation);
  mail(act, invitation);
  fact(act, "members.invited", invitation);
  return invitation.id;
}

base::Outcome<base::Done> withdraw(platform::Act& act, identity::OrganisationId organisation, InvitationId id) {
  const auto found = store::find(act.tx, id);
  if (!found || found->organisation != organisation) return unknown;
  if (found->state != State::sent) return over;
  finish(act, *found, State::withdrawn);
  fact(act, "members.invitation.withdrawn", *found);
  return base::Done{};
}

base::Outcome<Opened> open(db::Transaction& tx, std::string_view token, const platform::Platform& platform) {
  const auto link = links::open(tx, token, platform.settings.server_key);
  if (!link) return link.refusals();
  if (link->purpose != invitation_kind) return links::unknown_link;
  const auto found = store::find(tx, InvitationId{link->subject_id});
  if (!found) return links::unknown_link;
  const auto account = account_of(tx, *found);
  return Opened{*found, links::standing(tx, *link, platform.clock.now()),
                identity::organisation_name(tx, found->organisation),
                account.has_value() && hold_of(tx, account) != identity::Hold::State::refused};
}

base::Outcome<base::Done> accept(platform::Platform& platform, std::string_view token, std::string_view password,
                                 std::string_view address) {
  const auto opened = platform.database.read([&](db::Transaction& tx) { return open(tx, token, platform); });
  if (!opened) return opened.refusals();
  if (opened->invitation.state == State::accepted) return base::Done{};  // the same link, again
  if (opened->standing != links::Standing::usable) return over;
  Choice choice{!opened->has_password, {}};
  if (choice.needed) {
    const auto& invitation = opened->invitation;
    if (auto fit = identity::check_new_password(password, {invitation.email, invitation.name}, "password"); !fit)
      return fit;
    auto hashed = platform.passwords.hash(password, address);
    if (!hashed) return hashed.refusals();
    choice.hash = *std::move(hashed);
  }
  return platform.act({platform::Cause::link, {}, {}, "mail"}, [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto now = open(act.tx, token, platform);
    if (!now) return now.refusals();
    if (now->invitation.state == State::accepted) return base::Done{};
    if (now->standing != links::Standing::usable || now->invitation.state != State::sent) return over;
    return take(act, *now, choice);
  });
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule, "Invitation d’une personne", [](platform::Act& act, const deadlines::Deadline& delay) {
    store::end(act, InvitationId{delay.subject_id}, State::expired);
  });
}

}  // namespace members
