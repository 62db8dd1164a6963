#include "desks/works/matching/live_firms.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "desks/works/trade/trade.hpp"
#include "desks/works/tradesman/tradesman.hpp"

namespace works::matching {
namespace {

using identity::OrganisationId;
using Marks = std::unordered_map<std::int64_t, std::int64_t>;  // of each firm's last change

// What a process that was stopped for a while may catch up on; one that missed more reads all firms again.
constexpr int kept_changes = 20'000;
constexpr int rounds_until_forgetting = 4'096;  // of the worker

std::uint8_t week_of(std::string_view weekdays) {
  std::uint8_t week = 0;
  for (int day = 0; day < 7; ++day)
    if (weekdays[static_cast<std::size_t>(base::Day{day}.weekday() - 1)] == '1')
      week = static_cast<std::uint8_t>(week | 1 << day);
  return week;
}

// Firms as they are read, made what the index takes.
class Intake {
 public:
  Intake(const Ranking& ranking, const Marks& marks) : ranking_(ranking), marks_(marks) {}

  tradesman::StandingReader reader() {
    return {.firm = [this](const tradesman::Standing& standing) { add(standing); },
            .covers =
                [this](OrganisationId firm, std::string_view trade, base::Day first, base::Day last) {
                  const auto number = number_of_trade(trade);
                  if (number != no_trade && left_.count(firm.value) == 0)
                    of(firm).covers.push_back({number, {first.since_epoch, last.since_epoch}});
                },
            .absent =
                [this](OrganisationId firm, base::Day first, base::Day last) {
                  of(firm).busy.push_back({first.since_epoch, last.since_epoch});
                }};
  }
  std::vector<IndexedFirm> take() { return std::move(firms_); }

 private:
  void add(const tradesman::Standing& standing) {
    const auto id = standing.organisation.value;
    const auto mark = marks_.find(id);
    at_[id] = firms_.size();
    if (standing.state == tradesman::State::left) left_.insert(id);  // found nowhere (W7): it covers nothing
    firms_.push_back({.id = id,
                      .base = standing.base,
                      .radius_m = standing.radius_m,
                      .rating = tradesman::settled_rating(standing.record, ranking_.weights),
                      .covers = {},
                      .busy = {},
                      .week = week_of(standing.weekdays),
                      .active = standing.state == tradesman::State::active && !standing.lapsed,
                      .last_asked = standing.record.last_asked_at,
                      .mark = mark == marks_.end() ? 0 : mark->second});
  }
  IndexedFirm& of(OrganisationId firm) { return firms_[at_.at(firm.value)]; }

  const Ranking& ranking_;
  const Marks& marks_;
  std::vector<IndexedFirm> firms_;
  std::unordered_map<std::int64_t, std::size_t> at_;
  std::unordered_set<std::int64_t> left_;
};

Marks marks_between(db::Transaction& tx, std::int64_t from, std::int64_t to) {
  Marks marks;
  for (const auto& change : tradesman::changes().between(tx, from, to)) marks[change.row] = change.mark;
  return marks;
}

std::vector<IndexedFirm> all_firms(db::Transaction& tx, const Ranking& ranking, const Marks& marks, base::Day since) {
  Intake intake(ranking, marks);
  tradesman::read_standings(tx, since, intake.reader());
  return intake.take();
}

// The firms as this snapshot has them instead of those that the index holds.
void add(db::Transaction& tx, const std::vector<OrganisationId>& ids, const Ranking& ranking, const Marks& marks,
         base::Day since, Differing& differing) {
  if (ids.empty()) return;
  Intake intake(ranking, marks);
  tradesman::read_standings(tx, ids, since, intake.reader());
  for (auto& firm : intake.take()) {
    tidy(firm);
    differing.firms.push_back(std::move(firm));
  }
  for (const auto id : ids) differing.ids.push_back(id.value);
  std::sort(differing.ids.begin(), differing.ids.end());
}

std::vector<OrganisationId> others(const std::vector<std::int64_t>& ids, const Differing& known) {
  std::vector<OrganisationId> missing;
  for (const auto id : ids)
    if (!std::binary_search(known.ids.begin(), known.ids.end(), id)) missing.push_back({id});
  return missing;
}

struct Rounds {
  std::atomic<int> count = 0;
};

}  // namespace

std::int32_t number_of_trade(std::string_view slug) {
  const auto* trade = trade::find(slug);
  return trade == nullptr ? no_trade : static_cast<std::int32_t>(trade - trade::trades().data());
}

bool LiveFirms::serves(const Moment& moment) const {
  const auto kept_from = moment.horizon.kept_from;
  const bool told_of_all = kept_from <= horizon_.from || kept_from == horizon_.kept_from;
  return index_ && horizon_.server == moment.horizon.server && told_of_all && filled_by_ == moment.ranking &&
         since_ <= moment.today;
}

void LiveFirms::fill(db::Transaction& tx, const Moment& moment) {
  {
    const std::shared_lock lock(mutex_);
    if (serves(moment)) return;
  }
  const std::unique_lock lock(mutex_);
  if (serves(moment)) return;  // another was quicker
  index_.emplace(all_firms(tx, moment.ranking, marks_between(tx, 0, moment.horizon.to), moment.today));
  horizon_ = moment.horizon;
  marked_from_ = moment.horizon.kept_from;
  filled_by_ = moment.ranking;
  since_ = moment.today;
}

// What has changed since the index was read, as this snapshot has it. A snapshot that sees more than all before passes
// it on to the index; another keeps it to itself.
LiveFirms::CaughtUp LiveFirms::catch_up(db::Transaction& tx, const Moment& moment) {
  CaughtUp caught_up{};
  base::Day since{};
  {
    const std::shared_lock lock(mutex_);
    caught_up.since_mark = horizon_.from;
    since = since_;
  }
  auto& differing = caught_up.differing;
  const auto& horizon = moment.horizon;
  if (caught_up.since_mark < horizon.to) {
    const auto marks = marks_between(tx, caught_up.since_mark, horizon.to);
    std::vector<OrganisationId> changed;
    for (const auto& [id, mark] : marks) changed.push_back({id});
    add(tx, changed, moment.ranking, marks, since, differing);
  }
  if (horizon.from <= caught_up.since_mark) return caught_up;

  const std::unique_lock lock(mutex_);
  if (!serves(moment) || horizon_.from < caught_up.since_mark || horizon.from <= horizon_.from) return caught_up;
  for (auto& firm : differing.firms) index_->put(std::move(firm));
  horizon_ = horizon;
  return {.differing = {}, .since_mark = horizon.from};
}

void LiveFirms::rank_by(const Ranking& ranking) {
  const std::unique_lock lock(mutex_);
  ranking_ = ranking;
}

Ranking LiveFirms::ranking() const {
  const std::shared_lock lock(mutex_);
  return ranking_;
}

void LiveFirms::search(db::Transaction& tx, base::Day today, const Search& search) {
  MANDAT_ASSERT(!tx.writable());  // what it wrote itself must not reach the index
  const Moment moment{tradesman::changes().horizon(tx), ranking(), today};
  for (;;) {
    fill(tx, moment);
    auto [differing, since_mark] = catch_up(tx, moment);
    const std::shared_lock lock(mutex_);
    if (!serves(moment) || horizon_.from < since_mark) continue;  // filled anew meanwhile
    if (moment.horizon.from < marked_from_)                       // thousands of changes ago: no mark tells of them
      return search(FirmIndex(all_firms(tx, moment.ranking, {}, today)), {}, moment.ranking);
    // Others may have told the index of changes that came after this snapshot.
    add(tx, others(index_->marked_from(moment.horizon.from), differing), moment.ranking, {}, since_, differing);
    return search(*index_, differing, moment.ranking);
  }
}

int keep_up(platform::Platform& platform) {
  const bool forget = platform.database.read([&](db::Transaction& tx) {
    auto& kept = tx.kept();
    kept.of<LiveFirms>().search(tx, base::paris::day_of(platform.clock.now()),
                                [](const FirmIndex&, const Differing&, const Ranking&) {});
    return kept.of<Rounds>().count++ % rounds_until_forgetting == 0;
  });
  if (forget)
    platform.database.write([](db::Transaction& tx) { tradesman::changes().forget_all_but(tx, kept_changes); });
  return 0;
}

void rank_by(db::Database& database, const Ranking& ranking) {
  database.read([&](db::Transaction& tx) { tx.kept().of<LiveFirms>().rank_by(ranking); });
}

}  // namespace works::matching
