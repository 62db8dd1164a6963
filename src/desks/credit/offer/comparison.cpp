#include "desks/credit/offer/comparison.hpp"

#include "base/french.hpp"
#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/insurer/insurer_words.hpp"

namespace credit::offer {
namespace {

namespace french = base::french;

void count(Cover& cover, std::size_t line, const blind_test::Standing& standing, base::Money exposure,
           base::Day today) {
  using blind_test::State;
  if (!standing.answer) return;
  cover.answers = Cover::Answers::some;
  const auto state = state_of(standing, today);
  const auto within = std::min(standing.answer->amount, exposure);
  if (state == State::insolvency_only) cover.insolvency_only += within;
  if (state == State::expired) cover.ended += within;
  cover.grants.at(line).limit = covered(standing, exposure, today);
}

Cover cover_of(const blind_test::CoverList& list, const std::string& insurer, base::Day today) {
  Cover cover;
  for (const auto& line : list.lines) cover.exposures.push_back(line.asked);
  cover.grants.resize(list.lines.size());
  const auto* standings = list.of(insurer);
  if (standings == nullptr) return cover;
  for (std::size_t i = 0; i < standings->size(); ++i) count(cover, i, (*standings)[i], list.lines[i].asked, today);
  cover.valid_until = blind_test::first_to_end(*standings);
  return cover;
}

// Larger is better for cover, smaller for cost; null where it is not known.
std::optional<std::int64_t> merit(const ComparedOffer& one, Figure figure) {
  const auto& totals = one.figures.totals;
  if (figure == Figure::total) return -one.figures.premium.total.value.cents;
  if (one.cover.answers == Cover::Answers::none) return std::nullopt;
  switch (figure) {
    case Figure::covered:
      return totals.covered.value.cents;
    case Figure::top_covered:
      return totals.top_covered.value.cents;
    case Figure::usable:
      return totals.usable.value.cents;
    case Figure::cost_per_euro:
      if (totals.cost_per_covered_euro) return -totals.cost_per_covered_euro->value.e8;
      break;
    case Figure::total:
      break;
  }
  return std::nullopt;
}

}  // namespace

Comparison compare(db::Transaction& tx, const placement::Placement& placement, base::Day today) {
  Comparison comparison{.placement = placement};
  const auto list = blind_test::cover_list_of(tx, placement.id);
  comparison.buyers = static_cast<std::int64_t>(list.lines.size());
  for (const auto& line : list.lines) {
    comparison.asked += line.asked;
    comparison.largest = std::max(comparison.largest, line.asked);
    if (line.identifier.empty()) ++comparison.unidentified;
    if (comparison.largest_names.size() < most_named) comparison.largest_names.push_back(line.name);
  }
  auto offers = offers_of(tx, placement.id);
  comparison.owed = owed_quotes(list, blind_test::last_submissions(tx, placement.id), offers);
  auto rounds = last_rounds_of(tx, placement.id);
  MANDAT_ASSERT(offers.size() == rounds.size());
  std::vector<Quote> quotes;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (offers[i].state == State::withdrawn) {
      comparison.withdrawn.push_back(offers[i]);
      continue;
    }
    auto cover = cover_of(list, offers[i].insurer, today);
    auto figures = figures_of(rounds[i].round.quote, cover);
    MANDAT_ASSERT(figures.ok());  // the quote was judged when it was entered
    quotes.push_back(rounds[i].round.quote);
    comparison.offers.push_back(
        {std::move(offers[i]), std::move(rounds[i].round), std::move(cover), std::move(figures).value()});
  }
  comparison.clauses = compared(quotes);
  return comparison;
}

std::optional<Comparison> compare(db::Transaction& tx, PlacementId id, const identity::Actor& actor, base::Day today) {
  const auto placement = placement::find(tx, id, actor);
  if (!placement) return std::nullopt;
  return compare(tx, *placement, today);
}

std::optional<std::size_t> best(const Comparison& comparison, Figure figure) {
  std::optional<std::size_t> place;
  std::optional<std::int64_t> most, least;
  for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
    const auto value = merit(comparison.offers[i], figure);
    if (!value) continue;
    if (!most || *value > *most) {
      most = value;
      place = i;
    }
    if (!least || *value < *least) least = value;
  }
  return most != least ? place : std::nullopt;
}

std::string drafted_recommendation(const Comparison& comparison) {
  if (comparison.offers.empty()) return {};
  const auto place = best(comparison, Figure::usable).value_or(0);
  const auto& one = comparison.offers.at(place);
  const auto& totals = one.figures.totals;
  std::string text = "Nous recommandons l’offre " + of_insurer(one.offer.insurer_name);
  if (one.cover.answers == Cover::Answers::some && totals.share)
    text += " : elle couvre " + french::euros(totals.covered.value) + " d’encours sur " +
            french::euros(comparison.asked) + ", soit " +
            french::percent({totals.share->value.e8 / 100'000 * 100'000}) + ", et sa couverture utilisable est de " +
            french::euros(totals.usable.value);
  text += ", pour " + french::euros(one.figures.premium.total.value) + " par an, taxe et frais compris.";
  const auto cheapest = best(comparison, Figure::total);
  if (cheapest && *cheapest != place)
    text += " L’offre " + of_insurer(comparison.offers[*cheapest].offer.insurer_name) + " est moins chère (" +
            french::euros(comparison.offers[*cheapest].figures.premium.total.value) +
            ") mais couvre moins bien vos acheteurs.";
  else if (comparison.offers.size() > 1)
    text += " C’est aussi la moins chère des offres reçues.";
  return text;
}

}  // namespace credit::offer
