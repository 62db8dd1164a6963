// Best ten of 100 000 tradesmen for a lot (W11), on SQLite: the time of a search beside that of reading one firm by its
// key in the same run, which is the ratio to look at. Firms stand in communes as people do, with one to four trades.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
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
    database_ = db::open("sqlite:" + (folder_ / "mandat.db").string());
    db::migrate(*database_, db::embedded_migrations());
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
  identity::OrganisationId any_firm() { return added_[random_.next_u64() % added_.size()]; }

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
    const auto id = identity::create_organisation(act, {.name = "Entreprise " + std::to_string(added_.size()),
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
    insert(act.tx,
           {.organisation = id,
            .base_postal_code = std::string(commune.postal_code),
            .base_name = std::string(commune.name),
            .lat_e6 = commune.point.lat_e6,
            .lon_e6 = commune.point.lon_e6,
            .radius_m = 10'000 + 5'000 * below(11),
            .record = {.asked = asked,
                       .answered = answered,
                       .answer_minutes = answered * below(2880),
                       .accepted = answered,
                       .closed = answered / 2,
                       .live = 0}},
           coverages);
    if (below(10) == 0) tradesman::add_absence(act, id, *base::Day::of(2026, 11, 1), *base::Day::of(2026, 12, 15));
    added_.push_back(id);
  }

  base::FixedClock clock_{*base::instant_from_iso_utc("2026-11-23T09:00:00Z")};
  base::SeededRandom random_{1};
  base::IdSource ids_{clock_, random_};
  Populated populated_;
  std::filesystem::path folder_;
  std::unique_ptr<db::Database> database_;
  std::vector<identity::OrganisationId> added_;
};

World& world() {
  static World made;
  return made;
}

void one_firm_by_key(benchmark::State& state) {
  auto& here = world();
  for (auto _ : state)
    here.database().read([&](db::Transaction& tx) { benchmark::DoNotOptimize(tradesman::find(tx, here.any_firm())); });
}
BENCHMARK(one_firm_by_key)->Unit(benchmark::kMicrosecond);

void best_ten_where_people_live(benchmark::State& state) {
  auto& here = world();
  for (auto _ : state)
    here.database().read([&](db::Transaction& tx) {
      benchmark::DoNotOptimize(matching::find(tx, here.any_claim(here.any_commune()), here.any_lot(), here.now(), 10));
    });
}
BENCHMARK(best_ten_where_people_live)->Unit(benchmark::kMicrosecond);

void best_ten_in_paris(benchmark::State& state) {
  auto& here = world();
  const auto* paris = places::find("75111", "75011");
  for (auto _ : state)
    here.database().read([&](db::Transaction& tx) {
      benchmark::DoNotOptimize(matching::find(tx, here.any_claim(*paris), here.any_lot(), here.now(), 10));
    });
}
BENCHMARK(best_ten_in_paris)->Unit(benchmark::kMicrosecond);

void fifty_excluded(benchmark::State& state) {
  auto& here = world();
  for (auto _ : state)
    here.database().read([&](db::Transaction& tx) {
      benchmark::DoNotOptimize(
          matching::find_excluded(tx, here.any_claim(here.any_commune()), here.any_lot(), here.now(), 50));
    });
}
BENCHMARK(fifty_excluded)->Unit(benchmark::kMicrosecond);

}  // namespace
