// What follows once somebody proves his address: the account is made, or its password may be chosen anew (P6).
#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/joining/joining.hpp"
#include "floor/joining/joining_store.hpp"
#include "floor/messages/returned_addresses.hpp"

namespace joining {
namespace {

platform::FileRef file_of(RequestId id) { return {std::string(request_kind), id.value}; }

identity::AccountId account_of(platform::Act& act, const Kind& kind, const Request& request) {
  const auto email = base::EmailAddress::parse(request.email).value();
  const identity::NewAccount wanted{
      .email = email,
      .name = std::string(request.form.get(kind.person)),
      .phone = base::Phone::parse(request.form.get(kind.phone), request.form.get(kind.postal_code)),
      .password_hash = request.password_hash};
  if (const auto refused_before = identity::account_with(act.tx, email)) {
    identity::apply_again(act, *refused_before, wanted);
    return *refused_before;
  }
  const auto made = identity::create_account(act, wanted);
  MANDAT_ASSERT(made.ok());  // the form named it, and the address was looked up a line above
  identity::hold(act, *made);
  return *made;
}

void end(platform::Act& act, const Request& request, Event event) {
  const auto next = transitions.next(request.state, event);
  MANDAT_ASSERT(next);
  store::save_state(act.tx, request.id, *next);
  store::forget(act.tx, request.id);
  deadlines::meet(act, request_kind, request.id.value, deadline_rule::confirmation);
}

void join(platform::Act& act, const Kinds& kinds, const Request& request) {
  const Kind* kind = find(kinds, request.kind);
  MANDAT_ASSERT(kind != nullptr);
  if (const auto first = known(act.tx, *kind, request)) {  // somebody was faster
    tell_known(act, *first, kind->slug);
    end(act, request, Event::drop);
    return;
  }
  const auto account = account_of(act, *kind, request);
  act.by = {platform::Cause::link, account, {}, "mail"};
  audit::record(act, {.code = "joining.confirmed",
                      .file = file_of(request.id),
                      .details = {{"kind", request.kind}, {"account", std::to_string(account.value)}}});
  kind->complete(act, {account, base::EmailAddress::parse(request.email).value(), request.form});
  end(act, request, Event::confirm);
}

// Eight digits are worth a few tries; they are counted even when the answer is no.
enum class Code { right, wrong, no_more };
Code check_code(platform::Act& act, const platform::Platform& platform, const Opened& opened, const Request& request,
                std::string_view typed) {
  if (request.tries >= most_tries.value()) return Code::no_more;
  store::count_try(act.tx, request.id);
  if (request.state != State::mailed) return Code::wrong;
  const std::string_view purpose = request.kind == password_kind ? link_purpose::reset : link_purpose::confirm;
  const auto mailed = links::latest(act.tx, purpose, request.id.value);
  if (!mailed || mailed->deadline != opened.link.deadline) return Code::wrong;
  const std::string expected =
      links::code(links::token(*mailed, platform.settings.server_key), platform.settings.server_key);
  return same_code(expected, typed) ? Code::right : Code::wrong;
}

base::Outcome<std::string> reset_page(platform::Act& act, const platform::Platform& platform, RequestId id) {
  const auto link = links::latest(act.tx, link_purpose::reset, id.value);
  MANDAT_ASSERT(link);
  return links::token(*link, platform.settings.server_key);
}

struct Step {
  Code code = Code::right;
  base::Outcome<std::string> answer = std::string();
};

Step take(platform::Act& act, const platform::Platform& platform, const Kinds& kinds, const Opened& opened,
          std::string_view code) {
  const auto request = store::find(act.tx, RequestId{opened.link.subject_id});
  const auto standing = links::standing(act.tx, opened.link, act.now);
  const bool by_code = opened.link.purpose == link_purpose::page;
  if (!request || standing != links::Standing::usable) {
    if (!by_code && request && request->state == State::confirmed) return {};  // the same link, again
    return {Code::right, request_over};
  }
  if (by_code) {
    const Code checked = check_code(act, platform, opened, *request, code);
    if (checked != Code::right) return {checked};
  }
  if (request->kind == password_kind) return {Code::right, reset_page(act, platform, request->id)};
  if (request->state == State::mailed) join(act, kinds, *request);
  return {};
}

}  // namespace

bool same_code(const std::string& expected, std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c >= '0' && c <= '9') digits += c;
  return digits == expected;
}

base::Outcome<std::string> confirm(platform::Platform& platform, const Kinds& kinds, const Opened& opened,
                                   std::string_view code) {
  const Step step = platform.act({platform::Cause::link, {}, {}, "mail"},
                                 [&](platform::Act& act) { return take(act, platform, kinds, opened, code); });
  if (step.code == Code::wrong) return base::Refusal{wrong_code, "code"};
  if (step.code == Code::no_more) return base::Refusal{too_many_codes, "code"};
  return step.answer;
}

base::Outcome<base::Done> choose_password(platform::Platform& platform, std::string_view token,
                                          const NewPassword& typed) {
  struct Owner {
    identity::Account account;
    Request request;
  };
  const auto owner = platform.database.read([&](db::Transaction& tx) -> base::Outcome<Owner> {
    const auto opened = open(tx, token, platform);
    if (!opened) return opened.refusals();
    const bool usable = opened->link.purpose == link_purpose::reset && opened->standing == links::Standing::usable;
    if (!usable || !opened->request || !opened->request->account) return request_over;
    Owner found{identity::account(tx, opened->request->account).value(), *opened->request};
    // The account has another address since: whoever reads the former one chooses nothing any more.
    if (found.account.email.text() != found.request.email) return request_over;
    return found;
  });
  if (!owner) return owner.refusals();
  const auto& account = owner->account;
  if (auto fit = identity::check_new_password(typed.wanted, {account.email.text(), account.name}, "password"); !fit)
    return fit;
  const auto hash = platform.passwords.hash(typed.wanted, typed.address);
  if (!hash) return hash.refusals();
  return platform.act({platform::Cause::link, account.id, {}, "mail"},
                      [&](platform::Act& act) -> base::Outcome<base::Done> {
                        const auto request = store::find(act.tx, owner->request.id);
                        if (!request || request->state != State::mailed) return request_over;
                        if (!deadlines::pending(act.tx, request_kind, request->id.value, deadline_rule::confirmation))
                          return request_over;
                        identity::reset_password(act, account.id, *hash);
                        messages::address_confirmed(act, account.email.text());  // P5.confirmed_again
                        tell_password_changed(act, account.id);
                        end(act, *request, Event::confirm);
                        return base::Done{};
                      });
}

}  // namespace joining
