#include "desks/credit/blind_test/asked_amounts.hpp"

#include <algorithm>
#include <charconv>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/blind_test/asked_list.hpp"
#include "desks/credit/portfolio/buyers_table.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "floor/tables/reading.hpp"

namespace credit::blind_test {
namespace {

using tables::Kind;
using tables::Need;

constexpr tables::Column columns[] = {
    {.key = "identifier",
     .label = "SIREN ou registre",
     .need = Need::value,
     .other_names =
         "siren;siret;identifiant;registre;n° siren;numéro siren;siren/siret;siren ou siret;n° de registre;id",
     .most = 40},
    {.key = "asked",
     .label = "Montant",
     .kind = Kind::amount,
     .need = Need::value,
     .other_names = "montant à demander;à demander;encours demandé;encours;encours maximal;limite;limite demandée;"
                    "amount;exposure"},
    {.key = "country", .label = "Pays", .other_names = "code pays;country;pays de l’acheteur", .most = 60},
    {.key = "name", .label = "Acheteur", .other_names = "nom;raison sociale;client;société;name", .most = 120},
};

std::optional<std::int64_t> buyer_of_field(std::string_view name) {
  if (!name.starts_with(amount_prefix)) return std::nullopt;
  name.remove_prefix(amount_prefix.size());
  std::int64_t buyer = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), buyer);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return buyer;
}

std::string key_of(std::string_view country, std::string_view identifier) {
  return std::string(country) + " " + std::string(identifier);
}

class Known {
 public:
  explicit Known(const std::vector<TestLine>& lines) {
    for (const TestLine& line : lines) {
      by_key_.emplace(key_of(line.country, line.identifier), &line);
      countries_.insert(line.country);
    }
  }
  const TestLine* find(std::string_view country, std::string_view identifier) const {
    const auto found = by_key_.find(key_of(country, identifier));
    return found == by_key_.end() ? nullptr : found->second;
  }
  // By an identifier as typed; where no country is named, of the only one that has it.
  const TestLine* find(const tables::Cell& cell, const std::optional<std::string>& country) const {
    const TestLine* only = nullptr;
    for (const std::string& each : countries_) {
      if (country && *country != each) continue;
      const auto identifier = portfolio::identifier_of(each, portfolio::identifier_text(cell, each));
      const TestLine* line = identifier ? find(each, *identifier) : nullptr;
      if (line != nullptr && only != nullptr) return nullptr;
      if (line != nullptr) only = line;
    }
    return only;
  }

 private:
  std::unordered_map<std::string, const TestLine*> by_key_;
  std::unordered_set<std::string> countries_;
};

struct Row {
  const TestLine* line;
  base::Money asked;
};

class ListReader {
 public:
  explicit ListReader(const std::vector<TestLine>& lines) : known_(lines) {}

  Row read(tables::RowReader& row) {
    Row read{nullptr, row.amount("asked").value_or(base::Money{})};
    if (row.sound() && read.asked.cents <= 0) row.refuse("asked", {bad_amount_cell});
    std::optional<std::string> country;
    if (const auto typed = row.text("country")) {
      country = portfolio::country_of(*typed);
      if (!country) row.refuse("country", {portfolio::unknown_country});
    }
    const tables::Cell* cell = row.cell("identifier");
    if (cell == nullptr || !row.sound()) return read;
    read.line = known_.find(*cell, country);
    if (read.line == nullptr) {
      row.refuse("identifier", {not_of_this_list});
      return read;
    }
    const auto [before, first] = lines_.emplace(read.line->buyer, row.line());
    if (!first) row.refuse("identifier", {asked_twice, {}, {std::to_string(before->second)}});
    return read;
  }

 private:
  Known known_;
  std::unordered_map<std::int64_t, int> lines_;  // of each buyer
};

struct List {
  tables::Grid grid;
  tables::Mapping mapping;
};

// The file when one was chosen, else what was pasted; null: neither.
base::Outcome<std::optional<List>> sent_list(const web::Request& request) {
  const auto named = [](base::Refusals refusals, std::string_view field) {
    for (auto& refusal : refusals) refusal.field = field;
    return refusals;
  };
  const auto file = std::find_if(request.files.begin(), request.files.end(),
                                 [](const auto& each) { return each.field == file_field && each.size > 0; });
  const bool of_file = file != request.files.end();
  const auto pasted = request.form.get(list_field);
  if (!of_file && base::trim(pasted).empty()) return std::optional<List>();
  auto grid = of_file ? tables::read_upload(*file) : tables::read_paste(pasted, list_field);
  if (!grid) return named(grid.refusals(), of_file ? file_field : list_field);
  const auto mapping = of_file ? tables::map_header(*grid, columns) : tables::map_paste(*grid, columns);
  if (!mapping) return named(mapping.refusals(), of_file ? file_field : list_field);
  return std::optional(List{std::move(grid).value(), *mapping});
}

std::string as_pasted(const tables::Line& line) {
  std::string text;
  for (std::size_t i = 0; i < line.cells.size(); ++i) text += (i == 0 ? "" : "\t") + line.cells[i].text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text + "\n";
}

// The rows that were not taken, below the header if there was one.
std::string left_over(const List& list, const tables::Taken<Row>& read) {
  if (read.problems.rows == 0) return {};
  std::unordered_set<int> good;
  for (const auto& [line, row] : read.rows) good.insert(line);
  std::string left;
  for (std::size_t i = list.mapping.first_row == 0 ? 0 : list.mapping.first_row - 1; i < list.grid.lines.size(); ++i)
    if (!good.contains(list.grid.lines[i].number)) left += as_pasted(list.grid.lines[i]);
  return left;
}

// The form without its list; each amount in the field of its buyer.
web::Fields rewritten(const web::Fields& form, const TypedAmounts& amounts, const std::vector<TestLine>& known) {
  web::Fields made;
  for (const auto& [name, value] : form.pairs())
    if (!buyer_of_field(name) && name != carried_field && name != list_field) made.add(name, value);
  for (const TestLine& line : known)
    if (const std::string* typed = amounts.of(line)) made.add(amount_field(line), *typed);
  return made;
}

web::Fields without(const web::Fields& form, std::string_view field) {
  web::Fields made;
  for (const auto& [name, value] : form.pairs())
    if (name != field) made.add(name, value);
  return made;
}

}  // namespace

TypedAmounts::TypedAmounts(const web::Fields& form, const std::vector<TestLine>& known) {
  const auto far = form.get(carried_field);
  if (!far.empty()) {
    const Known by_identifier(known);
    for (const auto row : base::split(far, '\n')) {  // country, identifier, amount as typed
      const auto first = row.find(' '), second = first == row.npos ? row.npos : row.find(' ', first + 1);
      if (second == row.npos) continue;
      const TestLine* line = by_identifier.find(row.substr(0, first), row.substr(first + 1, second - first - 1));
      if (line != nullptr) set(*line, std::string(base::trim(row.substr(second + 1))));
    }
  }
  for (const auto& [name, value] : form.pairs())
    if (const auto buyer = buyer_of_field(name)) typed_[*buyer] = value;
}

const std::string* TypedAmounts::of(const TestLine& line) const {
  const auto found = typed_.find(line.buyer);
  return found == typed_.end() ? nullptr : &found->second;
}

std::string carried(const std::vector<const TestLine*>& lines, const TypedAmounts& amounts) {
  std::string text;
  for (const TestLine* line : lines) text += line->country + " " + line->identifier + " " + *amounts.of(*line) + "\n";
  return text;
}

base::Outcome<ListTaken> with_list(const web::Request& request, const std::vector<TestLine>& known) {
  const auto list = sent_list(request);
  if (!list) return list.refusals();
  TypedAmounts amounts(request.form, known);
  if (!*list) return ListTaken{rewritten(request.form, amounts, known)};
  ListReader reader(known);
  auto read = tables::take_rows<Row>((*list)->grid, (*list)->mapping, columns,
                                     [&](tables::RowReader& row) { return reader.read(row); });
  const bool only = request.form.get(only_list_field) == "oui";
  if (only) {
    amounts = {};  // the largest are left out by an empty field, the others by not being asked for
    for (std::size_t i = 0; i < std::min<std::size_t>(known.size(), buyers_on_form); ++i) amounts.set(known[i], "");
  }
  for (const auto& [number, row] : read.rows) amounts.set(*row.line, base::french::ungrouped(row.asked));
  // Done once: the rows that are to be corrected come after the others and do not drive them out.
  const web::Fields form = only ? without(without(request.form, "reste"), only_list_field) : request.form;
  ListTaken taken{rewritten(form, amounts, known), read.rows.size(), read.problems};
  taken.form.add(std::string(list_field), left_over(**list, read));
  return taken;
}

Search found_in(const std::vector<TestLine>& known, std::string_view typed) {
  const std::string folded = base::fold(typed);
  std::vector<std::string_view> words;
  for (const auto word : base::split(folded, ' '))
    if (!word.empty()) words.push_back(word);
  Search search;
  if (words.empty()) return search;
  for (const TestLine& line : known) {
    const std::string text = base::fold(line.name) + " " + base::fold(line.identifier);
    if (!std::all_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; }))
      continue;
    if (search.found.size() == most_found) {
      search.more = true;
      break;
    }
    search.found.insert(line.buyer);
  }
  return search;
}

web::Fields with_found(const web::Fields& form, const std::vector<TestLine>& known) {
  TypedAmounts amounts(form, known);
  const bool others = form.get("reste") == "oui";
  const Search search = found_in(known, form.get(search_field));
  for (std::size_t i = buyers_on_form; i < known.size(); ++i)
    if (search.found.contains(known[i].buyer) && amounts.of(known[i]) == nullptr)
      amounts.set(known[i], others ? base::french::ungrouped(known[i].asked) : std::string());
  web::Fields made = rewritten(form, amounts, known);
  made.add(std::string(list_field), std::string(form.get(list_field)));
  return made;
}

}  // namespace credit::blind_test
