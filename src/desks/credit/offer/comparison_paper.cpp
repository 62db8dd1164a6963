#include "desks/credit/offer/comparison_paper.hpp"

#include "base/french.hpp"
#include "desks/credit/offer/comparison_view.hpp"
#include "floor/papers/paper.hpp"
#include "floor/tables/writing.hpp"

namespace credit::offer {
namespace {

namespace french = base::french;
using papers::PaperTable;
using papers::Side;
using papers::Tone;
using papers::Weight;

PaperTable table_of(const Comparison& comparison, std::string first) {
  PaperTable table{.columns = {{std::move(first), 3}}, .rows = {}};
  for (const auto& one : comparison.offers) table.columns.push_back({one.offer.insurer_name, 2, Side::end});
  return table;
}

void add_figures(PaperTable& table, const Comparison& comparison, std::span<const FigureRow> rows) {
  for (const auto& row : rows) {
    if (!tells(comparison, row)) continue;
    papers::PaperRow written{.cells = {std::string(row.label)}};
    const auto place = row.rated ? best(comparison, *row.rated) : std::nullopt;
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
      const std::string text = row.written(comparison.offers[i]);
      written.cells.emplace_back(place == i ? "★\u00a0" + text : text, place == i ? Tone::good : Tone::none);
    }
    if (row.rated == Figure::total) written.weight = Weight::strong;
    table.rows.push_back(std::move(written));
  }
}

PaperTable clauses(const Comparison& comparison, Group group) {
  PaperTable table = table_of(comparison, std::string(label(group)));
  for (const auto& line : comparison.clauses) {
    if (line.group != group) continue;
    const bool differs = line.standing == ComparedLine::Standing::differs;
    papers::PaperRow row{.cells = {(differs ? "≠\u00a0" : "") + line.label}};
    for (const auto& value : line.values)
      row.cells.emplace_back(value.empty() ? "—" : value, differs ? Tone::warn : Tone::none);
    table.rows.push_back(std::move(row));
  }
  return table;
}

// Who covers whom, of the largest buyers: the matrix as it prints.
void add_largest(papers::Paper& paper, const Comparison& comparison) {
  if (comparison.offers.empty() || comparison.largest_names.empty()) return;
  PaperTable table{.columns = {{"Acheteur", 4}, {"Encours", 2, Side::end}}, .rows = {}};
  for (const auto& one : comparison.offers) table.columns.push_back({one.offer.insurer_name, 2, Side::end});
  for (std::size_t i = 0; i < comparison.largest_names.size(); ++i) {
    const auto exposure = comparison.offers.front().cover.exposures.at(i);
    papers::PaperRow row{.cells = {comparison.largest_names[i], french::euros(exposure)}};
    for (const auto& one : comparison.offers) {
      const auto covered = one.cover.grants.at(i).limit;
      if (one.cover.answers == Cover::Answers::none || covered.cents == 0)
        row.cells.emplace_back("—");
      else
        row.cells.emplace_back(french::euros(covered), covered < exposure ? Tone::warn : Tone::good);
    }
    table.rows.push_back(std::move(row));
  }
  const auto named = static_cast<std::int64_t>(comparison.largest_names.size());
  paper.heading("Qui couvre qui");
  paper.paragraph(named < comparison.buyers
                      ? "Les " + std::to_string(named) + " plus gros encours sur " +
                            french::integer(comparison.buyers) + ", et ce que chaque assureur en couvre."
                      : "Chaque acheteur, et ce que chaque assureur en couvre.");
  paper.table(std::move(table));
}

// As a number where the figure is an amount, so that a workbook can add it up.
tables::Value value_of(const std::string& written) {
  if (written.ends_with("€"))
    if (const auto amount = base::parse_money(written)) return *amount;
  return written;
}

void add_why(papers::Paper& paper, const Comparison& comparison) {
  const auto why = why_it_pays(comparison, usual_margin.value());
  if (!why) return;
  paper.heading("Pourquoi se couvrir");
  paper.paragraph("Perdre le plus gros encours, " + french::euros(why->unpaid) + ", demande " +
                  french::euros(why->sales) + " de ventes nouvelles à " + french::percent(usual_margin.value()) +
                  " de marge. La prime, elle, est une charge déductible : son coût après impôt est donné ci-dessus.");
}

std::string cover_sentence(const Comparison& comparison) {
  return "Test à blanc : " + french::plural(comparison.buyers, "acheteur", "acheteurs") + ", " +
         french::euros(comparison.asked) + " d’encours" +
         (comparison.unidentified > 0 ? ", dont " + french::plural(comparison.unidentified, "acheteur", "acheteurs") +
                                            " sans identifiant, qu’aucun assureur ne peut étudier"
                                      : std::string()) +
         ". Une étoile marque la meilleure valeur d’une ligne ; ≠ marque une clause sur laquelle les offres "
         "diffèrent.";
}

}  // namespace

std::string comparison_pdf(const Comparison& comparison, const std::string& broker, base::Instant now) {
  const auto& placement = comparison.placement;
  papers::Paper paper(
      {.title = "Comparatif des offres d’assurance-crédit",
       .author = broker,
       .subject = placement.reference,
       .made = now,
       .footer = broker + " · " + placement.reference + " · " + french::day_medium(base::paris::day_of(now)),
       .orientation = comparison.offers.size() > 3 ? papers::Orientation::landscape : papers::Orientation::portrait});
  paper.letterhead({.sender = {broker, "Courtier en assurance-crédit"},
                    .recipient = {placement.company.name, placement.contact.name}});
  paper.title("Comparatif des offres");
  paper.paragraph(cover_sentence(comparison));
  paper.heading("Ce que chacun couvre");
  auto cover = table_of(comparison, "Garantie");
  add_figures(cover, comparison, cover_rows());
  paper.table(std::move(cover));
  add_largest(paper, comparison);
  paper.heading("Ce que cela coûte");
  auto cost = table_of(comparison, "Par an");
  add_figures(cost, comparison, cost_rows());
  paper.table(std::move(cost));
  add_why(paper, comparison);
  paper.heading("Clauses côte à côte");
  for (const Group group : {Group::price, Group::cover, Group::losses, Group::delays})
    paper.table(clauses(comparison, group));
  std::string validity;
  for (const auto& one : comparison.offers)
    validity += (validity.empty() ? "" : " ; ") + one.offer.insurer_name + " jusqu’au " + day_until(one, now);
  paper.note("Offres valables : " + validity +
             ". Les chiffres viennent des réponses des assureurs ; seule la police fait foi.");
  return paper.finish();
}

std::string comparison_workbook(const Comparison& comparison) {
  std::vector<tables::Column> columns{{.key = "group", .label = "Rubrique"}, {.key = "line", .label = "Critère"}};
  for (const auto& one : comparison.offers)
    columns.push_back({.key = one.offer.insurer, .label = one.offer.insurer_name});
  const auto writer = tables::open_writer(tables::Format::xlsx, "Comparatif", columns);
  const auto figures = [&](std::string_view group, std::span<const FigureRow> rows) {
    for (const auto& row : rows) {
      if (!tells(comparison, row)) continue;
      tables::Row line{std::string(group), std::string(row.label)};
      for (const auto& one : comparison.offers) line.push_back(value_of(row.written(one)));
      writer->add(line);
    }
  };
  figures("Ce que chacun couvre", cover_rows());
  figures("Ce que cela coûte", cost_rows());
  for (const auto& clause : comparison.clauses) {
    tables::Row line{std::string(label(clause.group)), clause.label};
    for (const auto& value : clause.values) line.emplace_back(value.empty() ? "—" : value);
    writer->add(line);
  }
  return writer->finish();
}

}  // namespace credit::offer
