#include "desks/works/tradesman/rating_rules.hpp"

#include <algorithm>
#include <cstdint>

#include "base/french.hpp"
#include "desks/works/works_rules.hpp"

namespace works::tradesman {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W11.rating",
                "The part of the ranking without distance, 0 to 1000: response rate 300, response speed 200, closure "
                "record 250, current load 150, time since the last request 100"),
    MANDAT_RULE("W11.weights",
                "The operator may weigh the five criteria otherwise, 1000 together, and set the step of distance; with "
                "any other sum the program does not start"),
    MANDAT_RULE(
        "W11.newcomer",
        "Each share starts from four imagined requests or jobs, two of them well done: a newcomer stands in the "
        "middle, and one bad day does not sink a short record"),
    MANDAT_RULE("W11.silence", "A request left without answer counts as one answered at the end of its 48 hours"),
};

// 0 <= part <= whole, whole > 0.
struct Share {
  std::int64_t part, whole;
};

Share with_imagined_past(std::int64_t part, std::int64_t whole, std::int64_t unit) {
  const std::int64_t imagined = imagined_past.value() * unit;
  return {2 * part + imagined, 2 * (whole + imagined)};
}

// Half up.
int points_of(Share share, int weight) {
  return static_cast<int>((2 * weight * share.part + share.whole) / (2 * share.whole));
}

std::int64_t answer_limit_minutes() { return std::chrono::duration_cast<base::minutes>(answer_delay.value()).count(); }

int ended_jobs(const Record& record) { return std::max(0, record.accepted - record.live); }

std::string out_of(int part, int whole) {
  const auto rounded = (200 * std::int64_t{part} + whole) / (2 * std::int64_t{whole});
  return base::french::percent(base::Rate::percent(rounded)) + " (" + base::french::integer(part) + " sur " +
         base::french::integer(whole) + ")";
}

Share response_rate(const Record& record, base::Instant) {
  return with_imagined_past(record.answered, record.asked, 1);
}
std::string response_rate_text(const Record& record, base::Instant) {
  return record.asked == 0 ? "aucune demande encore" : out_of(record.answered, record.asked);
}

// The time left over when the firm answers, out of all the time it was given. The clock may have started again (W15),
// so that an answer may have taken longer than its 48 hours.
Share response_speed(const Record& record, base::Instant) {
  const std::int64_t limit = answer_limit_minutes();
  const std::int64_t spared = std::max<std::int64_t>(0, record.answered * limit - record.answer_minutes);
  return with_imagined_past(spared, record.asked * limit, limit);
}
std::string response_speed_text(const Record& record, base::Instant) {
  if (record.asked == 0) return "aucune demande encore";
  if (record.answered == 0) return "aucune réponse";
  return base::french::elapsed(base::minutes(record.answer_minutes / record.answered)) + " en moyenne";
}

Share closures(const Record& record, base::Instant) { return with_imagined_past(record.closed, ended_jobs(record), 1); }
std::string closures_text(const Record& record, base::Instant) {
  const int ended = ended_jobs(record);
  return ended == 0 ? "aucun chantier terminé encore" : out_of(record.closed, ended);
}

Share load(const Record& record, base::Instant) {
  const int full = full_load.value();
  return {std::clamp(full - record.live, 0, full), full};
}
std::string load_text(const Record& record, base::Instant) {
  if (record.live == 0) return "aucun chantier en cours";
  return base::french::plural(record.live, "chantier en cours", "chantiers en cours");
}

Share time_idle(std::optional<base::Instant> last_asked_at, base::Instant now) {
  const auto full = base::Duration(full_idleness.value()).count();
  if (!last_asked_at) return {full, full};
  return {std::clamp<std::int64_t>((now - *last_asked_at).count(), 0, full), full};
}
Share idleness(const Record& record, base::Instant now) { return time_idle(record.last_asked_at, now); }
std::string idleness_text(const Record& record, base::Instant now) {
  if (!record.last_asked_at) return "jamais sollicitée";
  const int days = base::paris::day_of(now) - base::paris::day_of(*record.last_asked_at);
  if (days <= 0) return "sollicitée aujourd’hui";
  return "sollicitée il y a " + base::french::plural(days, "jour", "jours");
}

struct Aspect {
  std::string_view name;
  int Weights::*weight;
  Share (*share)(const Record&, base::Instant);
  std::string (*text)(const Record&, base::Instant);
};
constexpr Aspect aspects[] = {
    {"Taux de réponse", &Weights::response_rate, response_rate, response_rate_text},
    {"Délai de réponse", &Weights::response_speed, response_speed, response_speed_text},
    {"Chantiers menés à terme", &Weights::closures, closures, closures_text},
    {"Charge actuelle", &Weights::load, load, load_text},
    {"Dernière demande", &Weights::idleness, idleness, idleness_text},
};

static_assert(response_rate_weight.standard + response_speed_weight.standard + closures_weight.standard +
                  load_weight.standard + idleness_weight.standard ==
              whole_rating);

}  // namespace

std::vector<Criterion> rating_criteria(const Record& record, base::Instant now, const Weights& weights) {
  std::vector<Criterion> criteria;
  for (const Aspect& aspect : aspects) {
    const int weight = weights.*aspect.weight;
    criteria.push_back({aspect.name, aspect.text(record, now), points_of(aspect.share(record, now), weight), weight});
  }
  return criteria;
}

int rating_of(const Record& record, base::Instant now, const Weights& weights) {
  return settled_rating(record, weights) + idleness_points(record.last_asked_at, now, weights);
}

int settled_rating(const Record& record, const Weights& weights) {
  int rating = 0;
  for (const Aspect& aspect : aspects)
    if (aspect.share != idleness) rating += points_of(aspect.share(record, {}), weights.*aspect.weight);
  return rating;
}

int idleness_points(std::optional<base::Instant> last_asked_at, base::Instant now, const Weights& weights) {
  return points_of(time_idle(last_asked_at, now), weights.idleness);
}

std::span<const base::Rule> rating_rules() { return rule_rows; }

}  // namespace works::tradesman
