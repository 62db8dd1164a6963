// GET and POST /parametres/agenda: a person's calendar address, made, changed and ended.
#include "floor/deadlines/calendar_address.hpp"

#include <algorithm>

#include "floor/deadlines/pages.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace deadlines {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr Url page_url = "/parametres/agenda";

Markup address_part(const visit::Visit& visit, const links::Link& link) {
  const auto& settings = visit.platform.settings;
  const Url path = Url::path("/calendrier/{}", links::token(link, settings.server_key));
  return html::label(html::for_("adresse-agenda"), "Votre adresse secrète") +
         html::input(html::cls("form-control"), html::type("text"), html::id("adresse-agenda"), html::attr("readonly"),
                     html::value(settings.public_url + std::string(path.text()))) +
         html::p(html::cls("hint"),
                 "Collez-la dans « S’abonner à un agenda ». Qui la connaît lit vos échéances : ne la partagez pas.");
}

std::vector<ui::Action> acts(const visit::Visit& visit, bool has_address) {
  std::vector<ui::Action> all{{.label = has_address ? "Changer l’adresse" : "Créer une adresse d’abonnement",
                               .url = page_url,
                               .look = ui::Look::secondary,
                               .icon = ui::Icon::link,
                               .post = ui::Post{.csrf_token = visit::csrf_token(visit)}}};
  if (has_address) {
    all.front().post->question = "Changer l’adresse de votre agenda ?";
    all.front().post->consequence = "L’ancienne ne servira plus : abonnez-vous à nouveau avec la nouvelle.";
    all.push_back({.label = "Supprimer l’adresse",
                   .url = "/parametres/agenda/fin",
                   .look = ui::Look::quiet,
                   .post = ui::Post{.csrf_token = visit::csrf_token(visit)}});
  }
  all.push_back(
      {.label = "Télécharger (.ics)", .url = "/echeances.ics", .look = ui::Look::quiet, .icon = ui::Icon::download});
  return all;
}

void end_address(platform::Act& act, const identity::Actor& actor) {
  links::revoke_all(act, calendar_purpose, actor.account.value);
}

}  // namespace

std::optional<links::Link> calendar_address_of(db::Transaction& tx, const identity::Actor& actor) {
  auto link = links::latest(tx, calendar_purpose, actor.account.value);
  if (!link || link->revoked || link->recipient != actor.organisation) return std::nullopt;
  return link;
}

std::optional<identity::Actor> holder_of_calendar(db::Transaction& tx, std::string_view token,
                                                  std::string_view server_key) {
  const auto link = links::open(tx, token, server_key);
  if (!link || link->purpose != calendar_purpose || link->revoked) return std::nullopt;
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

web::Response show_calendar_page(visit::Visit& visit) {
  const auto link =
      visit.platform.database.read([&](db::Transaction& tx) { return calendar_address_of(tx, visit.actor()); });
  const Markup body =
      ui::page_header({.title = "Échéances dans votre agenda",
                       .lead = "Ce que votre organisation doit faire, ce qu’on lui doit dans ses dossiers, et jusqu’à "
                               "quand, s’affiche dans votre propre agenda et s’y met à jour seul.",
                       .crumbs = {{"Notifications", "/notifications"}}}) +
      ui::card({.title = "Adresse d’abonnement", .icon = ui::Icon::calendar},
               (link ? address_part(visit, *link) : Markup{}) + ui::actions_row(acts(visit, link.has_value())));
  return visit::page(visit, {.title = "Agenda", .body = body, .width = ui::Frame::Width::reading});
}

web::Response post_calendar_address(visit::Visit& visit) {
  visit.platform.act(visit.author(), [&](platform::Act& act) {
    end_address(act, visit.actor());
    links::issue(act, {.purpose = calendar_purpose,
                       .file = {},
                       .subject_id = visit.actor().account.value,
                       .recipient = visit.actor().organisation,
                       .channel = links::Channel::mail});
  });
  return visit::see_other(visit, page_url,
                          {ui::Tone::good, "Votre adresse d’abonnement est prête : copiez-la dans votre agenda."});
}

web::Response post_calendar_end(visit::Visit& visit) {
  visit.platform.act(visit.author(), [&](platform::Act& act) { end_address(act, visit.actor()); });
  return visit::see_other(visit, page_url, {ui::Tone::good, "Votre adresse d’abonnement n’ouvre plus rien."});
}

}  // namespace deadlines
