#include "desks/works/task/task_pages.hpp"

#include <map>

#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/works/task/task.hpp"
#include "floor/identity/names.hpp"
#include "floor/identity/organisations_by_id.hpp"
#include "floor/live/live.hpp"
#include "floor/messages/returned_addresses.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace works::task {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

constexpr int page_size = 20;

struct Shown {
  Task task;
  std::string organisation;
  std::string address;               // of mail that came back
  std::optional<base::Phone> phone;  // of the organisation
  std::string done_by;
};

std::string who_of(Kind kind) {
  if (kind == Kind::file_never_closed || kind == Kind::bonus_unpaid) return "Courtier";
  if (kind == Kind::transfer_unbatched) return "Bénéficiaire";
  return kind == Kind::mail_returned ? "Organisation" : "Entreprise";
}

std::vector<web::ui::Fact> facts_of(const Shown& shown) {
  const auto& task = shown.task;
  std::vector<web::ui::Fact> facts{{"Ouverte le", task.opened_at}};
  if (!shown.organisation.empty())
    facts.push_back(
        {who_of(task.kind),
         web::ui::Value::link(Url::path("/administration/organisations/{}", task.organisation), shown.organisation)});
  if (shown.phone) facts.push_back({"Téléphone", web::ui::Value::phone(shown.phone->e164(), shown.phone->national())});
  if (!shown.address.empty()) facts.push_back({"Adresse", web::ui::Value::mail(shown.address)});
  if (task.claim)
    facts.push_back(
        {"Dossier", web::ui::Value::link(Url::path("/travaux/dossiers/{}", task.claim), "Ouvrir le dossier")});
  return facts;
}

Markup done_card(const Shown& shown) {
  auto facts = facts_of(shown);
  facts.push_back({"Traitée le", *shown.task.done_at});
  facts.push_back({"Par", shown.done_by.empty() ? std::string("Mandat") : shown.done_by});
  facts.push_back({"Ce qui a été fait", shown.task.outcome});
  return web::ui::card({.title = std::string(label(shown.task.kind)), .icon = web::ui::Icon::circle_check},
                       web::ui::facts(facts));
}

Markup task_card(const Shown& shown, const std::string& csrf_token, const web::ui::FormState& typed) {
  const auto& task = shown.task;
  auto facts = facts_of(shown);
  const Url to = Url::path("/administration/taches/{}", task.id);
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
          web::ui::form(
              {.action = to,
               .csrf_token = csrf_token,
               .submit = "Marquer comme traitée",
               .look = web::ui::Look::secondary},
              web::ui::text_field(
                  web::ui::Field{.name = "outcome", .label = "Ce qui a été fait", .form = std::string(to.text())}.with(
                      typed))));
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

constexpr Url list_url = "/administration/taches";
Url done_url() { return list_url.query("vue", "terminees"); }

TaskId after_of(const visit::Visit& visit) { return visit::typed_id<TaskId>(visit.request.query.get("apres")); }

// ?avant=instant-id: the last line of the page before.
DonePlace before_of(const visit::Visit& visit) {
  const auto text = visit.request.query.get("avant");
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return {};
  const DonePlace place{{visit::id_from_text(text.substr(0, dash))}, visit::typed_id<TaskId>(text.substr(dash + 1))};
  return place.id ? place : DonePlace{};
}

// W17: « contacts him ». The organisation's own number, else its first member's.
std::map<identity::OrganisationId, base::Phone> phones_of(db::Transaction& tx,
                                                          const std::vector<identity::OrganisationId>& asked) {
  std::map<identity::OrganisationId, base::Phone> phones;
  for (const auto& [id, organisation] : identity::organisations(tx, asked))
    if (organisation.phone) phones.emplace(id, *organisation.phone);
  for (const auto& [id, member] : identity::first_members(tx, asked))
    if (member.phone) phones.emplace(id, *member.phone);
  return phones;
}

std::vector<Shown> with_names(db::Transaction& tx, std::vector<Task> tasks) {
  std::vector<identity::OrganisationId> organisations;
  std::vector<identity::AccountId> accounts;
  for (const auto& task : tasks) {
    organisations.push_back(task.organisation);
    accounts.push_back(task.done_by);
  }
  const auto phones = phones_of(tx, organisations);
  const identity::Names names(tx, std::move(organisations), std::move(accounts));
  const auto addresses = returned_addresses(tx, tasks);
  std::vector<Shown> found;
  for (auto& task : tasks) {
    const auto address = addresses.find(task.id);
    const auto phone = phones.find(task.organisation);
    Shown shown{.task = {},
                .organisation = names.of(task.organisation),
                .address = address == addresses.end() ? "" : address->second,
                .phone = phone == phones.end() ? std::nullopt : std::optional(phone->second),
                .done_by = names.of(task.done_by)};
    shown.task = std::move(task);
    found.push_back(std::move(shown));
  }
  return found;
}

struct Listed {
  std::vector<Shown> tasks;
  bool more;
  Standing standing;
};

Listed listed(const visit::Visit& visit, bool done) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    auto tasks =
        done ? done_tasks(tx, before_of(visit), page_size + 1) : open_tasks(tx, after_of(visit), page_size + 1);
    const bool more = tasks.size() > page_size;
    if (more) tasks.pop_back();
    return Listed{with_names(tx, std::move(tasks)), more, standing(tx)};
  });
}

Url direct_url(const Standing& standing) {
  return Url("/administration/taches/direct").query("ouvertes", standing.open).query("derniere", standing.latest);
}

web::ui::Pager pager_of(const Listed& list, bool done) {
  web::ui::Pager pager{};
  if (!list.more) return pager;
  const Task& last = list.tasks.back().task;
  pager.next =
      done ? done_url().query("avant", std::to_string(last.done_at->micros) + "-" + std::to_string(last.id.value))
           : list_url.query("apres", last.id);
  return pager;
}

Markup export_menu(bool done) {
  const Url workbook = "/administration/taches.xlsx", csv = "/administration/taches.csv";
  if (!done) return visit::export_menu(visit::both_files(workbook, csv, "Toutes les tâches ouvertes"));
  return visit::export_menu(visit::both_files(workbook.query("vue", "terminees"), csv.query("vue", "terminees"),
                                              "Toutes les tâches terminées"));
}

web::Response draw(visit::Visit& visit, bool done, const web::ui::FormState& typed, int status) {
  const auto list = listed(visit, done);
  Markup body =
      web::ui::page_header({.title = "Tâches",
                            .lead = done ? "Ce qui a été fait de ce qu’une règle vous confie, le plus récent d’abord."
                                         : "Ce qu’une règle vous confie, le plus ancien d’abord."}) +
      web::ui::tabs("Tâches", {{.label = "À traiter",
                                .url = list_url,
                                .count = base::french::integer(list.standing.open),
                                .current = !done},
                               {.label = "Terminées", .url = done_url(), .current = done}}) +
      web::ui::error_summary(typed);
  if (list.tasks.empty())
    body += web::ui::empty_state({.icon = web::ui::Icon::circle_check,
                                  .title = done ? "Aucune tâche terminée" : "Rien à traiter",
                                  .text = done ? "Ce que vous aurez traité restera ici, avec ce qui a été fait."
                                               : "Les tâches qu’une règle ouvre s’afficheront ici."});
  if (!list.tasks.empty()) body += export_menu(done);
  std::vector<Markup> cards;
  for (const auto& shown : list.tasks)
    cards.push_back(done ? done_card(shown) : task_card(shown, visit::csrf_token(visit), typed));
  body += web::ui::stack(cards);
  if (list.more) body += web::ui::pager(pager_of(list, done));
  // A form that is shown again keeps what was typed.
  std::optional<Url> live;
  if (!done && status == 200) live = direct_url(list.standing);
  return visit::page(visit, {.title = "Tâches",
                             .body = std::move(body),
                             .status = status,
                             .width = web::ui::Frame::Width::reading,
                             .live = live});
}

}  // namespace

web::Response show_tasks(visit::Visit& visit) {
  return draw(visit, visit.request.query.get("vue") == "terminees", {}, 200);
}

web::Response list_changes(visit::Visit& visit) {
  const Standing known{visit::id_from_text(visit.request.query.get("ouvertes")),
                       visit::id_from_text(visit.request.query.get("derniere"))};
  return live::answer_if(visit, [&](db::Transaction& tx) { return standing(tx) != known; });
}

web::Response post_outcome(visit::Visit& visit) {
  const auto done = finish(visit.platform, visit.actor(), TaskId{visit.id()}, visit.request.form.get("outcome"));
  if (done) return visit::see_other(visit, list_url, {web::ui::Tone::good, "La tâche est traitée."});
  if (done.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, done.refusals());
  const auto plain = visit::form_state(visit, done.refusals());
  return draw(visit, false, {visit.request.form.pairs(), plain.errors(), visit.request.path}, 422);
}

}  // namespace works::task
