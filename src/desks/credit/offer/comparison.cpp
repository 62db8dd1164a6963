#include "desks/credit/offer/comparison.hpp"

#include "base/french.hpp"
#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/insurer/insurer_words.hpp"

namespace credit::offer {
namespace {

namespace french = base::french;
using blind_test::KeptAnswer;
using blind_test::SubmissionId;

struct Answers {
  std::vector<blind_test::TestLine> lines;
  std::vector<blind_test::Submission> submissions;
  std::map<std::int64_t, std::vector<KeptAnswer>> by_submission;
};

Answers answers_of(db::Transaction& tx, PlacementId id) {
  Answers answers;
  const auto test = blind_test::latest_of(tx, id);
  if (!test) return answers;
  answers.lines = blind_test::lines_of(tx, test->id);
  answers.submissions = blind_test::submissions_of(tx, test->id);
  for (auto& [submission, answer] : blind_test::answers_of(tx, test->id))
    answers.by_submission[submission.value].push_back(std::move(answer));
  return answers;
}

void count(Cover& cover, const KeptAnswer& answer, base::Money asked, base::Day today) {
  using blind_test::State;
  const auto state = blind_test::state_of(answer, asked, today);
  if (state == State::insolvency_only) cover.insolvency_only += std::min(answer.amount, asked);
  if (state != State::granted && state != State::partial) return;
  auto& grant = cover.grants.at(static_cast<std::size_t>(answer.line) - 1);
  grant.limit = blind_test::covered(answer, asked, today);
  if (answer.valid_until && (!cover.valid_until || *answer.valid_until < *cover.valid_until))
    cover.valid_until = answer.valid_until;
}

Cover cover_of(const Answers& answers, const std::string& insurer, base::Day today) {
  Cover cover;
  for (const auto& line : answers.lines) cover.exposures.push_back(line.asked);
  cover.grants.resize(answers.lines.size());
  for (const auto& submission : answers.submissions) {
    if (submission.insurer != insurer) continue;
    const auto found = answers.by_submission.find(submission.id.value);
    if (found == answers.by_submission.end()) continue;
    cover.answers = Cover::Answers::some;
    for (const auto& answer : found->second)
      count(cover, answer, answers.lines.at(static_cast<std::size_t>(answer.line) - 1).asked, today);
  }
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
  Comparison comparison{placement, {}, {}, {}, 0, {}, {}};
  const auto answers = answers_of(tx, placement.id);
  comparison.buyers = static_cast<std::int64_t>(answers.lines.size());
  for (const auto& line : answers.lines) {
    comparison.asked += line.asked;
    comparison.largest = std::max(comparison.largest, line.asked);
  }
  auto offers = offers_of(tx, placement.id);
  auto rounds = last_rounds_of(tx, placement.id);
  MANDAT_ASSERT(offers.size() == rounds.size());
  std::vector<Quote> quotes;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (offers[i].state == State::withdrawn) {
      comparison.withdrawn.push_back(offers[i]);
      continue;
    }
    auto cover = cover_of(answers, offers[i].insurer, today);
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
