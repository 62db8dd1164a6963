#include "floor/deadlines/calendar_address.hpp"

#include <algorithm>

#include "floor/identity/accounts.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"

namespace deadlines {

namespace html = web::html;
namespace ui = web::ui;

std::optional<links::Link> calendar_address_of(db::Transaction& tx, std::string_view purpose,
                                               const identity::Actor& actor) {
  auto link = links::latest(tx, purpose, actor.account.value);
  if (!link || link->revoked || link->recipient != actor.organisation) return std::nullopt;
  return link;
}

void renew_calendar_address(platform::Act& act, std::string_view purpose, const identity::Actor& actor) {
  end_calendar_address(act, purpose, actor);
  links::issue(act, {.purpose = purpose,
                     .file = {},
                     .subject_id = actor.account.value,
                     .recipient = actor.organisation,
                     .channel = links::Channel::mail});
}

void end_calendar_address(platform::Act& act, std::string_view purpose, const identity::Actor& actor) {
  links::revoke_all(act, purpose, actor.account.value);
}

std::optional<identity::Actor> holder_of_calendar(db::Transaction& tx, std::string_view purpose, std::string_view token,
                                                  std::string_view server_key) {
  const auto link = links::open(tx, token, server_key);
  if (!link || link->purpose != purpose || link->revoked) return std::nullopt;
  const identity::AccountId person{link->subject_id};
  const auto account = identity::account(tx, person);
  if (!account || account->status != identity::Status::active) return std::nullopt;
  const auto memberships = identity::memberships_of(tx, person);
  const auto member = std::find_if(memberships.begin(), memberships.end(), [&](const identity::Membership& one) {
    return one.organisation == link->recipient;
  });
  const auto house = member == memberships.end() ? std::nullopt : identity::organisation(tx, link->recipient);
  if (!house) return std::nullopt;
  return identity::Actor{.account = person,
                         .organisation = house->id,
                         .kinds = house->kinds,
                         .role = member->role,
                         .name = account->name,
                         .organisation_name = house->name};
}

html::Markup calendar_address_field(const visit::Visit& visit, const html::Url& feed, std::string_view read) {
  return html::label(html::for_("adresse-agenda"), "Votre adresse secrète") +
         html::input(html::cls("form-control"), html::type("text"), html::id("adresse-agenda"), html::readonly(),
                     html::value(visit.platform.settings.public_url + std::string(feed.text()))) +
         html::p(html::cls("hint"), "Collez-la dans « S’abonner à un agenda ». Qui la connaît lit ", read,
                 " : ne la partagez pas.");
}

ui::Action calendar_address_button(const visit::Visit& visit, bool has_address, const html::Url& url) {
  ui::Action button{.label = has_address ? "Changer l’adresse" : "Créer une adresse d’abonnement",
                    .url = url,
                    .look = ui::Look::secondary,
                    .icon = ui::Icon::link,
                    .post = ui::Post{.csrf_token = visit::csrf_token(visit)}};
  if (has_address) {
    button.post->question = "Changer l’adresse de votre agenda ?";
    button.post->consequence = "L’ancienne ne servira plus : abonnez-vous à nouveau avec la nouvelle.";
  }
  return button;
}

}  // namespace deadlines
