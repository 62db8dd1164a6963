// The firms of the network in memory, as the database has them (W11.current, ADR 12): filled when first asked for, kept
// up by each search and by the worker. One an open database (`tx.kept()`), which several processes may share. About 400
// bytes a firm.
#pragma once

#include <functional>
#include <optional>
#include <shared_mutex>

#include "db/change_log.hpp"
#include "db/database.hpp"
#include "desks/works/matching/firm_choice.hpp"
#include "floor/platform/platform.hpp"

namespace works::matching {

class LiveFirms {
 public:
  using Search = std::function<void(const FirmIndex& index, const Differing& differing, const Ranking& ranking)>;

  // Runs `search` on what the snapshot of `tx`, a reading transaction, holds. Absences that were over before `today`
  // may be missing: no search asks for them. Thread-safe; searches run together.
  void search(db::Transaction& tx, base::Day today, const Search& search);

  void rank_by(const Ranking& ranking);
  Ranking ranking() const;

 private:
  struct Moment {  // of who asks
    db::Horizon horizon;
    Ranking ranking;
    base::Day today;
  };
  struct CaughtUp {
    Differing differing;
    std::int64_t since_mark;  // it holds what has changed since an index that saw all lower ones
  };
  bool serves(const Moment& moment) const;
  void fill(db::Transaction& tx, const Moment& moment);
  CaughtUp catch_up(db::Transaction& tx, const Moment& moment);

  mutable std::shared_mutex mutex_;  // guards what follows
  std::optional<FirmIndex> index_;
  // Each firm is as some snapshot had it that saw every change of a lower mark than horizon_.from; it bears the mark of
  // its last change, unless that is lower than marked_from_.
  db::Horizon horizon_{};
  std::int64_t marked_from_ = 0;
  Ranking ranking_, filled_by_;
  base::Day since_{};  // absences over before then were not read
};

// What the worker does: reads what has changed, so that a search has little left to read, and forgets old changes.
// Always 0.
int keep_up(platform::Platform& platform);

// How this process ranks from now on (W11.weights).
void rank_by(db::Database& database, const Ranking& ranking);

// A trade's number in the index; none bears `no_trade`.
inline constexpr std::int32_t no_trade = -1;
std::int32_t number_of_trade(std::string_view slug);

}  // namespace works::matching
