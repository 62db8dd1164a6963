// A database whose server may die at any write: before it, in it, or after its commit and before anybody hears of it.
#pragma once

#include "base/random.hpp"
#include "db/database.hpp"

namespace support {

// No std::exception: it goes through every layer as the end of a process does.
struct Crash {};

class CrashingDatabase final : public db::Database {
 public:
  CrashingDatabase(db::Database& inner, base::Random& random) : inner_(inner), random_(random) {}
  db::Engine engine() const override { return inner_.engine(); }
  // One write in `n` crashes, at each of its three moments; 0: none does.
  void crash_one_in(std::uint64_t n) { one_in_ = n; }
  std::uint64_t writes() const { return writes_; }  // begun so far

 protected:
  void run_read(const Work& work) override {
    inner_.read([&](db::Transaction& tx) { work(tx); });
  }
  void run_write(const Work& work) override {
    ++writes_;
    maybe_crash();
    inner_.write([&](db::Transaction& tx) {
      const Kept kept{work(tx)};
      maybe_crash();
      return kept;
    });
    maybe_crash();
  }

 private:
  struct Kept {  // what db::Database takes for an Outcome
    bool kept;
    bool ok() const { return kept; }
    void refusals() const {}
  };
  void maybe_crash() {
    if (one_in_ != 0 && random_.next_u64() % one_in_ == 0) throw Crash{};
  }

  db::Database& inner_;
  base::Random& random_;
  std::uint64_t one_in_ = 0, writes_ = 0;
};

}  // namespace support
