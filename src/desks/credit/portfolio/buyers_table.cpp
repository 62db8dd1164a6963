#include "desks/credit/portfolio/buyers_table.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "floor/tables/refusals.hpp"

namespace credit::portfolio {
namespace {

using tables::Kind;
using tables::Need;

constexpr tables::Column columns[] = {
    {.key = "name",
     .label = "Acheteur",
     .need = Need::value,
     .other_names = "nom;raison sociale;client;dénomination;société;nom du client;buyer;customer;company;name",
     .most = text_limit},
    {.key = "identifier",
     .label = "SIREN ou registre",
     .need = Need::column,
     .other_names = "siren;siret;identifiant;registre;n° siren;numéro siren;siren/siret;siren ou siret;n° de registre;"
                    "identifiant national;id;registration number;vat;tva;n° tva;numéro de tva",
     .most = 40},
    {.key = "country", .label = "Pays", .other_names = "code pays;country;pays de l’acheteur", .most = 60},
    {.key = "exposure",
     .label = "Encours maximal",
     .kind = Kind::amount,
     .need = Need::value,
     .other_names = "encours;encours max;encours maximum;exposition;montant;limite demandée;exposure;maximum exposure;"
                    "encours en euros;encours (€)"},
    {.key = "terms",
     .label = "Délai (jours)",
     .other_names = "délai;délai de paiement;conditions;conditions de paiement;jours;terms;credit terms;days",
     .most = 40},
    {.key = "sector", .label = "Secteur", .other_names = "activité;naf;code naf;sector", .most = text_limit},
    {.key = "group", .label = "Groupe", .other_names = "groupe d’appartenance;group;maison mère", .most = text_limit},
};

// What people write where there is no number yet: "en cours d’immatriculation", "n/a", "-".
bool says_none(std::string_view typed) {
  constexpr std::string_view words[] = {"",      "en cours", "en attente", "a venir", "inconnu", "non connu", "neant",
                                        "aucun", "n a",      "na",         "n c",     "nc",      "n d",       "nd"};
  const std::string text = base::fold(typed);
  const std::string_view said = base::trim(text);
  return said.starts_with("en cours d ") || std::find(std::begin(words), std::end(words), said) != std::end(words);
}

class Reader {
 public:
  NewBuyer read(tables::RowReader& row) {
    NewBuyer buyer;
    buyer.name = row.text("name").value_or("");
    const auto country = country_of(row.text("country").value_or(""));
    if (!country) row.refuse("country", {unknown_country});
    buyer.country = country.value_or("FR");
    if (country) buyer.identifier = identifier(row, buyer.country);
    buyer.exposure = row.amount("exposure").value_or(base::Money{});
    if (buyer.exposure.cents < 0) row.refuse("exposure", {exposure_missing});
    const auto terms = terms_of(row.text("terms").value_or(""));
    if (!terms) row.refuse("terms", {bad_terms_cell});
    buyer.terms_days = terms.value_or(0);
    buyer.sector = row.text("sector").value_or("");
    buyer.group = row.text("group").value_or("");
    return buyer;
  }

 private:
  std::string identifier(tables::RowReader& row, const std::string& country) {
    const tables::Cell* cell = row.cell("identifier");
    if (cell == nullptr || says_none(cell->text)) return {};
    const auto found = identifier_of(country, identifier_text(*cell, country));
    if (!found) {
      row.refuse("identifier", found.refusal());
      return {};
    }
    if (found->empty()) return {};
    const auto [before, first] = lines_.emplace(country + " " + *found, row.line());
    if (!first) row.refuse("identifier", {named_twice, {}, {std::to_string(before->second)}});
    return *found;
  }

  std::unordered_map<std::string, int> lines_;  // of each identifier
};

}  // namespace

std::span<const tables::Column> buyer_columns() { return columns; }

std::string identifier_text(const tables::Cell& cell, std::string_view country) {
  constexpr std::size_t siren = 9, shortest = 6;
  const bool number = cell.kind == tables::CellKind::number && base::all_digits(cell.text);
  if (country != "FR" || !number || cell.text.size() >= siren || cell.text.size() < shortest) return cell.text;
  return std::string(siren - cell.text.size(), '0') + cell.text;
}

std::optional<int> terms_of(std::string_view typed) {
  constexpr int usual = 30;
  const std::string text = base::fold(typed);
  if (text.empty()) return usual;
  if (base::trim(typed).starts_with('-')) return std::nullopt;
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc() || days < 0 || days > longest_terms) return std::nullopt;
  const std::string_view unit =
      base::trim(std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)));
  for (const std::string_view known : {"", "j", "jour", "jours", "d", "days", "jours nets", "j nets"})
    if (unit == known) return days;
  for (const std::string_view month_end : {"fdm", "fin de mois"})
    if (unit.ends_with(month_end)) return days;
  return std::nullopt;
}

ReadBuyers read_buyers(const tables::Grid& grid, const tables::Mapping& mapping) {
  Reader reader;
  return tables::take_rows<NewBuyer>(grid, mapping, columns, [&](tables::RowReader& row) { return reader.read(row); });
}

void each_wrong_buyer(const tables::Grid& grid, const tables::Mapping& mapping,
                      const std::function<void(const tables::Line&, const tables::Problems&)>& take) {
  Reader reader;  // of all rows: an identifier is told at its second one
  for (std::size_t i = mapping.first_row; i < grid.lines.size(); ++i) {
    tables::Problems problems;
    tables::RowReader row(grid.lines[i], {mapping, columns, grid.dates}, problems);
    reader.read(row);
    if (!row.sound()) take(grid.lines[i], problems);
  }
}

}  // namespace credit::portfolio
