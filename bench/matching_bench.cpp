// Best ten of 100 000 tradesmen for a lot (W11), beside one plain SQL query that gives the same ten in the same order
// on the same engine: the two take turns, and the ratio of their medians is what to look at. Firms stand in communes as
// people do, with one to four trades. MANDAT_BENCH_DATABASE: where; a new file of SQLite when it is not set.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>

#include "base/clock.hpp"
#include "db/migrator.hpp"
#include "desks/works/matching/matching.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/places/communes.hpp"

namespace {

using namespace works;

constexpr int firms = 100'000;

// Where people live: the more a commune has, the more firms.
class Populated {
 public:
  Populated() {
    for (const auto& commune : places::communes()) {
      total_ += static_cast<std::uint64_t>(
          std::max(50, commune.city_population / (commune.city_population > 400'000 ? 16 : 1)));
      sums_.push_back(total_);
    }
  }
  const places::Commune& draw(base::Random& random) const {
    const auto at = std::upper_bound(sums_.begin(), sums_.end(), random.next_u64() % total_) - sums_.begin();
    return places::communes()[static_cast<std::size_t>(at)];
  }

 private:
  std::uint64_t total_ = 0;
  std::vector<std::uint64_t> sums_;
};

class World {
 public:
  World() : folder_(std::filesystem::temp_directory_path() / ("mandat-bench-" + std::to_string(random_.next_u64()))) {
    std::filesystem::create_directories(folder_);
    const char* given = std::getenv("MANDAT_BENCH_DATABASE");
    database_ = db::open(given != nullptr ? given : "sqlite:" + (folder_ / "mandat.db").string());
    db::migrate(*database_, db::embedded_migrations());
    // The plain statement is spared the reckoning: in this world ratings do not move.
    database_->write([](db::Transaction& tx) {
      tx.execute("CREATE TABLE bench_ratings (organisation_id BIGINT PRIMARY KEY, rating BIGINT NOT NULL)");
    });
    for (int done = 0; done < firms; done += 10'000)
      database_->write([&](db::Transaction& tx) {
        platform::Act act{tx, now(), ids_, {}};
        for (int i = 0; i < 10'000; ++i) add_firm(act);
      });
  }
  ~World() {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }

  base::Instant now() const { return clock_.now(); }
  db::Database& database() { return *database_; }

  claim::Claim any_claim(const places::Commune& commune) const {
    claim::Claim claim{};
    claim.place = {"",
                   std::string(commune.postal_code),
                   std::string(commune.insee),
                   std::string(commune.name),
                   commune.point.lat_e6,
                   commune.point.lon_e6,
                   "located",
                   commune.error_radius_m};
    claim.needed_from = base::paris::day_of(now());
    return claim;
  }
  lot::Lot any_lot() {
    lot::Lot lot{};
    lot.trades = {any_trade()};
    return lot;
  }
  const places::Commune& any_commune() { return populated_.draw(random_); }

 private:
  int below(int limit) { return static_cast<int>(random_.next_u64() % static_cast<std::uint64_t>(limit)); }
  std::string any_trade() { return std::string(trade::trades()[static_cast<std::size_t>(below(24))].slug); }

  void add_firm(platform::Act& act) {
    const auto id = identity::create_organisation(act, {.name = "Entreprise " + std::to_string(added_),
                                                        .kinds = {identity::OrganisationKind::tradesman}})
                        .value();
    const auto& commune = any_commune();
    const int asked = below(60), answered = asked == 0 ? 0 : below(asked + 1);
    std::vector<tradesman::Coverage> coverages;
    for (int left = 1 + below(4); left > 0; --left) {
      const auto slug = any_trade();
      if (!covers(coverages, slug, *base::Day::of(2026, 1, 1)))
        coverages.push_back({slug, *base::Day::of(2025, 1, 1), *base::Day::of(2026, 12, 31), "Axiom"});
    }
    const tradesman::Record record{.asked = asked,
                                   .answered = answered,
                                   .answer_minutes = answered * below(2880),
                                   .accepted = answered,
                                   .closed = answered / 2,
                                   .live = 0};
    insert(act.tx,
           {.organisation = id,
            .base_postal_code = std::string(commune.postal_code),
            .base_name = std::string(commune.name),
            .lat_e6 = commune.point.lat_e6,
            .lon_e6 = commune.point.lon_e6,
            .radius_m = 10'000 + 5'000 * below(11),
            .record = record},
           coverages);
    act.tx.execute("INSERT INTO bench_ratings (organisation_id, rating) VALUES (:id, :rating)",
                   {{"id", id}, {"rating", tradesman::rating_of(record, now(), {})}});
    if (below(10) == 0) tradesman::add_absence(act, id, *base::Day::of(2026, 11, 1), *base::Day::of(2026, 12, 15));
    ++added_;
  }

  base::FixedClock clock_{*base::instant_from_iso_utc("2026-11-23T09:00:00Z")};
  base::SeededRandom random_{1};
  base::IdSource ids_{clock_, random_};
  Populated populated_;
  std::filesystem::path folder_;
  std::unique_ptr<db::Database> database_;
  int added_ = 0;
};

World& world() {
  static World made;
  return made;
}

using Ids = std::vector<identity::OrganisationId>;

Ids ours(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot) {
  Ids ids;
  for (const auto& match : matching::find(tx, claim, lot, world().now(), 10)) ids.push_back(match.firm.organisation);
  return ids;
}

// What one would write without a matching: all conditions, the distance and the order in one statement. The firms of
// this world are absent for weeks, so that an absence either covers the five days asked for or does not matter.
Ids plain(db::Transaction& tx, const claim::Claim& claim, const lot::Lot& lot) {
  const auto first = claim.needed_from;
  return tx.rows(
      "SELECT organisation_id FROM (SELECT organisation_id, radius_m, rating, CAST(floor(2 * 6371008.8 * asin(sqrt("
      "sin(south / 2) * sin(south / 2) + cos(here) * cos(there) * sin(east / 2) * sin(east / 2)))) AS BIGINT) AS "
      "distance "
      "FROM (SELECT t.organisation_id, t.radius_m, r.rating, radians(CAST(t.lat_e6 - :lat AS DOUBLE PRECISION) / "
      "1000000) "
      "AS south, radians(CAST(t.lon_e6 - :lon AS DOUBLE PRECISION) / 1000000) AS east, "
      "radians(CAST(:lat AS DOUBLE PRECISION) / 1000000) AS here, "
      "radians(CAST(t.lat_e6 AS DOUBLE PRECISION) / 1000000) AS there FROM works_coverages c "
      "JOIN works_tradesmen t ON t.organisation_id = c.organisation_id "
      "JOIN bench_ratings r ON r.organisation_id = c.organisation_id WHERE c.trade = :trade AND "
      "c.valid_from <= :first AND c.valid_until >= :first AND t.state = 'active' AND NOT EXISTS (SELECT 1 FROM "
      "works_absences a WHERE a.organisation_id = t.organisation_id AND a.first_day <= :first AND a.last_day >= :last)"
      ") AS angles) "
      "AS near WHERE distance <= radius_m ORDER BY distance / 5000, rating DESC, distance, organisation_id LIMIT 10",
      {{"lat", claim.place.lat_e6},
       {"lon", claim.place.lon_e6},
       {"trade", lot.trades.front()},
       {"first", first},
       {"last", first + 4}},
      [](const db::Row& row) { return row.get<identity::OrganisationId>(0); });
}

// Of one run, in nanoseconds; the ten are left in `found`.
double timed(Ids (*way)(db::Transaction&, const claim::Claim&, const lot::Lot&), const claim::Claim& claim,
             const lot::Lot& lot, Ids& found) {
  const auto begun = std::chrono::steady_clock::now();
  found = world().database().read([&](db::Transaction& tx) { return way(tx, claim, lot); });
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begun).count();
}

double median(std::vector<double> all) {
  std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
  return all[all.size() / 2];
}

void side_by_side(benchmark::State& state, const std::function<const places::Commune&()>& somewhere) {
  std::vector<double> of_ours, of_plain;
  int same = 0;
  for (auto _ : state) {
    const auto claim = world().any_claim(somewhere());
    const auto lot = world().any_lot();
    Ids first, second;
    of_ours.push_back(timed(ours, claim, lot, first));
    of_plain.push_back(timed(plain, claim, lot, second));
    same += first == second ? 1 : 0;
  }
  state.counters["ratio"] = median(of_ours) / median(of_plain);
  state.counters["same"] = static_cast<double>(same) / static_cast<double>(of_ours.size());
}

void best_ten_where_people_live(benchmark::State& state) {
  side_by_side(state, []() -> const places::Commune& { return world().any_commune(); });
}
BENCHMARK(best_ten_where_people_live)->Iterations(300)->Unit(benchmark::kMicrosecond);

void best_ten_in_paris(benchmark::State& state) {
  side_by_side(state, []() -> const places::Commune& { return *places::find("75111", "75011"); });
}
BENCHMARK(best_ten_in_paris)->Iterations(300)->Unit(benchmark::kMicrosecond);

}  // namespace
