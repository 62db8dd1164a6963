// The mails of joining, written by the worker after the page has answered: whether an address is known changes neither
// the page nor the time it takes (P6.neutral).
#include "base/french.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/joining/email_change.hpp"
#include "floor/joining/joining.hpp"
#include "floor/joining/joining_store.hpp"
#include "floor/messages/messages.hpp"

namespace joining {
namespace {

struct Letter {
  std::string subject;
  std::string body;
  links::LinkId link = {};
  std::string link_path = "/confirmation/";
};

void send(platform::Act& act, const std::string& address, identity::AccountId account, Letter letter) {
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {.organisation = {}, .account = account, .address = address},
                          .subject = std::move(letter.subject),
                          .body = std::move(letter.body),
                          .link = letter.link,
                          .link_path = std::move(letter.link_path),
                          .asked = letter.link ? messages::Asked::by_reader : messages::Asked::by_us});
}

std::string until(platform::Act& act, RequestId id) {
  const auto delay = deadlines::pending(act.tx, request_kind, id.value, deadline_rule::confirmation);
  MANDAT_ASSERT(delay);
  return base::french::instant_weekday(delay->due);
}

deadlines::DeadlineId delay_of(platform::Act& act, RequestId id) {
  return deadlines::pending(act.tx, request_kind, id.value, deadline_rule::confirmation)->id;
}

constexpr std::string_view nothing_asked =
    "Si vous n’avez rien demandé, ignorez ce message : rien ne sera fait sans vous.";

std::string way_in(const Request& request, std::string_view what) {
  if (!request.proven) return "Votre code : {code}\n\nSaisissez-le sur la page restée ouverte";
  return std::string(what) + " :\n{lien}\n\nOu saisissez ce code sur la page restée ouverte : {code}\n\nÀ faire";
}

void confirmation(platform::Act& act, const Kind& kind, const Request& request) {
  const auto link = issue(act, link_purpose::confirm, request.id, delay_of(act, request.id));
  send(act, request.email, {},
       {.subject = "Confirmez votre adresse e-mail",
        .body = "Bonjour,\n\nUne inscription vient d’être demandée avec cette adresse (" + std::string(kind.label) +
                ").\n\n" + way_in(request, "Confirmez-la en ouvrant ce lien") + " avant " + until(act, request.id) +
                ".\n\n" + std::string(nothing_asked),
        .link = link});
}

void new_password(platform::Act& act, const Request& request, identity::AccountId account) {
  const auto link = issue(act, link_purpose::reset, request.id, delay_of(act, request.id));
  send(act, request.email, account,
       {.subject = "Choisissez un nouveau mot de passe",
        .body = "Bonjour,\n\nUn nouveau mot de passe vient d’être demandé pour votre compte.\n\n" +
                way_in(request, "Choisissez-le en ouvrant ce lien") + " avant " + until(act, request.id) + ".\n\n" +
                std::string(nothing_asked),
        .link = link,
        .link_path = "/mot-de-passe/"});
}

void move_to(platform::Act& act, const Request& request, Event event) {
  const auto next = transitions.next(request.state, event);
  MANDAT_ASSERT(next);
  store::save_state(act.tx, request.id, *next);
}

void mail_password(platform::Act& act, const Request& request) {
  const auto email = base::EmailAddress::parse(request.email);
  const auto account = email ? identity::account_with(act.tx, *email) : std::nullopt;
  const auto found = account ? identity::account(act.tx, *account) : std::nullopt;
  if (!found || found->status != identity::Status::active) return move_to(act, request, Event::drop);
  store::save_account(act.tx, request.id, *account);
  new_password(act, request, *account);
  move_to(act, request, Event::mail);
}

void forget(platform::Act& act, const deadlines::Deadline& delay) {
  store::forget(act.tx, RequestId{delay.subject_id});
}

}  // namespace

void tell_known(platform::Act& act, identity::AccountId id, std::string_view of_kind) {
  const auto account = identity::account(act.tx, id);
  MANDAT_ASSERT(account);
  const bool held = identity::hold_of(act.tx, id).has_value();
  const std::string state =
      held ? "Votre inscription est déjà enregistrée et attend sa validation : vous recevrez un e-mail."
           : "Vous avez déjà un compte : connectez-vous avec cette adresse. Si vous avez oublié votre "
             "mot de passe, choisissez « Mot de passe oublié » sur la page de connexion.";
  send(act, account->email.text(), id,
       {.subject = "Vous êtes déjà inscrit",
        .body = "Bonjour,\n\nUne inscription vient d’être demandée avec votre adresse ou pour votre entreprise. Aucun "
                "compte "
                "n’a été créé.\n\n" +
                state + "\n\n" + std::string(nothing_asked)});
  audit::record(act, {.code = "joining.known",
                      .details = {{"kind", std::string(of_kind)}, {"account", std::to_string(id.value)}}});
}

void tell_password_changed(platform::Act& act, identity::AccountId id) {
  const auto account = identity::account(act.tx, id);
  MANDAT_ASSERT(account);
  send(
      act, account->email.text(), id,
      {.subject = "Votre mot de passe a été changé",
       .body =
           "Bonjour,\n\nLe mot de passe de votre compte vient d’être changé, et vos sessions ont été fermées.\n\nSi ce "
           "n’est pas vous, demandez-en un nouveau depuis « Mot de passe oublié » et prévenez-nous."});
}

void mail_request(platform::Act& act, const Kinds& kinds, RequestId id) {
  const auto request = store::find(act.tx, id);
  if (!request || request->state != State::asked || request->email.empty()) return;
  if (request->kind == password_kind) return mail_password(act, *request);
  const Kind* kind = find(kinds, request->kind);
  MANDAT_ASSERT(kind != nullptr);
  if (const auto account = known(act.tx, *kind, *request)) {
    tell_known(act, *account, kind->slug);
    return move_to(act, *request, Event::drop);
  }
  confirmation(act, *kind, *request);
  move_to(act, *request, Event::mail);
}

void register_delays(deadlines::Handlers& handlers, const Kinds& kinds) {
  handlers.add(deadline_rule::mail, "E-mail d’inscription",
               [kinds](platform::Act& act, const deadlines::Deadline& delay) {
                 mail_request(act, kinds, RequestId{delay.subject_id});
               });
  handlers.add(deadline_rule::confirmation, "Confirmation d’une adresse", forget);
  register_email_change_delay(handlers);
}

}  // namespace joining
