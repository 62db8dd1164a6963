#include "desks/motor/list/list_table.hpp"

#include "base/french.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "web/html/elements.hpp"
#include "web/ui/form.hpp"
#include "web/ui/table.hpp"

namespace motor::list {
namespace {

namespace html = web::html;
using file::Column;
using file::Documents;
using html::Markup;
using html::Url;
using web::ui::Field;
using web::ui::Value;

// M14: NEW, a green disc with a number, or a black 0; each with its words. It leads to the file: the link says which.
Markup documents_mark(const file::Line& line) {
  const auto marked = [&](std::string_view look, const std::string& shown, const std::string& words) {
    return html::span(html::cls("document-mark", look), html::span(html::aria("hidden", "true"), shown),
                      html::span(html::cls("visually-hidden"), "Dossier ", line.reference, ", ", words));
  };
  const std::string count = base::french::plural(line.posted, "document reçu", "documents reçus");
  if (line.fresh()) return marked("mark-new", "NEW", "nouveau, " + count);
  if (line.posted == 0) return marked("mark-none", "0", "aucun document reçu");
  return marked("mark-seen", std::to_string(line.posted), count);
}

Value day(const std::optional<base::Day>& day) {
  if (!day) return {};
  return html::time(html::cls("num nowrap"), html::datetime(day->iso()), dashed(*day));
}

// The SIREN over the establishment's own number.
Value siret(const std::string& siret) {
  if (siret.size() != 14) return siret;
  const std::string spaced = file::siret_spaced(siret);
  const auto last = spaced.size() - 5;
  return html::fragment(html::span(html::cls("line num"), spaced.substr(0, last)),
                        html::span(html::cls("line num quiet"), spaced.substr(last)));
}

Value state(const file::Line& line) {
  const Markup badge = web::ui::status_badge(file::state_badge(line.state));
  const std::string flags = file::flags_text(line.irreparable, line.danger);
  return flags.empty() ? badge : html::fragment(badge, " ", web::ui::tag(flags));
}

web::ui::Row row_of(const file::Line& line) {
  return {.url = Url::path("/reparateurs/dossiers/{}", line.id),
          .cells = {documents_mark(line), day(line.claim_day), day(line.inspection_day),
                    html::span(html::cls("num"), line.reference), line.insured, line.vehicle,
                    line.plate.empty() ? Value() : Value(html::span(html::cls("nowrap"), line.plate)),
                    line.insurer_code.empty() ? Value(line.insurer_name)
                                              : Value::two_lines(line.insurer_code, line.insurer_name),
                    line.amount ? Value(*line.amount) : Value(), siret(line.siret), line.cabinet_code, state(line)},
          .fresh = line.fresh()};
}

Field field(std::string_view name, std::string_view label, std::string value) {
  return {
      .name = std::string(name), .label = std::string(label), .value = std::move(value), .need = Field::Need::optional};
}

std::string iso(const std::optional<base::Day>& day) { return day ? day->iso() : std::string(); }
std::string typed(const std::optional<base::Money>& amount) {
  return amount ? std::to_string(amount->cents / 100) : std::string();
}

std::vector<web::ui::Option> states() {
  std::vector<web::ui::Option> options{{"tous", "Tous"}};
  for (const auto state : file::states) options.push_back({std::string(slug(state)), std::string(label(state))});
  return options;
}

// One filter a column, in their order but the number first; the state's is also the row of tabs.
Markup fields_of(const Asked& asked) {
  const file::Filters& filters = asked.query.filters;
  const auto two = [](const Markup& first, const Markup& second) { return web::ui::field_row({first, second}); };
  const std::string documents = filters.documents == Documents::fresh  ? "nouveaux"
                                : filters.documents == Documents::some ? "recus"
                                : filters.documents == Documents::none ? "aucun"
                                                                       : "";
  return two(web::ui::date_field(field("sinistre_du", "Date sinistre du", iso(filters.claim_from))),
             web::ui::date_field(field("sinistre_au", "au", iso(filters.claim_to)))) +
         two(web::ui::date_field(field("expertise_du", "Date expertise du", iso(filters.inspection_from))),
             web::ui::date_field(field("expertise_au", "au", iso(filters.inspection_to)))) +
         two(web::ui::text_field(field("numero", "Numéro de dossier", filters.reference)),
             web::ui::select_field(field("documents", "Documents", documents),
                                   {{"nouveaux", "Nouveaux (NEW)"}, {"recus", "Au moins un"}, {"aucun", "Aucun"}})) +
         two(web::ui::text_field(field("assure", "Assuré", filters.insured)),
             web::ui::text_field(field("vehicule", "Véhicule", filters.vehicle))) +
         two(web::ui::text_field(field("immatriculation", "Immatriculation", filters.plate)),
             web::ui::text_field(field("assurance", "Assurance (code GTA ou nom)", filters.insurer))) +
         two(web::ui::money_field(field("chiffrage_min", "Chiffrage de", typed(filters.amount_from))),
             web::ui::money_field(field("chiffrage_max", "à", typed(filters.amount_to)))) +
         two(web::ui::text_field(field("siret", "SIRET", filters.siret)),
             web::ui::text_field(field("cabinet", "Cabinet", filters.cabinet))) +
         web::ui::select_field(field("etat", "État", asked.query.tab ? std::string(slug(*asked.query.tab)) : "tous"),
                               states());
}

// The form of filters has a field of its own for the state.
std::vector<std::pair<std::string, std::string>> kept_by_form(const Asked& asked) {
  auto kept = kept_of(asked);
  std::erase_if(kept, [](const auto& pair) { return pair.first == "etat"; });
  return kept;
}

}  // namespace

Markup table_of(const Asked& asked, const std::vector<file::Line>& lines) {
  using web::ui::Sorted;
  const auto& query = asked.query;
  web::ui::Table table{.caption = "Dossiers", .columns = {}, .rows = {}};
  for (int i = 0; i < file::column_count; ++i) {
    const auto column = static_cast<Column>(i);
    const bool held = query.sort == column;
    const bool up = query.order == file::ListQuery::Order::ascending;
    table.columns.push_back({.label = std::string(label(column)),
                             .sort = url_of(sorted_by(asked, column)),
                             .sorted = !held ? Sorted::no
                                       : up  ? Sorted::ascending
                                             : Sorted::descending});
  }
  for (const auto& line : lines) table.rows.push_back(row_of(line));
  return web::ui::data_table(table);
}

Markup filters(const Asked& asked, Markup tools) {
  web::ui::FilterBar bar{.action = Url("/reparateurs"),
                         .search_placeholder = "Numéro, assuré, véhicule, plaque…",
                         .search_text = asked.query.search,
                         .kept = kept_by_form(asked),
                         .chips = chips_of(asked),
                         .cleared = url_of(with_tab(unfiltered(asked), std::nullopt)),
                         .tools = std::move(tools)};
  return web::ui::filter_bar(bar, fields_of(asked));
}

}  // namespace motor::list
