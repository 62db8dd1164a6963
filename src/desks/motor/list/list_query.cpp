#include "desks/motor/list/list_query.hpp"

#include <fmt/format.h>

#include <functional>

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
  std::string in_url;
  std::string shown;
  std::function<void(Filters&)> drop;
};

std::vector<Held> held(const Filters& filters) {
  const auto day = [](std::string_view word, const std::optional<base::Day>& at) {
    return at ? std::string(word) + " " + dashed(*at) : std::string();
  };
  const auto euros = [](std::string_view word, const std::optional<base::Money>& amount) {
    return amount ? std::string(word) + " " + base::french::euros(*amount) : std::string();
  };
  std::vector<Held> all{
      {"documents", Column::documents, std::string(slug_of(filters.documents)),
       std::string(words_of(filters.documents)), [](Filters& f) { f.documents = Documents::any; }},
      {"sinistre_du", Column::claim_day, iso(filters.claim_from), day("à partir du", filters.claim_from),
       [](Filters& f) { f.claim_from.reset(); }},
      {"sinistre_au", Column::claim_day, iso(filters.claim_to), day("jusqu’au", filters.claim_to),
       [](Filters& f) { f.claim_to.reset(); }},
      {"expertise_du", Column::inspection_day, iso(filters.inspection_from),
       day("à partir du", filters.inspection_from), [](Filters& f) { f.inspection_from.reset(); }},
      {"expertise_au", Column::inspection_day, iso(filters.inspection_to), day("jusqu’au", filters.inspection_to),
       [](Filters& f) { f.inspection_to.reset(); }},
      {"numero", Column::reference, filters.reference, filters.reference, [](Filters& f) { f.reference.clear(); }},
      {"assure", Column::insured, filters.insured, filters.insured, [](Filters& f) { f.insured.clear(); }},
      {"vehicule", Column::vehicle, filters.vehicle, filters.vehicle, [](Filters& f) { f.vehicle.clear(); }},
      {"immatriculation", Column::plate, filters.plate, filters.plate, [](Filters& f) { f.plate.clear(); }},
      {"assurance", Column::insurer, filters.insurer, filters.insurer, [](Filters& f) { f.insurer.clear(); }},
      {"chiffrage_min", Column::amount, typed(filters.amount_from), euros("au moins", filters.amount_from),
       [](Filters& f) { f.amount_from.reset(); }},
      {"chiffrage_max", Column::amount, typed(filters.amount_to), euros("au plus", filters.amount_to),
       [](Filters& f) { f.amount_to.reset(); }},
      {"siret", Column::siret, filters.siret, filters.siret, [](Filters& f) { f.siret.clear(); }},
      {"cabinet", Column::cabinet, filters.cabinet, filters.cabinet, [](Filters& f) { f.cabinet.clear(); }},
  };
  return all;
}

Filters filters_of(const Fields& fields) {
  Filters filters;
  filters.documents = documents_of(fields.get("documents"));
  filters.claim_from = base::Day::from_iso(fields.get("sinistre_du"));
  filters.claim_to = base::Day::from_iso(fields.get("sinistre_au"));
  filters.inspection_from = base::Day::from_iso(fields.get("expertise_du"));
  filters.inspection_to = base::Day::from_iso(fields.get("expertise_au"));
  filters.reference = text(fields, "numero");
  filters.insured = text(fields, "assure");
  filters.vehicle = text(fields, "vehicule");
  filters.plate = text(fields, "immatriculation");
  filters.insurer = text(fields, "assurance");
  filters.amount_from = base::parse_money(fields.get("chiffrage_min"));
  filters.amount_to = base::parse_money(fields.get("chiffrage_max"));
  if (const auto siret = base::Siret::parse(fields.get("siret"))) filters.siret = siret->text();
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
  query.filters = filters_of(fields);
  if (!fields.get("apres").empty()) query.cursor = visit::typed_id<FileId>(fields.get("apres"));
  if (!fields.get("avant").empty()) {
    query.cursor = visit::typed_id<FileId>(fields.get("avant"));
    query.direction = ListQuery::Direction::before;
  }
  if (fields.get("ecran") == "plein") asked.screen = Screen::full;
  return asked;
}

std::vector<std::pair<std::string, std::string>> kept_of(const Asked& asked) {
  std::vector<std::pair<std::string, std::string>> kept;
  const auto& query = asked.query;
  if (query.tab) kept.emplace_back("etat", slug(*query.tab));
  if (query.sort) kept.emplace_back("tri", slug(*query.sort));
  if (query.sort && query.order == Order::descending) kept.emplace_back("sens", "decroissant");
  if (asked.screen == Screen::full) kept.emplace_back("ecran", "plein");
  return kept;
}

Url url_of(const Asked& asked, Url url) {
  const ListQuery& query = asked.query;
  // Names live as long as the program; values are written into the address at once.
  for (const auto& [name, value] : kept_of(asked)) url = url.query(name, value);
  if (query.filters != Filters{})
    for (const auto& filter : held(query.filters))
      if (!filter.in_url.empty()) url = url.query(filter.name, filter.in_url);
  if (!query.search.empty()) url = url.query("q", query.search);
  if (query.cursor) url = url.query(query.direction == ListQuery::Direction::after ? "apres" : "avant", query.cursor);
  return url;
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

Asked sorted_by(Asked asked, Column column) {
  auto& query = asked.query;
  const bool again = query.sort == column && query.order == Order::ascending;
  query.sort = column;
  query.order = again ? Order::descending : Order::ascending;
  return first_page(std::move(asked));
}

std::vector<web::ui::Chip> chips_of(const Asked& asked) {
  std::vector<web::ui::Chip> chips;
  if (asked.query.tab)
    chips.push_back({"État", std::string(label(*asked.query.tab)), url_of(with_tab(asked, std::nullopt))});
  if (asked.query.filters == Filters{} && asked.query.search.empty()) return chips;
  for (const auto& filter : held(asked.query.filters)) {
    if (filter.in_url.empty()) continue;
    Asked without = first_page(asked);
    filter.drop(without.query.filters);
    chips.push_back({std::string(label(filter.column)), filter.shown, url_of(without)});
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
  if (!amount) return {};
  return fmt::format("{},{:02}", amount->cents / 100, amount->cents % 100);
}

std::string dashed(base::Day day) { return dashed(day.iso()); }

std::string dashed(std::string_view iso) {
  std::string text(iso.substr(8, 2));
  return text.append("-").append(iso.substr(5, 2)).append("-").append(iso.substr(0, 4));
}

}  // namespace motor::list
