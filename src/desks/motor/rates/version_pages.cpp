// One version, two compared, what a firm has received, and what is in force for a file (M27).
#include "base/french.hpp"
#include "desks/motor/file/file.hpp"
#include "desks/motor/rates/grid.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "desks/motor/rates/rates_pages.hpp"
#include "desks/motor/rates/rates_store.hpp"
#include "desks/motor/rates/version_words.hpp"
#include "floor/identity/names.hpp"
#include "floor/identity/organisations_by_id.hpp"
#include "floor/visit/cursor.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace motor::rates {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

// A version with all that its page says.
struct Shown {
  Version version;
  std::string repairer;
  std::vector<identity::Establishment> places;
  std::vector<Receipt> receipts;  // of all firms for the repairer, its own for a firm
  std::vector<std::string> firms;
  std::vector<Version> others;  // of the same repairer, that the actor sees
};

std::optional<Shown> load(db::Transaction& tx, VersionId id, const identity::Actor& actor) {
  auto version = find(tx, id, actor);
  if (!version) return std::nullopt;
  Shown shown{.version = std::move(*version), .repairer = {}, .places = {}, .receipts = {}, .firms = {}, .others = {}};
  const auto repairer = shown.version.repairer;
  const bool own = repairer == actor.organisation;
  shown.repairer = identity::organisation_name(tx, repairer);
  shown.places = identity::establishments_of(tx, repairer);
  std::vector<identity::OrganisationId> firms;
  for (const auto& receipt : receipts_of(tx, id)) {
    if (!own && receipt.cabinet != actor.organisation) continue;
    shown.receipts.push_back(receipt);
    firms.push_back(receipt.cabinet);
  }
  shown.firms = identity::organisation_names(tx, firms);
  const auto seen = seen_by(tx, repairer, actor.organisation);
  for (auto& other : of_repairer(tx, repairer))
    if (other.id != id && (own || seen.contains(other.id))) shown.others.push_back(std::move(other));
  return shown;
}

std::optional<Shown> load(const visit::Visit& visit) {
  return visit.platform.database.read(
      [&](db::Transaction& tx) { return load(tx, VersionId{visit.id()}, visit.actor()); });
}

bool owns(const visit::Visit& visit, const Shown& shown) {
  return shown.version.repairer == visit.actor().organisation;
}

std::vector<ui::Crumb> crumbs(const visit::Visit& visit, const Shown& shown) {
  if (owns(visit, shown)) return {{"Tarifs", Url("/reparateurs/tarifs")}};
  return {{"Tarifs reçus", Url("/reparateurs/tarifs-recus")}};
}

std::string title_of(const Version& version) {
  return "Tarifs applicables au " + base::french::day_medium(version.reach.effective_on);
}

Markup facts_card(const Shown& shown) {
  return ui::card({.title = "Cet envoi", .icon = ui::Icon::info},
                  ui::facts({{"Réparateur", shown.repairer},
                             {"Pour", reach_text(shown.version.reach, shown.places)},
                             {"Applicables au", shown.version.reach.effective_on},
                             {"Envoyés", shown.version.sent_at}}));
}

Markup receipts_card(const Shown& shown) {
  std::vector<ui::Line> lines;
  for (std::size_t i = 0; i < shown.receipts.size(); ++i) {
    const auto& receipt = shown.receipts[i];
    if (!receipt.attached) continue;
    lines.push_back(
        {.what = shown.firms[i],
         .detail = receipt.acknowledged_at ? "Reçu le " + base::french::instant_medium(*receipt.acknowledged_at) : "",
         .end = receipt.acknowledged_at ? ui::Badge{"reçu", ui::Tone::good, ui::Icon::circle_check}
                                        : ui::Badge{"pas encore lu", ui::Tone::warn, ui::Icon::clock}});
  }
  return ui::card({.title = "Accusés de réception", .icon = ui::Icon::check},
                  ui::lines(lines, "Aucun cabinet ne travaille encore avec vous pour ce site."));
}

Markup comparisons_card(const Shown& shown) {
  std::vector<ui::Line> lines;
  for (const Version& other : shown.others)
    lines.push_back({.what = ui::Value::link(
                         Url::path("/reparateurs/tarifs/{}/comparaison", shown.version.id).query("avec", other.id),
                         title_of(other)),
                     .detail = reach_text(other.reach, shown.places)});
  return ui::card({.title = "Comparer avec", .icon = ui::Icon::scale}, ui::lines(lines, "C’est le seul envoi."));
}

ui::PageHeader header_of(const visit::Visit& visit, const Shown& shown) {
  ui::PageHeader header{.title = title_of(shown.version), .crumbs = crumbs(visit, shown)};
  if (owns(visit, shown)) {
    header.others.push_back({.label = "Reprendre cette grille",
                             .url = Url("/reparateurs/tarifs").query("reprendre", shown.version.id),
                             .icon = ui::Icon::edit});
  } else if (!shown.receipts.empty() && !shown.receipts.front().acknowledged_at) {
    header.primary = ui::Action{.label = "Accuser réception",
                                .url = Url::path("/reparateurs/tarifs/{}/accuse", shown.version.id),
                                .look = ui::Look::primary,
                                .icon = ui::Icon::check,
                                .post = ui::Post{.csrf_token = visit::csrf_token(visit)}};
  }
  return header;
}

web::Response draw(visit::Visit& visit, const Shown& shown, const Markup& before = {}) {
  return visit::page(
      visit,
      {.title = title_of(shown.version),
       .body =
           ui::page_header(header_of(visit, shown)) + before +
           ui::stack({grid(shown.version),
                      ui::two_columns(ui::stack({receipts_card(shown), comparisons_card(shown)}), facts_card(shown))}),
       .width = ui::Frame::Width::full});
}

// The list of a firm: which page of it, and where the next one begins.
constexpr std::size_t received_page = 50;

struct ReceivedList {
  std::vector<ui::Row> rows;
  std::optional<Url> next;
};

std::optional<AfterReceived> received_after(const visit::Visit& visit) {
  const auto cursor = visit::cursor_of(visit.request.query);
  if (!cursor) return std::nullopt;
  return AfterReceived{cursor->key != 0, VersionId{cursor->id}};
}

ReceivedList received_list(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    ReceivedList list;
    auto received =
        received_by(tx, visit.actor().organisation, received_after(visit), static_cast<int>(received_page) + 1);
    if (received.size() > received_page) {
      received.resize(received_page);
      const auto& last = received.back();
      list.next =
          Url("/reparateurs/tarifs-recus")
              .query("apres", std::string(last.acknowledged_at ? "1-" : "0-") + std::to_string(last.version.id.value));
    }
    std::vector<identity::OrganisationId> repairers;
    std::vector<identity::EstablishmentId> sites;
    for (const auto& one : received) {
      repairers.push_back(one.version.repairer);
      if (one.version.reach.establishment) sites.push_back(one.version.reach.establishment);
    }
    const identity::Names names(tx, repairers);
    const auto places = identity::establishments(tx, sites);
    for (const auto& [version, acknowledged_at] : received) {
      const auto place = places.find(version.reach.establishment);
      list.rows.push_back({.url = Url::path("/reparateurs/tarifs/{}", version.id),
                           .cells = {names.of(version.repairer), version.reach.effective_on, version.sent_at,
                                     version.reach.make.empty() ? "Toutes marques" : version.reach.make,
                                     place == places.end() ? std::string("Tous les sites") : place_name(place->second),
                                     acknowledged_at ? ui::Badge{"reçu", ui::Tone::good, ui::Icon::circle_check}
                                                     : ui::Badge{"à lire", ui::Tone::warn, ui::Icon::clock}},
                           .fresh = !acknowledged_at});
    }
    return list;
  });
}

}  // namespace

web::Response show_version(visit::Visit& visit) {
  const auto shown = load(visit);
  return shown ? draw(visit, *shown) : visit::not_found(visit);
}

web::Response show_comparison(visit::Visit& visit) {
  const auto shown = load(visit);
  if (shown && !visit.request.query.find("avec"))
    return visit::see_other(Url::path("/reparateurs/tarifs/{}", shown->version.id));
  const auto with = visit::typed_id<VersionId>(visit.request.query.get("avec"));
  const auto other = visit.platform.database.read([&](db::Transaction& tx) { return find(tx, with, visit.actor()); });
  if (!shown || !other || other->repairer != shown->version.repairer) return visit::not_found(visit);
  const bool later = std::tuple(shown->version.reach.effective_on, shown->version.id) >
                     std::tuple(other->reach.effective_on, other->id);
  const Version& before = later ? *other : shown->version;
  const Version& after = later ? shown->version : *other;
  const auto rows = compare(before, after);
  const auto changed = std::count_if(rows.begin(), rows.end(), [](const Difference& row) { return row.any(); });
  const std::string said = changed == 0 ? "Les deux grilles disent la même chose."
                                        : base::french::plural(changed, "compagnie change", "compagnies changent") +
                                              " : les cases modifiées montrent l’ancienne valeur, puis la nouvelle.";
  auto trail = crumbs(visit, *shown);
  trail.push_back({title_of(shown->version), Url::path("/reparateurs/tarifs/{}", shown->version.id)});
  return visit::page(
      visit, {.title = "Comparaison de tarifs",
              .body = ui::page_header({.title = "Du " + base::french::day_medium(before.reach.effective_on) + " au " +
                                                base::french::day_medium(after.reach.effective_on),
                                       .lead = said,
                                       .crumbs = trail}) +
                      grid(rows),
              .width = ui::Frame::Width::full});
}

web::Response post_receipt(visit::Visit& visit) {
  const VersionId id{visit.id()};
  const auto done =
      visit.platform.act(visit.author(), [&](platform::Act& act) { return acknowledge(act, visit.actor(), id); });
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, Url::path("/reparateurs/tarifs/{}", id),
                          {ui::Tone::good, "Le réparateur voit que vous avez reçu ses tarifs."});
}

web::Response show_received(visit::Visit& visit) {
  ReceivedList received = received_list(visit);
  const bool begins = !received_after(visit);
  Markup list =
      received.rows.empty() && begins
          ? ui::empty_state({.icon = ui::Icon::euro,
                             .title = "Aucun tarif reçu",
                             .text = "Les tarifs que vos réparateurs envoient arrivent ici, version par version."})
          : ui::data_table({.caption = "Tarifs reçus des réparateurs",
                            .columns = {{.label = "Réparateur"},
                                        {.label = "Applicables au"},
                                        {.label = "Envoyés"},
                                        {.label = "Marque"},
                                        {.label = "Site"},
                                        {.label = "État"}},
                            .rows = std::move(received.rows)});
  if (!begins || received.next)
    list += ui::pager(
        {.previous = begins ? std::nullopt : std::optional(Url("/reparateurs/tarifs-recus")), .next = received.next});
  return visit::page(
      visit, {.title = "Tarifs reçus",
              .body = ui::page_header(
                          {.title = "Tarifs reçus",
                           .lead = "Les tarifs HT de vos réparateurs ; ceux qui vous attendent viennent en premier."}) +
                      list});
}

web::Response show_of_file(visit::Visit& visit) {
  struct Found {
    file::File file;
    std::optional<Shown> shown;
    base::Day on;
  };
  const auto found = visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Found> {
    const auto file = file::find(tx, FileId{visit.id()}, visit.actor());
    if (!file) return std::nullopt;
    Found made{*file, {}, file->inspection_day.value_or(base::paris::day_of(visit.now))};
    const auto siret = base::Siret::parse(file->siret);
    const auto place = siret ? identity::establishment_with(tx, *siret) : std::nullopt;
    const auto version =
        in_force_for(tx, file->repairer, file->vehicle.make, place ? place->id : identity::EstablishmentId{}, made.on);
    if (version) made.shown = load(tx, version->id, visit.actor());
    return made;
  });
  if (!found) return visit::not_found(visit);
  const std::string about = "dossier " + found->file.reference + ", " + found->file.vehicle_name() + ", expertise du " +
                            base::french::day_medium(found->on);
  if (!found->shown)
    return visit::page(visit,
                       {.title = "Tarif en vigueur",
                        .body = ui::page_header({.title = "Tarif en vigueur",
                                                 .crumbs = {{found->file.reference,
                                                             Url::path("/reparateurs/dossiers/{}", found->file.id)}}}) +
                                ui::empty_state({.icon = ui::Icon::euro,
                                                 .title = "Aucun tarif en vigueur",
                                                 .text = "Aucun tarif ne s’applique : " + about + "."})});
  const Line* line = line_for(found->shown->version, found->file.insurer.name);
  const std::string advice = line == nullptr ? "" : "La ligne qui compte pour cet assureur : " + line->company + ".";
  return draw(visit, *found->shown,
              ui::notice({.tone = ui::Tone::info, .title = "En vigueur : " + about, .text = advice}));
}

}  // namespace motor::rates
