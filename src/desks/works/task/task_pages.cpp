#include "desks/works/task/task_pages.hpp"

#include <charconv>
#include <map>

#include "base/french.hpp"
#include "desks/works/task/task.hpp"
#include "floor/identity/names.hpp"
#include "floor/messages/returned_addresses.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace works::task {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

constexpr int page_size = 20;

struct Shown {
  Task task;
  std::string organisation;
  std::string address;  // of mail that came back
};

std::string who_of(Kind kind) {
  if (kind == Kind::file_never_closed || kind == Kind::bonus_unpaid) return "Courtier";
  if (kind == Kind::transfer_unbatched) return "Bénéficiaire";
  return kind == Kind::mail_returned ? "Organisation" : "Entreprise";
}

Markup task_card(const Shown& shown, const std::string& csrf_token) {
  const auto& task = shown.task;
  std::vector<web::ui::Fact> facts{{"Ouverte le", task.opened_at}};
  if (!shown.organisation.empty()) facts.push_back({who_of(task.kind), shown.organisation});
  if (!shown.address.empty()) facts.push_back({"Adresse", web::ui::Value::mail(shown.address)});
  if (task.claim)
    facts.push_back(
        {"Dossier", web::ui::Value::link(Url::path("/travaux/dossiers/{}", task.claim), "Ouvrir le dossier")});
  if (task.kind == Kind::bonus_run)  // running the quarter ends it
    facts.push_back({"À faire", web::ui::Value::link("/administration/primes", "Établir les versements")});
  if (task.kind == Kind::transfer_unbatched)
    facts.push_back({"À faire", web::ui::Value::link("/administration/paiements", "Préparer une remise")});
  if (task.kind == Kind::deactivation_proposed)  // decided there, which ends the task
    return web::ui::card(
        {.title = std::string(label(task.kind)), .icon = web::ui::Icon::flag},
        web::ui::facts(facts) + web::ui::actions_row({{.label = "Décider", .url = Url("/administration/discipline")}}));
  return web::ui::card(
      {.title = std::string(label(task.kind)), .icon = web::ui::Icon::flag},
      web::ui::facts(facts) +
          web::ui::form({.action = Url::path("/administration/taches/{}", task.id),
                         .csrf_token = csrf_token,
                         .submit = "Marquer comme traitée",
                         .look = web::ui::Look::secondary},
                        web::ui::text_field(
                            {.name = "outcome", .label = "Ce qui a été fait", .form = std::to_string(task.id.value)})));
}

std::map<TaskId, std::string> returned_addresses(db::Transaction& tx, const std::vector<Task>& tasks) {
  std::map<messages::ReturnId, TaskId> asked;
  std::vector<messages::ReturnId> ids;
  for (const auto& task : tasks) {
    if (task.kind != Kind::mail_returned) continue;
    asked.emplace(messages::ReturnId{task.subject}, task.id);
    ids.push_back({task.subject});
  }
  std::map<TaskId, std::string> found;
  for (auto& returned : messages::returned_among(tx, ids)) found.emplace(asked.at(returned.id), returned.address);
  return found;
}

TaskId after_of(const visit::Visit& visit) {
  const auto text = visit.request.query.get("apres");
  std::int64_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return {id};
}

}  // namespace

web::Response show_tasks(visit::Visit& visit) {
  auto tasks = visit.platform.database.read([&](db::Transaction& tx) {
    auto open = open_tasks(tx, after_of(visit), page_size + 1);
    std::vector<identity::OrganisationId> organisations;
    for (const auto& task : open) organisations.push_back(task.organisation);
    const identity::Names names(tx, std::move(organisations));
    const auto addresses = returned_addresses(tx, open);
    std::vector<Shown> found;
    for (auto& task : open) {
      auto name = names.of(task.organisation);
      const auto address = addresses.find(task.id);
      found.push_back({std::move(task), std::move(name), address == addresses.end() ? "" : address->second});
    }
    return found;
  });
  const bool more = tasks.size() > page_size;
  if (more) tasks.pop_back();
  Markup body =
      web::ui::page_header({.title = "Tâches", .lead = "Ce qu’une règle vous confie, le plus ancien d’abord."});
  if (tasks.empty())
    body += web::ui::empty_state({.icon = web::ui::Icon::circle_check,
                                  .title = "Rien à traiter",
                                  .text = "Les tâches qu’une règle ouvre s’afficheront ici."});
  if (!tasks.empty())
    body += visit::export_menu(
        visit::both_files("/administration/taches.xlsx", "/administration/taches.csv", "Toutes les tâches ouvertes"));
  std::vector<Markup> cards;
  for (const auto& shown : tasks) cards.push_back(task_card(shown, visit::csrf_token(visit)));
  body += web::ui::stack(cards);
  web::ui::Pager pager{};
  if (more) pager.next = Url("/administration/taches").query("apres", tasks.back().task.id);
  if (more) body += web::ui::pager(pager);
  return visit::page(visit, {.title = "Tâches", .body = std::move(body), .width = web::ui::Frame::Width::reading});
}

web::Response post_outcome(visit::Visit& visit) {
  const auto done = finish(visit.platform, visit.actor(), TaskId{visit.id()}, visit.request.form.get("outcome"));
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, Url("/administration/taches"), {web::ui::Tone::good, "La tâche est traitée."});
}

}  // namespace works::task
