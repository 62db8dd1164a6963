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

// M14: NEW, a green disc with a number, or a black 0; each with its words. It leads to the file: the link says which.
// Holes: the number, the file's reference, what it holds.
html::Markup mark_around(std::string_view look, const html::Markup& shown) {
  using html::cls;
  return html::span(cls("document-mark", look), html::span(html::aria("hidden", "true"), shown),
                    html::span(cls("visually-hidden"), "Dossier ", html::hole(), ", ", html::hole()));
}
void add_documents(Markup& all, const file::Listed& file, bool fresh) {
  static const html::Around unseen(mark_around("mark-new", html::fragment("NEW"))),
      seen(mark_around("mark-seen", html::hole())), none(mark_around("mark-none", html::fragment("0")));
  if (file.posted == 0) return none.add_to(all, {file.reference, "aucun document reçu"});
  const std::string count = base::french::plural(file.posted, "document reçu", "documents reçus");
  if (fresh) return unseen.add_to(all, {file.reference, "nouveau, " + count});
  seen.add_to(all, {std::to_string(file.posted), file.reference, count});
}

std::string day(const std::optional<base::Day>& day) { return day ? dashed(*day) : std::string(); }

Markup state(const file::Listed& file) {
  static const auto badges = [] {
    std::vector<Markup> drawn;
    for (const auto state : file::states) drawn.push_back(web::ui::status_badge(file::state_badge(state)));
    return drawn;
  }();
  const Markup& badge = badges[static_cast<std::size_t>(file.state)];
  const std::string flags = file::flags_text(file.irreparable, file.danger);
  return flags.empty() ? badge : html::fragment(badge, " ", web::ui::tag(flags));
}

std::string_view look(Column column) {
  switch (column) {
    case Column::claim_day:
    case Column::inspection_day:
    case Column::reference:
    case Column::amount:
    case Column::siret:
      return "num nowrap";
    case Column::plate:
      return "nowrap";
    case Column::documents:
    case Column::insured:
    case Column::vehicle:
    case Column::insurer:
    case Column::cabinet:
    case Column::state:
      return "";
  }
  return "";
}

web::ui::Column column_of(Column column) {
  return {.label = std::string(label(column)),
          .align = column == Column::amount ? web::ui::Align::end : web::ui::Align::start,
          .look = look(column)};
}

html::Around row_around(web::ui::RowLook look) {
  const Markup two_lines = web::ui::two_line_holes();
  std::vector<web::ui::Column> columns;
  std::vector<Markup> cells;
  for (int i = 0; i < file::column_count; ++i) {
    const auto column = static_cast<Column>(i);
    columns.push_back(column_of(column));
    cells.push_back(column == Column::insurer || column == Column::siret ? two_lines : html::hole());
  }
  return web::ui::row_around(columns, cells, look);
}

Markup row_of(const file::Listed& file, bool fresh) {
  using html::Filling;
  using web::ui::RowLook;
  static const html::Around plain = row_around(RowLook::plain), unseen = row_around(RowLook::fresh);
  const auto known = [](const std::string& text) { return text.empty() ? Filling(web::ui::unknown()) : Filling(text); };
  const std::string claim = day(file.claim_day), inspection = day(file.inspection_day),
                    amount = file.amount ? base::french::euros(*file.amount) : std::string();
  const std::string_view insurer = file.insurer_code.empty() ? file.insurer_name : file.insurer_code,
                         insurer_name = file.insurer_code.empty() ? std::string_view() : file.insurer_name;
  // The SIREN over the establishment's own number, without the space between them.
  constexpr std::size_t digits_of_siret = 14, own_number = 5, space = std::string_view("\u00a0").size();
  const bool whole = file.siret.size() == digits_of_siret;
  const std::string siret = whole ? file::siret_spaced(file.siret) : file.siret;
  const std::string_view shown = siret, siren = whole ? shown.substr(0, shown.size() - own_number - space) : shown,
                         establishment = whole ? shown.substr(shown.size() - own_number) : std::string_view();
  Markup documents;
  add_documents(documents, file, fresh);
  const Markup badge = state(file);
  Markup row;
  (fresh ? unseen : plain)
      .add_to(row, {Url::path("/reparateurs/dossiers/{}", file.id), documents, known(claim), known(inspection),
                    file.reference, known(file.insured), known(file.vehicle), known(file.plate),
                    insurer.empty() ? Filling(web::ui::unknown()) : Filling(insurer), insurer_name, known(amount),
                    siren, establishment, known(file.cabinet_code), badge});
  return row;
}

Field field(std::string_view name, std::string_view label, std::string value) {
  return {
      .name = std::string(name), .label = std::string(label), .value = std::move(value), .need = Field::Need::optional};
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
  static const auto untouched = [] {
    Markup all;
    for (std::size_t i = 0; i + 1 < filter_count; i += 2) pair.add_to(all, blank[i] + blank[i + 1]);
    return all + blank[filter_count - 1];
  }();
  const bool unread = !asked.unread.errors().empty();
  if (asked.query.filters == file::Filters{} && !asked.query.tab && !unread) return untouched;
  const auto values = values_of(asked);
  const auto one = [&](std::size_t i) {
    const FilterField& wanted = filter_fields[i];
    if (unread && !asked.unread.error(wanted.name).empty())
      return wanted.draw(field(wanted.name, wanted.label, {}).with(asked.unread));
    return values[i].empty() ? blank[i] : draw(i, values[i]);
  };
  Markup all;
  for (std::size_t i = 0; i + 1 < filter_count; i += 2) pair.add_to(all, one(i) + one(i + 1));
  return all + one(filter_count - 1);
}

// The order, for who sees cards and no heads to press: shown on phones alone (_motor.scss).
Markup draw_order(const Asked& asked) {
  const auto& query = asked.query;
  std::vector<web::ui::Option> columns{{"recent", "Le plus récent d’abord"}};
  for (int i = 0; i < file::column_count; ++i) {
    const auto column = static_cast<Column>(i);
    columns.push_back({std::string(slug(column)), std::string(label(column))});
  }
  const bool down = query.sort && query.order == file::ListQuery::Order::descending;
  return html::div(html::cls("order-fields"),
                   web::ui::field_row(
                       {web::ui::select_field(
                            field("tri", "Trier par", query.sort ? std::string(slug(*query.sort)) : "recent"), columns),
                        web::ui::select_field(field("sens", "Dans l’ordre", down ? "decroissant" : "croissant"),
                                              {{"croissant", "Croissant"}, {"decroissant", "Décroissant"}})}));
}
Markup order_of(const Asked& asked) {
  static const Markup usual = draw_order({});
  return asked.query.sort ? draw_order(asked) : usual;
}

// The form of filters has fields of its own for the state and for the order.
std::vector<std::pair<std::string, std::string>> kept_by_form(const Asked& asked) {
  auto kept = kept_of(asked);
  std::erase_if(kept,
                [](const auto& pair) { return pair.first == "etat" || pair.first == "tri" || pair.first == "sens"; });
  return kept;
}

}  // namespace

void add_table(Markup& all, const Asked& asked, const Addresses& addresses, const std::vector<file::Line>& lines) {
  using web::ui::Sorted;
  const auto& query = asked.query;
  web::ui::Table table{.caption = "Dossiers", .columns = {}, .rows = {}};
  table.columns.reserve(file::column_count);
  for (int i = 0; i < file::column_count; ++i) {
    const auto column = static_cast<Column>(i);
    const bool held = query.sort == column;
    const bool up = query.order == file::ListQuery::Order::ascending;
    web::ui::Column head = column_of(column);
    head.sort = addresses.sorted_by(column);
    head.sorted = !held ? Sorted::no : up ? Sorted::ascending : Sorted::descending;
    table.columns.push_back(std::move(head));
  }
  web::ui::add_table(all, table, [&](Markup& rows) {
    for (const auto& line : lines)
      rows += line->drawn[line.fresh ? 1 : 0].by([&] { return row_of(*line.file, line.fresh); });
  });
}

Markup filters(const Asked& asked, Markup tools) {
  web::ui::FilterBar bar{
      .action = Url("/reparateurs"),
      .search_placeholder = "Numéro, assuré, véhicule, plaque…",
      .search_text = asked.query.search,
      .kept = kept_by_form(asked),
      .chips = chips_of(asked),
      .cleared = url_of(with_tab(unfiltered(asked), std::nullopt)),
      .tools = std::move(tools),
      .panel = asked.unread.errors().empty() ? web::ui::FilterBar::Panel::closed : web::ui::FilterBar::Panel::open};
  return web::ui::filter_bar(bar, fields_of(asked) + order_of(asked));
}

}  // namespace motor::list
