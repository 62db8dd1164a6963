// GET /reparateurs/dossiers/{}/expertise and what is done there: the dates of a file (M21–M24).
#include "desks/motor/page/file_pages.hpp"
#include "desks/motor/page/file_view.hpp"
#include "desks/motor/page/gone_page.hpp"
#include "desks/motor/schedule/schedule_actions.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::page {
namespace {

using base::Outcome;
using base::Refusal;
using base::Refusals;
using schedule::Answer;
using schedule::DateId;
using schedule::Event;
using web::html::Markup;
using web::html::Url;

web::Response draw(visit::Visit& visit, const FileView& view, int status) {
  const auto reading = dates_of(view);
  std::vector<Markup> wide;
  if (!view.typed.errors().empty()) wide.push_back(web::ui::error_summary(view.typed));
  for (auto& part : {schedule::quiet_notice(reading), schedule::events_card(reading), schedule::agenda_card(reading)})
    if (!part.empty()) wide.push_back(part);
  const Markup body = head_of(view, Tab::expertise) +
                      web::ui::two_columns(web::ui::stack(wide), web::ui::stack({schedule::requests_card(reading)}));
  return visit::page(visit, {.title = "Expertise · dossier " + view.file.reference,
                             .body = body,
                             .status = status,
                             .live = changes_of(view, status)});
}

std::optional<FileView> loaded(visit::Visit& visit, FileId id) {
  return visit.platform.database.read([&](db::Transaction& tx) { return load(tx, id, visit); });
}

// The same page, with what is wrong beside what was typed; with what stands now when somebody was faster.
web::Response again(visit::Visit& visit, FileId id, const Refusals& refusals) {
  auto view = loaded(visit, id);
  if (!view || refusals.front().code.kind == base::RefusalKind::not_found) return visit::not_found(visit);
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  view->typed = {visit.request.form.pairs(), std::move(errors), visit.request.path};
  return draw(visit, *view, visit::status_of(refusals.front().code.kind));
}

// Back to the list the person was going through, if any.
Url back_from(const visit::Visit& visit, FileId id) {
  const auto back = visit.request.form.get("retour");
  if (back == "a-decider") return "/reparateurs/a-decider";
  if (back == "agenda") return "/reparateurs/agenda";
  if (back.starts_with("tournees-"))
    if (const auto day = base::Day::from_iso(back.substr(9)))
      return Url("/reparateurs/tournees").query("jour", day->iso());
  return Url::path("/reparateurs/dossiers/{}/expertise", id);
}

template <class T>
web::Response after_date(visit::Visit& visit, FileId id, const Outcome<T>& done, std::string sentence) {
  if (!done) return again(visit, id, done.refusals());
  return visit::see_other(visit, back_from(visit, id), {web::ui::Tone::good, std::move(sentence)});
}

std::optional<schedule::Date> date_of(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<schedule::Date> {
    auto date = schedule::find(tx, DateId{visit.id()});
    const auto file = date ? file::find(tx, date->file, visit.actor()) : std::nullopt;
    if (!file || (visit.actor().organisation != file->cabinet && !schedule::concerns(*date, *file)))
      return std::nullopt;
    return date;
  });
}

std::int64_t seen_of(const visit::Visit& visit) { return visit::id_from_text(visit.request.form.get("seen")); }

Outcome<Answer> answer_of(const visit::Visit& visit, const schedule::Date& date) {
  const auto& form = visit.request.form;
  const auto event = schedule::event_from_text(form.get("answer"));
  if (!event) return Refusal{schedule::choice_missing, "answer"};
  Answer answer{.event = *event, .seen = seen_of(visit), .reason = std::string(form.get("reason"))};
  if (*event != Event::counter) return answer;
  auto other = schedule::read_when(date.kind, form.get("day"), form.get("time"), visit.now);
  // A version that is no longer there is told before what is typed in a form that no longer is.
  if (!other && answer.seen == date.version) return other.refusals();
  if (other) answer.other = *other;
  return answer;
}

std::string told(Event event) {
  switch (event) {
    case Event::validate:
      return "La date est validée : le réparateur en est informé.";
    case Event::refuse:
      return "La date est refusée : le réparateur en lit le motif.";
    case Event::counter:
      return "Votre date est proposée au réparateur, qui y répondra.";
    case Event::accept:
      return "Vous acceptez la date du cabinet : elle est validée.";
    case Event::decline:
      return "Vous déclinez la date du cabinet. Suggérez-en une autre.";
    case Event::cancel:
      return "La date est annulée : le réparateur en lit le motif.";
    case Event::replace:
      break;
  }
  return {};
}

}  // namespace

web::Response show_expertise(visit::Visit& visit) {
  const auto view = loaded(visit, FileId{visit.id()});
  return view ? draw(visit, *view, 200) : visit::not_found(visit);
}

web::Response post_date(visit::Visit& visit) {
  const FileId id{visit.id()};
  const auto kind = schedule::kind_from_slug(visit.parameter(1));
  const bool visible =
      visit.platform.database.read([&](db::Transaction& tx) { return file::find(tx, id, visit.actor()).has_value(); });
  const bool firm = visit.actor().is(identity::OrganisationKind::adjusting_firm);
  const auto& form = visit.request.form;
  if (!visible && !firm) return gone(visit, form.get("comment"));
  if (!visible || !kind) return visit::not_found(visit);
  const auto when = schedule::read_when(*kind, form.get("day"), form.get("time"), visit.now);
  if (!when) return again(visit, id, when.refusals());
  const schedule::Asking asking{*kind, *when, std::string(form.get("comment"))};
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    const auto file = file::find(act.tx, id);
    return firm && file && file->cabinet == visit.actor().organisation
               ? schedule::fix(act, visit.actor(), id, asking)
               : schedule::suggest(act, visit.actor(), id, asking);
  });
  return after_date(visit, id, done, words_of(*kind, *when) + (firm ? " : validée." : " : le cabinet vous répondra."));
}

web::Response post_decision(visit::Visit& visit) {
  const auto date = date_of(visit);
  if (!date) return visit::not_found(visit);
  const auto answer = answer_of(visit, *date);
  if (!answer) return again(visit, date->file, answer.refusals());
  const auto done = visit.platform.act(
      visit.author(), [&](platform::Act& act) { return schedule::decide(act, visit.actor(), date->id, *answer); });
  return after_date(visit, date->file, done, told(answer->event));
}

web::Response post_cancellation(visit::Visit& visit) {
  const auto date = date_of(visit);
  if (!date) return visit::not_found(visit);
  const Answer answer{
      .event = Event::cancel, .seen = seen_of(visit), .reason = std::string(visit.request.form.get("reason"))};
  const auto done = visit.platform.act(
      visit.author(), [&](platform::Act& act) { return schedule::decide(act, visit.actor(), date->id, answer); });
  return after_date(visit, date->file, done, told(Event::cancel));
}

web::Response post_reply(visit::Visit& visit) {
  const auto date = date_of(visit);
  if (!date) return gone(visit);
  const auto answer = answer_of(visit, *date);
  if (!answer) return again(visit, date->file, answer.refusals());
  const auto done = visit.platform.act(
      visit.author(), [&](platform::Act& act) { return schedule::reply(act, visit.actor(), date->id, *answer); });
  return after_date(visit, date->file, done, told(answer->event));
}

}  // namespace motor::page
