// GET /reparateurs/a-decider: what waits for the firm's decision, the oldest first (M22, M25, M33.queue).
#include "base/french.hpp"
#include "desks/motor/document/paper.hpp"
#include "desks/motor/file/file_briefs.hpp"
#include "desks/motor/rounds/rounds_pages.hpp"
#include "desks/motor/schedule/board.hpp"
#include "desks/motor/supplement/supplement_card.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace motor::rounds {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;
using schedule::Date;
using supplement::Supplement;

using document::Paper;

constexpr std::size_t page_size = 20;
constexpr Url page_url = "/reparateurs/a-decider";

// What a card shows: one page, how many there are in all, and where the next page begins.
template <class T>
struct Queue {
  std::vector<T> items;
  std::int64_t all;
  bool begins;            // the first page
  std::string next = {};  // the last line's instant and id; empty: the last page
};

template <class T, class At>
void cut(Queue<T>& queue, At at) {
  if (queue.items.size() <= page_size) return;
  queue.items.resize(page_size);
  queue.next = std::to_string(at(queue.items.back()).micros) + "-" + std::to_string(queue.items.back().id.value);
}

// ?documents=instant-id: the last line of that card's page before.
template <class After>
After after_of(const visit::Visit& visit, std::string_view card) {
  const auto text = visit.request.query.get(card);
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return {};
  const After after{{visit::id_from_text(text.substr(0, dash))}, {visit::id_from_text(text.substr(dash + 1))}};
  return after.id ? after : After{};
}

struct Waiting {
  Queue<Date> dates;
  Queue<Supplement> supplements;
  Queue<Paper> papers;
  file::Briefs files;
  identity::Names names;
};

Waiting load(visit::Visit& visit) {
  const auto firm = visit.actor().organisation;
  const auto dates_after = after_of<schedule::After>(visit, "dates");
  const auto supplements_after = after_of<supplement::After>(visit, "complements");
  const auto papers_after = after_of<document::After>(visit, "documents");
  constexpr int limit = static_cast<int>(page_size) + 1;
  return visit.platform.database.read([&](db::Transaction& tx) {
    Queue<Date> dates{schedule::to_decide(tx, firm, dates_after, limit), schedule::count_to_decide(tx, firm),
                      !dates_after.id};
    Queue<Supplement> supplements{supplement::to_decide(tx, firm, supplements_after, limit),
                                  supplement::count_to_decide(tx, firm), !supplements_after.id};
    Queue<Paper> papers{document::to_judge(tx, firm, papers_after, limit), document::count_to_judge(tx, firm),
                        !papers_after.id};
    cut(dates, [](const Date& date) { return date.asked_at; });
    cut(supplements, [](const Supplement& one) { return one.sent_at; });
    cut(papers, [](const Paper& paper) { return paper.at; });
    std::vector<FileId> ids;
    for (const auto& date : dates.items) ids.push_back(date.file);
    for (const auto& one : supplements.items) ids.push_back(one.file);
    for (const auto& paper : papers.items) ids.push_back(paper.file);
    file::Briefs files(tx, std::move(ids));
    identity::Names names(tx, files.organisations());
    return Waiting{std::move(dates), std::move(supplements), std::move(papers), std::move(files), std::move(names)};
  });
}

Markup file_line(const Waiting& waiting, FileId id) {
  const file::Brief* file = waiting.files.of(id);
  if (file == nullptr) return {};
  std::string words = file->vehicle_words();
  if (const auto& repairer = waiting.names.of(file->repairer); !repairer.empty()) words += " · " + repairer;
  if (!file->place_words().empty()) words += " · " + file->place_words();
  return html::p(html::cls("quiet"), "Dossier ",
                 html::a(html::href(Url::path("/reparateurs/dossiers/{}", file->id)), file->reference), " · ", words);
}

Markup date_item(const visit::Visit& visit, const Waiting& waiting, const Date& date) {
  Markup body =
      html::p(html::cls("date-line"), html::strong(schedule::worded(date.kind, date.when)),
              html::span(html::cls("quiet"), "suggérée il y a ", base::french::elapsed(visit.now - date.asked_at)));
  body += file_line(waiting, date.file);
  if (!date.comment.empty()) body += html::p(html::cls("quiet"), "«\u00a0", date.comment, "\u00a0»");
  if (const auto remark = schedule::remark_on(date.when.day); !remark.empty())
    body += html::p(html::cls("hint"), remark);
  if (identity::at_least(visit.actor().role, identity::Role::member))
    body += schedule::decision_forms(date, visit::csrf_token(visit), {}, "a-decider");
  return html::li(html::cls("waiting-item"), body);
}

Markup supplement_item(const visit::Visit& visit, const Waiting& waiting, const Supplement& one) {
  const Url url = Url::path("/reparateurs/complements/{}", one.id);
  return html::li(
      html::cls("waiting-item"),
      html::p(html::cls("date-line"),
              html::strong(html::a(html::href(url), "Complément du ", base::french::instant_medium(one.sent_at))),
              html::span(html::cls("quiet"), base::french::plural(one.photos, "photo", "photos")),
              ui::status_badge(supplement::age_badge(one, visit.now))),
      file_line(waiting, one.file));
}

Markup paper_item(const visit::Visit& visit, const Waiting& waiting, const Paper& paper) {
  const Url url = Url::path("/reparateurs/dossiers/{}", paper.file).fragment("envoyes");
  Markup head = html::strong(html::a(html::href(url), document::title(paper.kind)));
  if (paper.amount) head += html::span(html::cls("quiet"), "Total TTC ", base::french::euros(*paper.amount));
  head += html::span(html::cls("quiet"), "envoyé il y a ", base::french::elapsed(visit.now - paper.at));
  return html::li(html::cls("waiting-item"), html::p(html::cls("date-line"), head), file_line(waiting, paper.file),
                  html::p(html::cls("quiet"), paper.name));
}

std::string oldest(base::Instant since, base::Instant now) {
  return "la plus ancienne attend depuis " + base::french::elapsed(now - since);
}

Markup tiles(const visit::Visit& visit, const Waiting& waiting) {
  ui::Stat dates{.label = "Dates à décider", .value = ui::Value::number(waiting.dates.all), .url = Url("#dates")};
  ui::Stat supplements{.label = "Compléments à décider",
                       .value = ui::Value::number(waiting.supplements.all),
                       .url = Url("#complements")};
  ui::Stat papers{
      .label = "Documents à juger", .value = ui::Value::number(waiting.papers.all), .url = Url("#documents")};
  const auto& [all_dates, all_supplements, all_papers, files, names] = waiting;
  if (all_dates.begins && !all_dates.items.empty()) dates.hint = oldest(all_dates.items.front().asked_at, visit.now);
  if (all_supplements.begins && !all_supplements.items.empty())
    supplements.hint =
        "le plus ancien attend depuis " + base::french::elapsed(visit.now - all_supplements.items.front().sent_at);
  if (all_papers.begins && !all_papers.items.empty())
    papers.hint = "le plus ancien attend depuis " + base::french::elapsed(visit.now - all_papers.items.front().at);
  return ui::stat_tiles({dates, supplements, papers});
}

// One page of a card, the oldest first; its own steps, whatever the other cards show.
template <class T, class Draw>
Markup listed(const Queue<T>& queue, std::string_view card, std::string_view title, std::string_view when_none,
              Draw draw) {
  Markup body = queue.items.empty()
                    ? html::p(html::cls("quiet"), queue.begins ? when_none : std::string_view("Rien de plus."))
                    : html::ul(html::cls("waiting"), html::each(queue.items, draw));
  if (queue.begins && queue.next.empty()) return body;
  ui::Pager steps;
  steps.of = title;
  steps.summary =
      base::french::integer(static_cast<std::int64_t>(queue.items.size())) + " sur " + base::french::integer(queue.all);
  if (!queue.begins) steps.previous = page_url.fragment(card);
  if (!queue.next.empty()) steps.next = page_url.query(card, queue.next).fragment(card);
  return body + ui::pager(steps);
}

}  // namespace

web::Response show_waiting(visit::Visit& visit) {
  const Waiting waiting = load(visit);
  Markup body =
      ui::page_header({.title = "À décider",
                       .lead = "Les dates suggérées, les compléments et les documents envoyés par vos réparateurs, du "
                               "plus ancien au plus récent.",
                       .others = {{.label = "Tournées", .url = "/reparateurs/tournees", .icon = ui::Icon::map_pin},
                                  {.label = "Rythme des relances",
                                   .url = "/reparateurs/relances",
                                   .look = ui::Look::quiet,
                                   .icon = ui::Icon::bell}}});
  body += tiles(visit, waiting);
  const Markup dates =
      ui::card({.title = "Dates suggérées", .icon = ui::Icon::calendar, .id = "dates"},
               listed(waiting.dates, "dates", "Dates suggérées", "Aucune date n’attend votre décision.",
                      [&](const Date& date) { return date_item(visit, waiting, date); }));
  const Markup supplements =
      ui::card({.title = "Compléments de réparation", .icon = ui::Icon::tool, .id = "complements"},
               listed(waiting.supplements, "complements", "Compléments de réparation",
                      "Aucun complément n’attend votre décision.",
                      [&](const Supplement& one) { return supplement_item(visit, waiting, one); }));
  const Markup papers =
      ui::card({.title = "Documents à juger", .icon = ui::Icon::file, .id = "documents"},
               listed(waiting.papers, "documents", "Documents à juger", "Aucun document n’attend votre jugement.",
                      [&](const Paper& paper) { return paper_item(visit, waiting, paper); }));
  body += ui::two_columns(dates, ui::stack({papers, supplements}));
  return visit::page(visit, {.title = "À décider", .body = std::move(body), .live = Url("/reparateurs/direct")});
}

}  // namespace motor::rounds
