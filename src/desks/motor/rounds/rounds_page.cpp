// GET /reparateurs/tournees: a week of inspections, and one of its days by place, on a list and a map (M33).
#include "base/french.hpp"
#include "desks/motor/list/list_query.hpp"
#include "desks/motor/rounds/round.hpp"
#include "desks/motor/rounds/rounds_pages.hpp"
#include "desks/motor/rounds/subscription.hpp"
#include "desks/motor/schedule/board.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/map.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

#include <algorithm>

namespace motor::rounds {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr int week = 7;
constexpr int most_of_week = 500;

struct Loaded {
  base::Day day;
  base::Day monday;
  std::vector<std::int64_t> counts;  // of each day of the week: inspections that hold or wait
  Day round;
  identity::Names names;
  bool whole;  // the week was read to its end
};

Url of_day(base::Day day) { return Url("/reparateurs/tournees").query("jour", day.iso()); }

Loaded load(visit::Visit& visit) {
  const auto asked = base::Day::from_iso(visit.request.query.get("jour"));
  const base::Day day = asked.value_or(base::paris::day_of(visit.now));
  const base::Day monday = day - (day.weekday() - 1);
  return visit.platform.database.read([&](db::Transaction& tx) {
    const file::Scope scope{file::Side::cabinet, visit.actor().organisation};
    const auto dates = schedule::between(tx, scope, monday, monday + (week - 1), most_of_week);
    std::vector<std::int64_t> counts(week, 0);
    std::vector<schedule::Date> of_the_day;
    std::vector<FileId> ids;
    for (const auto& date : dates) {
      if (!schedule::inspects(date.kind)) continue;
      ++counts[static_cast<std::size_t>(date.when.day - monday)];
      if (date.when.day != day) continue;
      of_the_day.push_back(date);
      ids.push_back(date.file);
    }
    const file::Briefs files(tx, std::move(ids));
    return Loaded{day,
                  monday,
                  std::move(counts),
                  day_of(of_the_day, files),
                  identity::Names(tx, files.organisations()),
                  dates.size() < static_cast<std::size_t>(most_of_week)};
  });
}

std::string short_day(base::Day day) {
  constexpr std::string_view names[] = {"Lun.", "Mar.", "Mer.", "Jeu.", "Ven.", "Sam.", "Dim."};
  return std::string(names[day.weekday() - 1]) + " " + std::to_string(day.day_of_month());
}

Markup week_tabs(const Loaded& loaded) {
  std::vector<ui::Tab> tabs;
  for (int i = 0; i < week; ++i) {
    const base::Day day = loaded.monday + i;
    const auto count = loaded.counts[static_cast<std::size_t>(i)];
    tabs.push_back(
        {short_day(day), of_day(day), count > 0 ? base::french::integer(count) : std::string(), day == loaded.day});
  }
  return ui::tabs("Jours de la semaine", tabs);
}

// "place-2": where the map's points lead.
std::string anchor(std::size_t i) { return "lieu-" + std::to_string(i + 1); }

Markup visit_item(const visit::Visit& visit, const Loaded& loaded, const Visit& one) {
  const auto& [date, file] = one;
  const std::string hour = date.when.time ? to_text(*date.when.time) : "heure libre";
  Markup body = html::p(html::cls("date-line"), html::strong(html::cls("num"), hour),
                        html::a(html::href(Url::path("/reparateurs/dossiers/{}/expertise", file.id)), file.reference),
                        ui::status_badge(schedule::badge_of(date.state)));
  std::string words = file.vehicle_words();
  if (const auto& repairer = loaded.names.of(file.repairer); !repairer.empty()) words += " · " + repairer;
  if (!file.insured.empty()) words += " · " + file.insured;
  body += html::p(html::cls("quiet"), words);
  if (!date.comment.empty()) body += html::p(html::cls("quiet"), "«\u00a0", date.comment, "\u00a0»");
  if (date.state == schedule::State::suggested && identity::at_least(visit.actor().role, identity::Role::member))
    body += schedule::decision_forms(date, visit::csrf_token(visit), {}, "tournees-" + loaded.day.iso());
  return html::li(html::cls("waiting-item"), body);
}

Markup visits_of(const visit::Visit& visit, const Loaded& loaded, const std::vector<Visit>& visits) {
  return html::ul(html::cls("waiting"),
                  html::each(visits, [&](const Visit& one) { return visit_item(visit, loaded, one); }));
}

Markup places_of(const visit::Visit& visit, const Loaded& loaded) {
  std::vector<Markup> cards;
  for (std::size_t i = 0; i < loaded.round.places.size(); ++i) {
    const Place& place = loaded.round.places[i];
    const std::string title = place.point ? std::to_string(i + 1) + " · " + place.name : place.name;
    cards.push_back(
        ui::card({.title = title, .icon = ui::Icon::map_pin, .id = anchor(i)}, visits_of(visit, loaded, place.visits)));
  }
  if (!loaded.round.remote.empty())
    cards.push_back(ui::card({.title = "Expertises à distance (EAD)", .icon = ui::Icon::device_mobile, .id = "ead"},
                             visits_of(visit, loaded, loaded.round.remote)));
  return ui::stack(cards);
}

Markup map_card(const Loaded& loaded) {
  const Day& round = loaded.round;
  ui::Map map{base::french::plural(static_cast<std::int64_t>(round.places.size()), "lieu", "lieux") + " à visiter le " +
                  list::dashed(loaded.day),
              {}};
  for (std::size_t i = 0; i < round.places.size(); ++i) {
    const Place& place = round.places[i];
    if (!place.point) continue;
    const auto visits = static_cast<std::int64_t>(place.visits.size());
    map.points.push_back({.latitude_e6 = place.point->lat_e6,
                          .longitude_e6 = place.point->lon_e6,
                          .label = place.name + " : " + base::french::plural(visits, "rendez-vous", "rendez-vous"),
                          .kind = place.planned() ? ui::MapPoint::Kind::proposed : ui::MapPoint::Kind::place,
                          .rank = static_cast<int>(i) + 1,
                          .url = Url::here(anchor(i))});
  }
  if (map.points.empty()) return {};
  Markup body = ui::map(map);
  body +=
      html::p(html::cls("hint"),
              "En couleur, les lieux où un rendez-vous est validé ; en noir, ceux où tout est à "
              "décider. L’ordre suit les heures, puis le moindre détour",
              round.length_m > 0 ? " : " + base::french::distance(static_cast<int>(round.length_m)) + " à vol d’oiseau."
                                 : std::string("."));
  return ui::card({.title = "Carte de la tournée", .icon = ui::Icon::world}, body);
}

Markup day_card(const Loaded& loaded) {
  const Day& round = loaded.round;
  return ui::card({.title = "Journée", .icon = ui::Icon::calendar},
                  ui::facts({{"Visites validées", ui::Value::number(round.planned)},
                             {"Dates à décider", ui::Value::number(round.to_decide)},
                             {"Lieux", ui::Value::number(static_cast<std::int64_t>(round.places.size()))},
                             {"À distance (EAD)", ui::Value::number(static_cast<std::int64_t>(round.remote.size()))}}));
}

}  // namespace

web::Response show_rounds(visit::Visit& visit) {
  const Loaded loaded = load(visit);
  Markup body = ui::page_header(
      {.title = "Tournées",
       .lead = base::french::day_long(loaded.day),
       .others = {{.label = "Semaine précédente", .url = of_day(loaded.day - week), .icon = ui::Icon::chevron_left},
                  {.label = "Aujourd’hui", .url = "/reparateurs/tournees"},
                  {.label = "Semaine suivante", .url = of_day(loaded.day + week), .icon = ui::Icon::chevron_right}}});
  body += week_tabs(loaded);
  const std::string remark = schedule::remark_on(loaded.day);
  std::vector<Markup> narrow;
  for (auto& part : {map_card(loaded), day_card(loaded), subscription_card(visit)})
    if (!part.empty()) narrow.push_back(part);
  std::vector<Markup> wide;
  if (!remark.empty()) wide.push_back(html::p(html::cls("hint"), remark));
  if (!loaded.whole)
    wide.push_back(html::p(html::cls("hint"), "Semaine très chargée : les derniers jours peuvent manquer."));
  const bool nothing = loaded.round.places.empty() && loaded.round.remote.empty();
  wide.push_back(nothing ? ui::empty_state({.icon = ui::Icon::map_pin,
                                            .title = "Aucune expertise ce jour",
                                            .text = "Les dates validées et suggérées s’affichent ici, par lieu."})
                         : places_of(visit, loaded));
  body += ui::two_columns(ui::stack(wide), ui::stack(narrow));
  return visit::page(visit, {.title = "Tournées", .body = std::move(body), .live = Url("/reparateurs/direct")});
}

}  // namespace motor::rounds
