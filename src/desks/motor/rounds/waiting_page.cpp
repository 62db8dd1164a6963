// GET /reparateurs/a-decider: what waits for the firm's decision, the oldest first (M22, M25).
#include "base/french.hpp"
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

constexpr int most_shown = 20;

struct Waiting {
  std::vector<Date> dates;
  std::vector<Supplement> supplements;
  std::int64_t all_dates, all_supplements;
  file::Briefs files;
  identity::Names names;
};

Waiting load(visit::Visit& visit) {
  const auto firm = visit.actor().organisation;
  return visit.platform.database.read([&](db::Transaction& tx) {
    auto dates = schedule::to_decide(tx, firm, most_shown);
    auto supplements = supplement::to_decide(tx, firm, most_shown);
    std::vector<FileId> ids;
    for (const auto& date : dates) ids.push_back(date.file);
    for (const auto& one : supplements) ids.push_back(one.file);
    file::Briefs files(tx, std::move(ids));
    identity::Names names(tx, files.organisations());
    return Waiting{std::move(dates),
                   std::move(supplements),
                   schedule::count_to_decide(tx, firm),
                   supplement::count_to_decide(tx, firm),
                   std::move(files),
                   std::move(names)};
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

std::string oldest(base::Instant since, base::Instant now) {
  return "la plus ancienne attend depuis " + base::french::elapsed(now - since);
}

Markup tiles(const visit::Visit& visit, const Waiting& waiting) {
  ui::Stat dates{.label = "Dates à décider", .value = ui::Value::number(waiting.all_dates), .url = Url("#dates")};
  ui::Stat supplements{.label = "Compléments à décider",
                       .value = ui::Value::number(waiting.all_supplements),
                       .url = Url("#complements")};
  if (!waiting.dates.empty()) dates.hint = oldest(waiting.dates.front().asked_at, visit.now);
  if (!waiting.supplements.empty())
    supplements.hint =
        "le plus ancien attend depuis " + base::french::elapsed(visit.now - waiting.supplements.front().sent_at);
  return ui::stat_tiles({dates, supplements});
}

Markup listed(const std::vector<Markup>& items, std::int64_t all, std::string_view when_none) {
  if (items.empty()) return html::p(html::cls("quiet"), when_none);
  Markup body = html::ul(html::cls("waiting"), html::each(items, [](const Markup& item) { return item; }));
  if (all > static_cast<std::int64_t>(items.size()))
    body += html::p(html::cls("quiet"), base::french::integer(static_cast<std::int64_t>(items.size())), " sur ",
                    base::french::integer(all), " : d’abord ce qui attend depuis le plus longtemps.");
  return body;
}

}  // namespace

web::Response show_waiting(visit::Visit& visit) {
  const Waiting waiting = load(visit);
  std::vector<Markup> dates, supplements;
  for (const auto& date : waiting.dates) dates.push_back(date_item(visit, waiting, date));
  for (const auto& one : waiting.supplements) supplements.push_back(supplement_item(visit, waiting, one));
  Markup body =
      ui::page_header({.title = "À décider",
                       .lead = "Les dates suggérées et les compléments envoyés par vos réparateurs, du plus "
                               "ancien au plus récent.",
                       .others = {{.label = "Tournées", .url = "/reparateurs/tournees", .icon = ui::Icon::map_pin},
                                  {.label = "Rythme des relances",
                                   .url = "/reparateurs/relances",
                                   .look = ui::Look::quiet,
                                   .icon = ui::Icon::bell}}});
  body += tiles(visit, waiting);
  body += ui::two_columns(
      ui::card({.title = "Dates suggérées", .icon = ui::Icon::calendar, .id = "dates"},
               listed(dates, waiting.all_dates, "Aucune date n’attend votre décision.")),
      ui::card({.title = "Compléments de réparation", .icon = ui::Icon::tool, .id = "complements"},
               listed(supplements, waiting.all_supplements, "Aucun complément n’attend votre décision.")));
  return visit::page(visit, {.title = "À décider", .body = std::move(body)});
}

}  // namespace motor::rounds
