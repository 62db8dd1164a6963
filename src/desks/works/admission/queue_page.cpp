// The administrator's queue of applicants, and the checklist of each role (W1, W3).
#include "base/french.hpp"
#include "desks/works/admission/admission_pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace works::admission {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url queue_url{"/administration/inscriptions"};
constexpr Url checklist_url{"/administration/pieces-demandees"};

Queue queue_of(std::string_view typed) {
  if (typed == "attente") return Queue::awaiting_papers;
  return typed == "validees" ? Queue::validated : Queue::to_judge;
}
Url url_of(Queue queue) {
  if (queue == Queue::to_judge) return queue_url;
  return queue_url.query("onglet", queue == Queue::validated ? "validees" : "attente");
}

// Before 24 hours the target counts, then the 48 hours of W3.
ui::Value due_of(const Application& application, base::Instant now) {
  if (!application.waiting_since) return {};
  const base::Instant target = *application.waiting_since + target_delay.value();
  const base::Instant late = *application.waiting_since + review_delay.value();
  return ui::Due{now < target ? target : late, now};
}

std::string state_text(const Application& application, const std::vector<Item>& items) {
  std::int64_t to_judge = 0, missing = 0, refused = 0;
  for (const Item& item : items) {
    to_judge += item.state() == PaperState::received;
    refused += item.state() == PaperState::refused;
    missing += item.need == Need::required && item.state() == PaperState::missing;
  }
  std::string text;
  const auto add = [&](std::int64_t n, std::string_view one, std::string_view several) {
    if (n > 0) text += (text.empty() ? "" : ", ") + base::french::plural(n, one, several);
  };
  add(to_judge, "pièce à vérifier", "pièces à vérifier");
  add(missing, "manquante", "manquantes");
  add(refused, "refusée", "refusées");
  if (!text.empty()) return text;
  if (!application.waiting_since) return "en ordre";
  return application.state == State::submitted ? "complète, à valider" : "nouveau métier à vérifier";
}

struct Line {
  Application application;
  std::string name, state;
};

std::vector<Line> lines_of(db::Transaction& tx, Queue which) {
  const auto applications = queue(tx, which);
  const auto items = items_of(tx, applications);
  Firms firms;
  for (const Application& application : applications) firms.push_back(application.organisation);
  const identity::Names names(tx, firms);
  std::vector<Line> lines;
  for (std::size_t i = 0; i < applications.size(); ++i)
    lines.push_back({applications[i], names.of(applications[i].organisation), state_text(applications[i], items[i])});
  return lines;
}

}  // namespace

web::Response show_queue(visit::Visit& visit) {
  const Queue which = queue_of(visit.request.query.get("onglet"));
  const auto [lines, waiting] = visit.platform.database.read(
      [&](db::Transaction& tx) { return std::pair(lines_of(tx, which), count_to_judge(tx)); });
  Markup body =
      ui::page_header({.title = "Inscriptions",
                       .lead = "Chaque pièce est vérifiée, chaque inscription complète validée sous 24 h ; au-delà de "
                               "48 h, une tâche s’ouvre.",
                       .others = {{.label = "Pièces demandées", .url = checklist_url, .icon = ui::Icon::list}}});
  body += ui::tabs("Inscriptions",
                   {{"À vérifier", url_of(Queue::to_judge), base::french::integer(waiting), which == Queue::to_judge},
                    {"En attente de pièces", url_of(Queue::awaiting_papers), {}, which == Queue::awaiting_papers},
                    {"Validées", url_of(Queue::validated), {}, which == Queue::validated}});
  if (lines.empty()) {
    body += ui::empty_state({.icon = ui::Icon::circle_check,
                             .title = "Rien ici",
                             .text = "Les artisans et courtiers qui s’inscrivent s’afficheront ici."});
  } else {
    std::vector<ui::Row> rows;
    for (const Line& line : lines)
      rows.push_back({.url = Url::path("/administration/inscriptions/{}", line.application.organisation),
                      .cells = {line.name, label(line.application.role), line.application.submitted, line.state,
                                due_of(line.application, visit.now)}});
    body += ui::data_table({.caption = "Inscriptions",
                            .columns = {{"Entreprise"}, {"Rôle"}, {"Inscrite le"}, {"Où elle en est"}, {"À vérifier"}},
                            .rows = std::move(rows)});
  }
  return visit::page(
      visit, {.title = "Inscriptions", .body = std::move(body), .live = Url("/administration/inscriptions/direct")});
}

web::Response show_checklist(visit::Visit& visit) {
  const auto needs = visit.platform.database.read([](db::Transaction& tx) {
    const auto asked = checklist(tx);
    std::vector<std::pair<Role, std::vector<Need>>> found;
    for (const Role role : {Role::tradesman, Role::broker}) {
      found.push_back({role, {}});
      for (const PaperKind kind : paper_kinds) found.back().second.push_back(asked.at({role, kind}));
    }
    return found;
  });
  std::vector<ui::Option> options;
  for (const Need need : {Need::required, Need::optional, Need::unasked})
    options.push_back({std::string(to_text(need)), std::string(label(need))});
  const bool acts = identity::at_least(visit.actor().role, identity::Role::member);
  std::vector<Markup> cards;
  for (const auto& [role, of_kinds] : needs) {
    Markup fields = ui::hidden_field("role", to_text(role));
    std::vector<ui::Fact> facts;
    for (std::size_t i = 0; i < of_kinds.size(); ++i) {
      fields += ui::select_field({.name = std::string(to_text(paper_kinds[i])),
                                  .label = std::string(label(paper_kinds[i])),
                                  .value = std::string(to_text(of_kinds[i])),
                                  .width = ui::FieldWidth::half,
                                  .form = std::string(to_text(role))},
                                 options);
      facts.push_back({std::string(label(paper_kinds[i])), label(of_kinds[i])});
    }
    cards.push_back(ui::card(
        {.title = std::string(label(role)), .icon = role == Role::tradesman ? ui::Icon::hammer : ui::Icon::shield},
        acts ? ui::form({.action = checklist_url,
                         .csrf_token = visit::csrf_token(visit),
                         .submit = "Enregistrer",
                         .look = ui::Look::secondary},
                        fields)
             : ui::facts(facts)));
  }
  return visit::page(visit, {.title = "Pièces demandées",
                             .body = ui::page_header({.title = "Pièces demandées",
                                                      .lead = "Ce que chaque rôle doit fournir pour être validé.",
                                                      .crumbs = {{"Inscriptions", queue_url}}}) +
                                     ui::stack(cards),
                             .width = ui::Frame::Width::reading});
}

web::Response post_checklist(visit::Visit& visit) {
  const auto role = role_from_text(visit.request.form.get("role"));
  if (!role) return visit::refused(visit, {{verdict_missing, "role"}});
  std::map<PaperKind, Need> needs;
  for (const PaperKind kind : paper_kinds)
    if (const auto need = need_from_text(visit.request.form.get(to_text(kind)))) needs.emplace(kind, *need);
  visit.platform.act(visit.author(), [&](platform::Act& act) { change_checklist(act, *role, needs); });
  return visit::see_other(visit, checklist_url, {ui::Tone::good, "La liste des pièces est enregistrée."});
}

}  // namespace works::admission
