// The firm's list of repairers: whose request waits, who is attached, who was refused (M4, M31).
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/motor/account/account.hpp"
#include "desks/motor/attachment/siret_rules.hpp"
#include "floor/identity/names.hpp"
#include "floor/identity/organisations_by_id.hpp"
#include "floor/visit/cursor.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace motor::account {
namespace {

namespace ui = web::ui;
using attachment::Attachment;
using attachment::State;
using web::html::Markup;
using web::html::Url;

constexpr Url list_url{"/reparateurs/rattachements"};

struct Shown {
  Attachment attachment;
  std::string repairer, place;
  std::optional<identity::Member> person;
};

State state_of(std::string_view typed) {
  if (typed == "confirmes") return State::confirmed;
  return typed == "refuses" ? State::refused : State::requested;
}
Url url_of(State state) {
  if (state == State::requested) return list_url;
  return list_url.query("etat", state == State::confirmed ? "confirmes" : "refuses");
}

constexpr std::size_t page_size = 25;

// What is looked for: words of a name, or the beginning of a SIRET. Everything when empty.
bool fits(const Attachment& one, const std::string& name, const std::string& typed) {
  const std::string digits = attachment::siret_digits(typed);
  const bool by_siret = digits.size() >= 3 && one.siret.starts_with(digits);
  return typed.empty() || by_siret || (" " + base::fold(name)).find(" " + base::fold(typed)) != std::string::npos;
}

struct Asked {
  State tab;
  std::string search;
  attachment::After after;
};
Asked asked_of(const visit::Visit& visit) {
  const auto cursor = visit::cursor_of(visit.request.query);
  return {state_of(visit.request.query.get("etat")), base::squeeze(visit.request.query.get("q")),
          cursor ? attachment::After{{cursor->key}, {cursor->id}} : attachment::After{}};
}

// One more than a page tells that there is a next one. A search goes through the whole list, some hundreds at a time.
std::vector<Attachment> found(db::Transaction& tx, identity::OrganisationId firm, const Asked& asked) {
  const int step = asked.search.empty() ? static_cast<int>(page_size) + 1 : 500;
  std::vector<Attachment> all;
  for (auto after = asked.after; all.size() <= page_size;) {
    const auto some = attachment::of_cabinet(tx, firm, asked.tab, after, step);
    std::vector<identity::OrganisationId> repairers;
    for (const auto& one : some) repairers.push_back(one.repairer);
    const identity::Names names(tx, asked.search.empty() ? std::vector<identity::OrganisationId>{} : repairers);
    for (const auto& one : some)
      if (all.size() <= page_size && fits(one, names.of(one.repairer), asked.search)) all.push_back(one);
    if (some.size() < static_cast<std::size_t>(step)) break;
    after = {some.back().requested_at, some.back().id};
  }
  return all;
}

struct Page {
  std::vector<Shown> lines;
  std::optional<Url> next;
};

Url same_list(const Asked& asked) {
  const Url url = url_of(asked.tab);
  return asked.search.empty() ? url : url.query("q", asked.search);
}

// The tab that a search stays in.
std::vector<std::pair<std::string, std::string>> kept_of(State tab) {
  if (tab == State::requested) return {};
  return {{"etat", tab == State::confirmed ? "confirmes" : "refuses"}};
}

Page load(db::Transaction& tx, identity::OrganisationId firm, const Asked& asked) {
  Page page;
  auto attachments = found(tx, firm, asked);
  if (attachments.size() > page_size) {
    attachments.resize(page_size);
    const auto& last = attachments.back();
    page.next =
        same_list(asked).query("apres", std::to_string(last.requested_at.micros) + "-" + std::to_string(last.id.value));
  }
  std::vector<identity::OrganisationId> repairers;
  std::vector<identity::EstablishmentId> establishments;
  for (const auto& one : attachments) {
    repairers.push_back(one.repairer);
    establishments.push_back(one.establishment);
  }
  const identity::Names names(tx, repairers);
  const auto places = identity::establishments(tx, establishments);
  const auto people = identity::first_members(tx, repairers);
  for (const auto& one : attachments) {
    const auto& place = places.at(one.establishment);
    Shown shown{one, names.of(one.repairer), place.postal_code.text(), {}};
    if (!place.city.empty()) shown.place += " " + place.city;
    if (const auto person = people.find(one.repairer); person != people.end()) shown.person = person->second;
    page.lines.push_back(std::move(shown));
  }
  return page;
}

// "123 456 789 00012": read by people, by groups.
std::string grouped(const std::string& siret) {
  return siret.substr(0, 3) + " " + siret.substr(3, 3) + " " + siret.substr(6, 3) + " " + siret.substr(9);
}

Markup reason_form(const visit::Visit& visit, const Shown& shown, const ui::FormState& state, bool ending) {
  const Url action = ending ? Url::path("/reparateurs/rattachements/{}/fin", shown.attachment.id)
                            : Url::path("/reparateurs/rattachements/{}/refus", shown.attachment.id);
  const bool open = state.form() == action.text();
  ui::Field reason =
      ui::Field{
          .name = "reason", .label = "Motif", .hint = "Le réparateur le lira.", .form = std::string(action.text())}
          .with(state);
  return ui::disclosure(ending ? "Mettre fin au rattachement" : "Refuser", open ? ui::Fold::open : ui::Fold::closed,
                        ui::form({.action = action,
                                  .csrf_token = visit::csrf_token(visit),
                                  .submit = ending ? "Mettre fin" : "Refuser la demande",
                                  .look = ui::Look::danger},
                                 ui::text_area(reason, 2)));
}

Markup acts(const visit::Visit& visit, const Shown& shown, const ui::FormState& state) {
  if (!identity::at_least(visit.actor().role, identity::Role::member)) return {};
  if (shown.attachment.state == State::confirmed) return reason_form(visit, shown, state, true);
  const ui::Action confirm{.label = "Valider",
                           .url = Url::path("/reparateurs/rattachements/{}/validation", shown.attachment.id),
                           .look = shown.attachment.state == State::requested ? ui::Look::primary : ui::Look::secondary,
                           .icon = ui::Icon::check,
                           .post = ui::Post{.csrf_token = visit::csrf_token(visit)}};
  Markup all = ui::actions_row({confirm});
  if (shown.attachment.state == State::requested) all += reason_form(visit, shown, state, false);
  return all;
}

Markup card(const visit::Visit& visit, const Shown& shown, const ui::FormState& state) {
  const auto& made = shown.attachment;
  std::vector<ui::Fact> facts{{"SIRET", grouped(made.siret)}, {"Lieu", shown.place}};
  if (shown.person) facts.push_back({"E-mail", ui::Value::mail(shown.person->email.text())});
  if (shown.person && shown.person->phone)
    facts.push_back({"Mobile", ui::Value::phone(shown.person->phone->e164(), shown.person->phone->national())});
  facts.push_back({"Demandé le", made.requested_at});
  if (made.state != State::requested && made.decided_at) facts.push_back({"Décidé le", *made.decided_at});
  if (!made.reason.empty()) facts.push_back({"Motif", made.reason});
  return ui::card({.title = shown.repairer, .icon = ui::Icon::car},
                  web::html::fragment(ui::facts(facts), acts(visit, shown, state)));
}

Markup list_of(const visit::Visit& visit, const Asked& asked, const Page& page, const ui::FormState& state) {
  const bool begins = !asked.after.id;
  if (page.lines.empty() && begins) {
    if (!asked.search.empty())
      return ui::empty_state({.icon = ui::Icon::search,
                              .title = "Aucun réparateur trouvé",
                              .text = "Cherchez un nom, ou le début d’un SIRET."});
    return ui::empty_state(
        {.icon = ui::Icon::circle_check,
         .title = asked.tab == State::requested ? "Aucune demande en attente" : "Aucun réparateur ici",
         .text = "Un réparateur choisit votre cabinet en créant son compte ; sa demande s’affichera ici."});
  }
  std::vector<Markup> cards;
  for (const Shown& shown : page.lines) cards.push_back(card(visit, shown, state));
  Markup body = ui::stack(cards);
  if (!begins || page.next)
    body += ui::pager({.previous = begins ? std::nullopt : std::optional(same_list(asked)), .next = page.next});
  return body;
}

web::Response draw(visit::Visit& visit, const Asked& asked, const ui::FormState& state, int status) {
  const auto& actor = visit.actor();
  const State tab = asked.tab;
  const auto [page, waiting] = visit.platform.database.read([&](db::Transaction& tx) {
    return std::pair(load(tx, actor.organisation, asked), attachment::count_requested(tx, actor.organisation));
  });
  Markup body = ui::page_header({.title = "Réparateurs",
                                 .lead = "Chaque établissement voit vos dossiers dès que vous l’avez "
                                         "validé, et cesse de les voir si vous mettez fin à son rattachement."});
  body += ui::tabs("Rattachements",
                   {{"À valider", url_of(State::requested), base::french::integer(waiting), tab == State::requested},
                    {"Confirmés", url_of(State::confirmed), {}, tab == State::confirmed},
                    {"Refusés", url_of(State::refused), {}, tab == State::refused}});
  body += ui::filter_bar({.action = list_url,
                          .search_placeholder = "Nom ou SIRET",
                          .search_text = asked.search,
                          .kept = kept_of(tab),
                          .cleared = url_of(tab)});
  body += list_of(visit, asked, page, state);
  return visit::page(
      visit, {.title = "Réparateurs", .body = std::move(body), .status = status, .width = ui::Frame::Width::reading});
}

web::Response answer(visit::Visit& visit, const base::Outcome<base::Done>& done, State tab, std::string_view told) {
  if (done) return visit::see_other(visit, url_of(tab), {ui::Tone::good, std::string(told)});
  const auto& refusals = done.refusals();
  if (refusals.front().code.kind != base::RefusalKind::invalid) return visit::refused(visit, refusals);
  const auto plain = visit::form_state(visit, refusals);
  return draw(visit, {tab, {}, {}}, {visit.request.form.pairs(), plain.errors(), visit.request.path}, 422);
}

}  // namespace

web::Response show_requests(visit::Visit& visit) { return draw(visit, asked_of(visit), {}, 200); }

web::Response post_confirmation(visit::Visit& visit) {
  return answer(visit, validate(visit.platform, visit.actor(), AttachmentId{visit.id()}), State::requested,
                "Le réparateur est rattaché ; un e-mail le lui confirme.");
}

web::Response post_refusal(visit::Visit& visit) {
  return answer(visit,
                refuse(visit.platform, visit.actor(), AttachmentId{visit.id()}, visit.request.form.get("reason")),
                State::requested, "La demande est refusée ; le réparateur en reçoit le motif.");
}

web::Response post_end(visit::Visit& visit) {
  return answer(visit, end(visit.platform, visit.actor(), AttachmentId{visit.id()}, visit.request.form.get("reason")),
                State::confirmed, "Le rattachement est terminé ; le réparateur en reçoit le motif.");
}

}  // namespace motor::account
