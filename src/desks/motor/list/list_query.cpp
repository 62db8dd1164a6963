#include "desks/motor/list/list_query.hpp"
#include "base/french.hpp"
#include "base/text.hpp"

namespace motor::list {
namespace {

using file::Column;
using file::Documents;
using file::Filters;
using file::ListQuery;
using web::html::Url;
using Order = ListQuery::Order;
using Fields = web::Fields;

constexpr std::size_t longest_text = 100;  // bytes of a filter: longer ones were not typed

std::string text(const Fields& fields, std::string_view name) {
  const std::string typed = base::squeeze(fields.get(name));
  return typed.size() > longest_text ? std::string() : typed;
}

constexpr std::pair<Documents, std::string_view> document_choices[] = {
    {Documents::fresh, "nouveaux"}, {Documents::some, "recus"}, {Documents::none, "aucun"}};
Documents documents_of(std::string_view slug) {
  for (const auto& [choice, known] : document_choices)
    if (known == slug) return choice;
  return Documents::any;
}
std::string_view words_of(Documents documents) {
  switch (documents) {
    case Documents::any:
      return "";
    case Documents::fresh:
      return "nouveaux";
    case Documents::some:
      return "au moins un";
    case Documents::none:
      return "aucun";
  }
  return {};
}

// One filter: its name in the address, its column, how it is written there and on its chip, how it is taken away.
struct Held {
  std::string_view name;
  Column column;
  std::string (*in_url)(const Filters&);
  std::string (*shown)(const Filters&);
  void (*drop)(Filters&);
};

std::string day_from(std::string_view word, const std::optional<base::Day>& at) {
  return at ? std::string(word) + " " + dashed(*at) : std::string();
}
std::string euros_from(std::string_view word, const std::optional<base::Money>& amount) {
  return amount ? std::string(word) + " " + base::french::euros(*amount) : std::string();
}

template <std::string Filters::*text>
constexpr Held of_text(std::string_view name, Column column) {
  return {name, column, [](const Filters& f) { return f.*text; }, [](const Filters& f) { return f.*text; },
          [](Filters& f) { (f.*text).clear(); }};
}
template <std::optional<base::Day> Filters::*day, bool from>
constexpr Held of_day(std::string_view name, Column column) {
  return {name, column, [](const Filters& f) { return iso(f.*day); },
          [](const Filters& f) { return day_from(from ? "à partir du" : "jusqu’au", f.*day); },
          [](Filters& f) { (f.*day).reset(); }};
}
template <std::optional<base::Money> Filters::*amount, bool from>
constexpr Held of_amount(std::string_view name, Column column) {
  return {name, column, [](const Filters& f) { return typed(f.*amount); },
          [](const Filters& f) { return euros_from(from ? "au moins" : "au plus", f.*amount); },
          [](Filters& f) { (f.*amount).reset(); }};
}

constexpr Held held[] = {
    {"documents", Column::documents, [](const Filters& f) { return std::string(slug_of(f.documents)); },
     [](const Filters& f) { return std::string(words_of(f.documents)); },
     [](Filters& f) { f.documents = Documents::any; }},
    of_day<&Filters::claim_from, true>("sinistre_du", Column::claim_day),
    of_day<&Filters::claim_to, false>("sinistre_au", Column::claim_day),
    of_day<&Filters::inspection_from, true>("expertise_du", Column::inspection_day),
    of_day<&Filters::inspection_to, false>("expertise_au", Column::inspection_day),
    of_text<&Filters::reference>("numero", Column::reference),
    of_text<&Filters::insured>("assure", Column::insured),
    of_text<&Filters::vehicle>("vehicule", Column::vehicle),
    of_text<&Filters::plate>("immatriculation", Column::plate),
    of_text<&Filters::insurer>("assurance", Column::insurer),
    of_amount<&Filters::amount_from, true>("chiffrage_min", Column::amount),
    of_amount<&Filters::amount_to, false>("chiffrage_max", Column::amount),
    of_text<&Filters::siret>("siret", Column::siret),
    of_text<&Filters::cabinet>("cabinet", Column::cabinet),
};

// What was typed for a filter, read; what cannot be is kept with the sentence that stands beside it.
class Reader {
 public:
  explicit Reader(const Fields& fields) : fields_(fields) {}
  std::optional<base::Day> day(std::string_view name) {
    return read(name, base::Day::from_iso, "Cette date ne se lit pas. Exemple : 27/11/2026.");
  }
  std::optional<base::Money> amount(std::string_view name) {
    return read(name, base::parse_money, "Ce montant n’est pas valable. Exemple : 1 234,50.");
  }
  std::string digits(std::string_view name, std::size_t most) {
    const auto parse = [most](std::string_view typed) -> std::optional<std::string> {
      std::string found;
      for (const char character : typed)
        if (character >= '0' && character <= '9')
          found.push_back(character);
        else if (character != ' ')
          return std::nullopt;
      return found.size() <= most ? std::optional(found) : std::nullopt;
    };
    return read(name, parse, "Un SIRET a 14 chiffres : les premiers suffisent.").value_or("");
  }
  web::ui::FormState unread() && { return {std::move(typed_), std::move(errors_)}; }

 private:
  template <class Parse>
  auto read(std::string_view name, Parse parse, std::string_view sentence) -> decltype(parse(std::string_view())) {
    const std::string typed = base::squeeze(fields_.get(name));
    if (typed.empty()) return std::nullopt;
    auto found = parse(std::string_view(typed));
    if (!found) {
      typed_.emplace_back(name, typed.substr(0, longest_text));
      errors_.push_back({std::string(name), std::string(sentence)});
    }
    return found;
  }
  const Fields& fields_;
  std::vector<std::pair<std::string, std::string>> typed_;
  std::vector<web::ui::FieldError> errors_;
};

constexpr std::size_t digits_of_siret = 14;

Filters filters_of(const Fields& fields, Reader& reader) {
  Filters filters;
  filters.documents = documents_of(fields.get("documents"));
  filters.claim_from = reader.day("sinistre_du");
  filters.claim_to = reader.day("sinistre_au");
  filters.inspection_from = reader.day("expertise_du");
  filters.inspection_to = reader.day("expertise_au");
  filters.reference = text(fields, "numero");
  filters.insured = text(fields, "assure");
  filters.vehicle = text(fields, "vehicule");
  filters.plate = text(fields, "immatriculation");
  filters.insurer = text(fields, "assurance");
  filters.amount_from = reader.amount("chiffrage_min");
  filters.amount_to = reader.amount("chiffrage_max");
  filters.siret = reader.digits("siret", digits_of_siret);
  filters.cabinet = text(fields, "cabinet");
  return filters;
}

}  // namespace

Asked asked_of(const visit::Visit& visit) {
  const auto& fields = visit.request.query;
  Asked asked{.query = {.scope = file::scope_of(visit.actor()), .reader = visit.actor().account}};
  auto& query = asked.query;
  query.tab = file::state_from_slug(fields.get("etat"));
  query.sort = file::column_from_slug(fields.get("tri"));
  if (query.sort) query.order = fields.get("sens") == "decroissant" ? Order::descending : Order::ascending;
  query.search = text(fields, "q");
  Reader reader(fields);
  query.filters = filters_of(fields, reader);
  asked.unread = std::move(reader).unread();
  if (!fields.get("apres").empty()) query.cursor = visit::typed_id<FileId>(fields.get("apres"));
  if (!fields.get("avant").empty()) {
    query.cursor = visit::typed_id<FileId>(fields.get("avant"));
    query.direction = ListQuery::Direction::before;
  }
  if (fields.get("ecran") == "plein") asked.screen = Screen::full;
  return asked;
}

namespace {

// A view but for its filters, search and page, as addresses and forms hold it.
std::vector<std::pair<std::string_view, std::string_view>> view_of(std::optional<file::State> tab,
                                                                   std::optional<Column> sort, Order order,
                                                                   Screen screen) {
  std::vector<std::pair<std::string_view, std::string_view>> kept;
  if (tab) kept.emplace_back("etat", slug(*tab));
  if (sort) kept.emplace_back("tri", slug(*sort));
  if (sort && order == Order::descending) kept.emplace_back("sens", "decroissant");
  if (screen == Screen::full) kept.emplace_back("ecran", "plein");
  return kept;
}

Url view(Url url, std::optional<file::State> tab, std::optional<Column> sort, Order order, Screen screen) {
  for (const auto& [name, value] : view_of(tab, sort, order, screen)) url = url.query(name, value);
  return url;
}

// What filters and search leave in an address.
Url filtered(const ListQuery& query) {
  Url url = "/reparateurs";
  if (query.filters != Filters{})
    for (const Held& filter : held)
      if (const std::string value = filter.in_url(query.filters); !value.empty()) url = url.query(filter.name, value);
  return query.search.empty() ? url : url.query("q", query.search);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> kept_of(const Asked& asked) {
  const ListQuery& query = asked.query;
  std::vector<std::pair<std::string, std::string>> kept;
  for (const auto& [name, value] : view_of(query.tab, query.sort, query.order, asked.screen))
    kept.emplace_back(name, value);
  return kept;
}

Url url_of(const Asked& asked, Url url) {
  const ListQuery& query = asked.query;
  url = view(std::move(url), query.tab, query.sort, query.order, asked.screen).with_query_of(filtered(query));
  if (query.cursor) url = url.query(query.direction == ListQuery::Direction::after ? "apres" : "avant", query.cursor);
  return url;
}

Addresses::Addresses(const Asked& asked) : asked_(asked), filtered_(filtered(asked.query)) {}

Url Addresses::tab(std::optional<file::State> tab) const {
  const ListQuery& query = asked_.query;
  return view("/reparateurs", tab, query.sort, query.order, asked_.screen).with_query_of(filtered_);
}

Url Addresses::sorted_by(Column column) const {
  const ListQuery& query = asked_.query;
  const bool again = query.sort == column && query.order == Order::ascending;
  return view("/reparateurs", query.tab, column, again ? Order::descending : Order::ascending, asked_.screen)
      .with_query_of(filtered_);
}

Url Addresses::screen(Screen screen) const {
  const ListQuery& query = asked_.query;
  return view("/reparateurs", query.tab, query.sort, query.order, screen).with_query_of(filtered_);
}

Asked first_page(Asked asked) {
  asked.query.cursor = {};
  asked.query.direction = ListQuery::Direction::after;
  return asked;
}

Asked unfiltered(Asked asked) {
  asked.query.search.clear();
  asked.query.filters = {};
  return first_page(std::move(asked));
}

Asked with_tab(Asked asked, std::optional<file::State> tab) {
  asked.query.tab = tab;
  return first_page(std::move(asked));
}

std::vector<web::ui::Chip> chips_of(const Asked& asked) {
  std::vector<web::ui::Chip> chips;
  if (asked.query.tab)
    chips.push_back({"État", std::string(label(*asked.query.tab)), url_of(with_tab(asked, std::nullopt))});
  if (asked.query.filters == Filters{} && asked.query.search.empty()) return chips;
  for (const Held& filter : held) {
    if (filter.in_url(asked.query.filters).empty()) continue;
    Asked without = first_page(asked);
    filter.drop(without.query.filters);
    chips.push_back({std::string(label(filter.column)), filter.shown(asked.query.filters), url_of(without)});
  }
  if (!asked.query.search.empty()) {
    Asked without = first_page(asked);
    without.query.search.clear();
    chips.push_back({"Recherche", asked.query.search, url_of(without)});
  }
  return chips;
}

std::string_view slug_of(file::Documents documents) {
  for (const auto& [choice, slug] : document_choices)
    if (choice == documents) return slug;
  return {};
}

std::string iso(const std::optional<base::Day>& day) { return day ? day->iso() : std::string(); }

std::string typed(const std::optional<base::Money>& amount) {
  return amount ? base::french::ungrouped(*amount) : std::string();
}

std::string dashed(base::Day day) { return dashed(day.iso()); }

std::string dashed(std::string_view iso) {
  std::string text(iso.substr(8, 2));
  return text.append("-").append(iso.substr(5, 2)).append("-").append(iso.substr(0, 4));
}

}  // namespace motor::list
