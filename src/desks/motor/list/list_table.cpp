#include "desks/motor/list/list_table.hpp"

#include <array>

#include "base/french.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "web/html/elements.hpp"
#include "web/html/hole.hpp"
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
  using html::cls;
  static const html::Attribute is_new = cls("document-mark mark-new"), none = cls("document-mark mark-none"),
                               seen = cls("document-mark mark-seen"), unseen = html::aria("hidden", "true"),
                               spoken = cls("visually-hidden");
  const auto marked = [&](const html::Attribute& look, std::string_view shown, std::string_view words,
                          std::string_view more) {
    return html::span(look, html::span(unseen, shown),
                      html::span(spoken, "Dossier ", line.reference, ", ", words, more));
  };
  if (line.posted == 0) return marked(none, "0", "aucun document reçu", "");
  const std::string count = base::french::plural(line.posted, "document reçu", "documents reçus");
  if (line.fresh()) return marked(is_new, "NEW", "nouveau, ", count);
  return marked(seen, std::to_string(line.posted), count, "");
}

Value day(const std::optional<base::Day>& day) {
  static const html::Attribute look = html::cls("num nowrap");
  if (!day) return {};
  const std::string iso = day->iso();
  return html::time(look, html::datetime(iso), dashed(iso));
}

// The SIREN over the establishment's own number.
Value siret(const std::string& siret) {
  static const html::Attribute line = html::cls("line num"), quiet_line = html::cls("line num quiet");
  if (siret.size() != 14) return siret;
  const std::string spaced = file::siret_spaced(siret);
  const auto last = spaced.size() - 5;
  return html::fragment(html::span(line, std::string_view(spaced).substr(0, last)),
                        html::span(quiet_line, std::string_view(spaced).substr(last)));
}

Value state(const file::Line& line) {
  static const auto badges = [] {
    std::vector<Markup> drawn;
    for (const auto state : file::states) drawn.push_back(web::ui::status_badge(file::state_badge(state)));
    return drawn;
  }();
  const Markup& badge = badges[static_cast<std::size_t>(line.state)];
  const std::string flags = file::flags_text(line.irreparable, line.danger);
  return flags.empty() ? badge : html::fragment(badge, " ", web::ui::tag(flags));
}

web::ui::Row row_of(const file::Line& line) {
  static const html::Attribute number = html::cls("num"), nowrap = html::cls("nowrap");
  web::ui::Row row{.url = Url::path("/reparateurs/dossiers/{}", line.id), .cells = {}, .fresh = line.fresh()};
  row.cells.reserve(file::column_count);
  row.cells.emplace_back(documents_mark(line));
  row.cells.push_back(day(line.claim_day));
  row.cells.push_back(day(line.inspection_day));
  row.cells.emplace_back(html::span(number, line.reference));
  row.cells.emplace_back(line.insured);
  row.cells.emplace_back(line.vehicle);
  row.cells.push_back(line.plate.empty() ? Value() : Value(html::span(nowrap, line.plate)));
  row.cells.push_back(line.insurer_code.empty() ? Value(line.insurer_name)
                                                : Value::two_lines(line.insurer_code, line.insurer_name));
  row.cells.emplace_back(line.amount);
  row.cells.push_back(siret(line.siret));
  row.cells.emplace_back(line.cabinet_code);
  row.cells.push_back(state(line));
  return row;
}

Field field(std::string_view name, std::string_view label, std::string value) {
  return {
      .name = std::string(name), .label = std::string(label), .value = std::move(value), .need = Field::Need::optional};
}

std::string typed(const std::optional<base::Money>& amount) {
  return amount ? std::to_string(amount->cents / 100) : std::string();
}

// The fields of the form, in the order of `values_of`.
struct FilterField {
  std::string_view name, label;
  Markup (*draw)(const Field&);
};
Markup choice_of_documents(const Field& field) {
  return web::ui::select_field(field, {{"nouveaux", "Nouveaux (NEW)"}, {"recus", "Au moins un"}, {"aucun", "Aucun"}});
}
Markup choice_of_state(const Field& field) {
  std::vector<web::ui::Option> options{{"tous", "Tous"}};
  for (const auto state : file::states) options.push_back({std::string(slug(state)), std::string(label(state))});
  return web::ui::select_field(field, options);
}
constexpr FilterField filter_fields[] = {
    {"sinistre_du", "Date sinistre du", web::ui::date_field},
    {"sinistre_au", "au", web::ui::date_field},
    {"expertise_du", "Date expertise du", web::ui::date_field},
    {"expertise_au", "au", web::ui::date_field},
    {"numero", "Numéro de dossier", web::ui::text_field},
    {"documents", "Documents", choice_of_documents},
    {"assure", "Assuré", web::ui::text_field},
    {"vehicule", "Véhicule", web::ui::text_field},
    {"immatriculation", "Immatriculation", web::ui::text_field},
    {"assurance", "Assurance (code GTA ou nom)", web::ui::text_field},
    {"chiffrage_min", "Chiffrage de", web::ui::money_field},
    {"chiffrage_max", "à", web::ui::money_field},
    {"siret", "SIRET", web::ui::text_field},
    {"cabinet", "Cabinet", web::ui::text_field},
    {"etat", "État", choice_of_state},
};
constexpr std::size_t filter_count = std::size(filter_fields);

std::array<std::string, filter_count> values_of(const Asked& asked) {
  const file::Filters& filters = asked.query.filters;
  return {iso(filters.claim_from),
          iso(filters.claim_to),
          iso(filters.inspection_from),
          iso(filters.inspection_to),
          filters.reference,
          std::string(slug_of(filters.documents)),
          filters.insured,
          filters.vehicle,
          filters.plate,
          filters.insurer,
          typed(filters.amount_from),
          typed(filters.amount_to),
          filters.siret,
          filters.cabinet,
          asked.query.tab ? std::string(slug(*asked.query.tab)) : std::string()};
}

Markup draw(std::size_t which, std::string value) {
  const FilterField& one = filter_fields[which];
  if (one.draw == choice_of_state && value.empty()) value = "tous";
  return one.draw(field(one.name, one.label, std::move(value)));
}

// One filter a column, in their order but the number first; the state's is also the row of tabs. What is not filtered
// by is drawn once for all pages.
Markup fields_of(const Asked& asked) {
  static const auto blank = [] {
    std::array<Markup, filter_count> drawn;
    for (std::size_t i = 0; i < filter_count; ++i) drawn[i] = draw(i, {});
    return drawn;
  }();
  static const html::Around pair(web::ui::field_row({html::hole()}));
  const auto values = values_of(asked);
  const auto one = [&](std::size_t i) { return values[i].empty() ? blank[i] : draw(i, values[i]); };
  Markup all;
  for (std::size_t i = 0; i + 1 < filter_count; i += 2) pair.add_to(all, one(i) + one(i + 1));
  return all + one(filter_count - 1);
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
