// The applicant's papers: behind the reusable link of his mails (P7), and in his own space once he is in (W2, W5, W7).
#include "base/french.hpp"
#include "desks/works/admission/admission_pages.hpp"
#include "desks/works/discipline/discipline_pages.hpp"
#include "floor/links/links.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace works::admission {
namespace {

namespace ui = web::ui;
using identity::OrganisationId;
using web::html::Markup;
using web::html::Url;

constexpr Url partnership_url{"/partenariat"};

// What the link opens: one application, until its firm leaves. No name, no file is shown: kinds and states only.
std::optional<OrganisationId> opened(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<OrganisationId> {
    const auto link = links::open(tx, visit.parameter(0), visit.platform.settings.server_key);
    if (!link || link->purpose != papers_link || link->revoked) return std::nullopt;
    if (!find(tx, link->recipient)) return std::nullopt;
    return link->recipient;
  });
}

struct Shown {
  std::optional<Application> application;
  std::vector<Item> items;
};

Shown load(const visit::Visit& visit, OrganisationId organisation) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    Shown shown{find(tx, organisation), {}};
    if (shown.application) shown.items = asked_of(items_of(tx, *shown.application));
    return shown;
  });
}

std::string lead_of(const Shown& shown) {
  if (shown.application->state == State::validated)
    return "Votre inscription est validée. Vous pouvez renouveler ou compléter vos pièces.";
  if (complete(shown.items)) return "Toutes vos pièces sont acceptées : votre inscription va être validée.";
  const auto left = static_cast<std::int64_t>(to_send(shown.items).size());
  if (left == 0) return "Tout est envoyé. Vos pièces sont vérifiées sous 24 à 48 h ; un e-mail vous tiendra informé.";
  return base::french::plural(left, "pièce reste", "pièces restent") +
         " à envoyer. Vous pouvez vous y reprendre avec le même lien.";
}

web::Response link_page(visit::Visit& visit, OrganisationId organisation, const ui::FormState& state, int status,
                        std::string_view told = {}) {
  const Shown shown = load(visit, organisation);
  Markup body = ui::page_header({.title = "Vos pièces justificatives", .lead = lead_of(shown)});
  if (!told.empty()) body += ui::notice({.tone = ui::Tone::good, .title = std::string(told)});
  if (shown.application->state == State::left)
    body += ui::notice(
        {.tone = ui::Tone::warn, .title = "Vous avez quitté le réseau", .text = "Aucune pièce n’est plus attendue."});
  else
    body += papers_cards(shown.items, {Url::path("/pieces/{}", visit.parameter(0)), {}}, state);
  return visit::plain_page(
      visit, {.title = "Vos pièces", .body = std::move(body), .status = status, .width = ui::Frame::Width::reading});
}

base::Outcome<base::Done> receive(visit::Visit& visit, OrganisationId organisation, const platform::Author& author) {
  const auto typed = typed_upload(visit, organisation);
  if (!typed) return typed.refusals();
  return visit.platform.act(author, [&](platform::Act& act) { return upload(act, organisation, *typed); });
}

Markup departure_card(const visit::Visit& visit) {
  return ui::card(
      {.title = "Quitter le réseau", .icon = ui::Icon::logout},
      ui::actions_row({{.label = "Quitter le réseau",
                        .url = Url("/partenariat/depart"),
                        .look = ui::Look::danger,
                        .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                         .question = "Quitter le réseau maintenant ?",
                                         .consequence = "Vous ne recevrez plus de demande et celles sans réponse "
                                                        "retournent au courtier. Vos chantiers acceptés restent à "
                                                        "vous jusqu’à leur fin, ou vous les rendez sans "
                                                        "avertissement ; les sommes dues le restent."}}}));
}

// W8.lapse
Markup lapse_notice(const Shown& shown, base::Day today) {
  const auto over = ended(shown.items, today);
  if (over.empty()) return {};
  std::string names;
  for (const PaperKind kind : over) names += (names.empty() ? "" : ", ") + std::string(label(kind));
  const bool broker = shown.application->role == Role::broker;
  return ui::notice(
      {.tone = ui::Tone::bad,
       .title = broker ? "Vous ne pouvez plus déclarer de sinistre" : "Votre entreprise n’est plus proposée",
       .text = "Ce qui a expiré : " + names + ". Envoyez la nouvelle pièce ci-dessous ; tout reprend dès qu’elle est " +
               "acceptée. " + (broker ? "Vos dossiers" : "Vos chantiers") + " en cours suivent leur cours."});
}

web::Response partnership(visit::Visit& visit, const ui::FormState& state, int status) {
  const Shown shown = load(visit, visit.actor().organisation);
  const bool left = shown.application && shown.application->state == State::left;
  const bool acts = identity::at_least(visit.actor().role, identity::Role::member);
  std::vector<Markup> parts;
  if (left)
    parts.push_back(
        ui::notice({.tone = ui::Tone::warn,
                    .title = "Vous avez quitté le réseau le " + base::french::instant_medium(*shown.application->left),
                    .text = "Vos chantiers et dossiers en cours restent lisibles jusqu’à leur fin."}));
  if (shown.application && !left)
    if (auto lapse = lapse_notice(shown, base::paris::day_of(visit.now)); !lapse.empty())
      parts.push_back(std::move(lapse));
  if (auto discipline = visit.platform.database.read(
          [&](db::Transaction& tx) { return discipline::firm_card(tx, visit.actor().organisation, visit.now); });
      !discipline.empty())
    parts.push_back(std::move(discipline));
  if (shown.application && !left && acts)
    parts.push_back(papers_cards(shown.items, {Url("/partenariat/pieces"), visit::csrf_token(visit)}, state));
  if (!shown.application) parts.push_back(web::html::p("Aucune pièce ne vous est demandée pour l’instant."));
  if (!left && visit.actor().role == identity::Role::manager) parts.push_back(departure_card(visit));
  return visit::page(
      visit,
      {.title = "Partenariat",
       .body = ui::page_header({.title = "Partenariat",
                                .lead = "Vos pièces justificatives, leur validité, et votre liberté de partir."}) +
               ui::stack(parts),
       .status = status,
       .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_papers_link(visit::Visit& visit) {
  const auto organisation = opened(visit);
  return organisation ? link_page(visit, *organisation, {}, 200) : visit::not_found(visit);
}

web::Response post_papers_link(visit::Visit& visit) {
  const auto organisation = opened(visit);
  if (!organisation) return visit::not_found(visit);
  const auto done = receive(visit, *organisation, {platform::Cause::link, {}, *organisation, "mail"});
  if (done) return link_page(visit, *organisation, {}, 200, "Votre pièce est reçue.");
  return link_page(visit, *organisation, visit::form_state(visit, done.refusals()),
                   visit::status_of(done.refusal().code.kind));
}

web::Response show_partnership(visit::Visit& visit) { return partnership(visit, {}, 200); }

web::Response post_paper(visit::Visit& visit) {
  const auto done = receive(visit, visit.actor().organisation, visit.author());
  if (done)
    return visit::see_other(visit, partnership_url,
                            {ui::Tone::good, "Votre pièce est reçue ; elle est vérifiée sous 24 à 48 h."});
  if (done.refusal().field.empty()) return visit::refused(visit, done.refusals());
  return partnership(visit, visit::form_state(visit, done.refusals()), visit::status_of(done.refusal().code.kind));
}

web::Response post_departure(visit::Visit& visit) {
  const auto done = leave(visit.platform, visit.actor());
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, partnership_url, {ui::Tone::good, "Vous avez quitté le réseau."});
}

}  // namespace works::admission
