#include "db/connection.hpp"

#include <algorithm>
#include <random>
#include <thread>

#include "base/text.hpp"
#include "db/one_snapshot.hpp"
#include "db/statement_log.hpp"

namespace db {

// The transaction that the reads of a thread share, if one of them has begun it.
struct OneSnapshot::Held {
  static thread_local Held* mine;  // of this thread; null when its reads are apart
  ConnectionPool* pool = nullptr;
  std::optional<ConnectionPool::Lease> connection;
  bool in_use = false;

  Connection& begun(ConnectionPool& from) {
    if (!connection) {
      pool = &from;
      connection.emplace(from.take());
      try {
        (*connection)->begin(Mode::read);
      } catch (...) {
        connection.reset();
        throw;
      }
    }
    return **connection;
  }
  void end() noexcept {
    if (!connection) return;
    Connection& ended = **connection;
    try {
      if (ended.failed())
        ended.roll_back();
      else
        for (const auto& act : ended.commit()) act();
    } catch (const Error&) {  // nothing was written: who has read has what he read
      ended.roll_back();
    }
    connection.reset();
  }
};
thread_local OneSnapshot::Held* OneSnapshot::Held::mine = nullptr;

OneSnapshot::OneSnapshot() : held_(std::make_unique<Held>()) {
  MANDAT_ASSERT(Held::mine == nullptr);
  Held::mine = held_.get();
}

OneSnapshot::~OneSnapshot() {
  Held::mine = nullptr;
  held_->end();
}

namespace {

thread_local std::int64_t statements = 0;

constexpr auto patience = std::chrono::seconds(10);
constexpr int tries = 12;
constexpr int tries_side_by_side = 3;

// One transaction of a pool per thread: a second one would wait for the first, or read a snapshot that lacks its
// writes.
class OnlyOne {
 public:
  explicit OnlyOne(const ConnectionPool& pool) : pool_(pool), outer_(innermost) {
    for (const OnlyOne* one = outer_; one != nullptr; one = one->outer_) MANDAT_ASSERT(&one->pool_ != &pool);
    innermost = this;
  }
  OnlyOne(const OnlyOne&) = delete;
  OnlyOne& operator=(const OnlyOne&) = delete;
  ~OnlyOne() { innermost = outer_; }

 private:
  static thread_local const OnlyOne* innermost;
  const ConnectionPool& pool_;
  const OnlyOne* outer_;
};
thread_local const OnlyOne* OnlyOne::innermost = nullptr;

// Doubling, at most 64 ms, and drawn by lot so that two that met do not meet again.
void wait_after(int attempt) {
  static thread_local std::minstd_rand lots{std::random_device{}()};
  const int longest = 1000 << std::min(attempt - 1, 6);
  std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution<int>(0, longest)(lots)));
}

Connection::AfterCommit settle(ConnectionPool& pool, Mode mode, const std::function<bool(Transaction&)>& work) {
  const OnlyOne only(pool);
  const auto connection = pool.take();
  connection->begin(mode);
  try {
    const bool keeps = work(*connection);
    connection->reveal_failure(keeps);
    if (keeps) return connection->commit();
  } catch (...) {
    connection->roll_back();
    throw;
  }
  connection->roll_back();
  return {};
}

// One more read of the transaction shared by this thread's; after a failure the next one begins another.
void read_along(OneSnapshot::Held& shared, ConnectionPool& pool, const std::function<bool(Transaction&)>& work) {
  const OnlyOne only(pool);
  Connection& connection = shared.begun(pool);
  shared.in_use = true;
  try {
    const bool keeps = work(connection);
    shared.in_use = false;
    connection.reveal_failure(keeps);
    if (connection.failed()) shared.end();
  } catch (...) {
    shared.in_use = false;
    shared.end();
    throw;
  }
}

Connection::AfterCommit settle_at_last(ConnectionPool& pool, Turnstile& turnstile,
                                       const std::function<bool(Transaction&)>& work) {
  for (int attempt = 1;; ++attempt) {
    try {
      const auto manner = attempt > tries_side_by_side ? Turnstile::Manner::alone : Turnstile::Manner::together;
      const Turnstile::Pass pass(turnstile, manner);
      return settle(pool, Mode::write, work);
    } catch (const FreshIdClash& clash) {
      if (attempt == tries) throw UniqueViolation(clash.what(), clash.constraint);
    } catch (const Clash& clash) {
      if (attempt == tries) throw Unavailable(std::string("others were first, twelve times: ") + clash.what());
    }
    wait_after(attempt);
  }
}

}  // namespace

std::int64_t statements_run() { return statements; }

void Connection::begin(Mode mode) {
  mode_ = mode;
  failure_ = nullptr;
  clashed_ = false;
  after_commit_.clear();
  do_begin(mode);
}

Connection::AfterCommit Connection::commit() {
  do_commit();
  return std::move(after_commit_);
}

void Connection::roll_back() noexcept {
  after_commit_.clear();
  do_roll_back();
}

void Connection::reveal_failure(bool keeps) const {
  if (clashed_ || (keeps && failure_)) std::rethrow_exception(failure_);
}

template <class Run>
auto Connection::watched(std::string_view sql, Run run) {
  if (failure_) throw Error("a statement of this transaction has failed: it can only be rolled back");
  ++statements;
  StatementLog::note(sql);
  try {
    return run();
  } catch (const Clash&) {
    clashed_ = true;
    failure_ = std::current_exception();
    throw;
  } catch (const Error&) {
    failure_ = std::current_exception();
    throw;
  }
}

void Connection::each(std::string_view sql, std::span<const Param> params, const RowReader& read) {
  struct Depth {
    explicit Depth(int& d) : depth(d) { ++depth; }
    ~Depth() { --depth; }
    int& depth;
  };
  watched(sql, [&] {
    const Depth depth(reading_);
    do_each(sql, params, read);
  });
}

std::int64_t Connection::execute(std::string_view sql, std::span<const Param> params) {
  MANDAT_ASSERT(reading_ == 0);  // SQLite would change the rows under the reader: collect first, then write
  return watched(sql, [&] { return do_execute(sql, params); });
}

// Most are given in the order of the statement, so its own position is looked at first.
const Value& value_of(std::span<const Param> params, std::size_t position, std::string_view name,
                      std::string_view sql) {
  const auto is_it = [&](const Param& p) { return p.name == name; };
  const auto param = position < params.size() && is_it(params[position])
                         ? params.begin() + static_cast<std::ptrdiff_t>(position)
                         : std::find_if(params.begin(), params.end(), is_it);
  if (param == params.end()) throw Error("no value for :" + std::string(name) + " in: " + std::string(sql));
  if (const auto* text = std::get_if<std::string>(&param->value))
    if (text->find('\0') != std::string::npos || !base::valid_utf8(*text))
      throw Error("the text of :" + std::string(name) + " is not UTF-8, or holds a NUL, in: " + std::string(sql));
  return param->value;
}

void wrong_type(std::string_view column, std::string_view wanted) {
  throw Error("column " + std::string(column) + " of the result is not " + std::string(wanted));
}

ConnectionPool::Lease ConnectionPool::take() {
  std::unique_lock lock(mutex_);
  if (!freed_.wait_for(lock, patience, [&] { return !idle_.empty() || opened_ < size_; }))
    throw Unavailable("every connection to the database has been busy for ten seconds");
  if (!idle_.empty()) {
    Lease lease(*this, std::move(idle_.back()));
    idle_.pop_back();
    return lease;
  }
  ++opened_;
  lock.unlock();
  try {
    auto connection = open_();
    connection->keep_in(kept_);
    return Lease(*this, std::move(connection));
  } catch (...) {
    lock.lock();
    --opened_;
    freed_.notify_one();
    throw;
  }
}

void ConnectionPool::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(connection));
  freed_.notify_one();
}

void Turnstile::enter(Manner manner) {
  std::unique_lock lock(mutex_);
  if (manner == Manner::together) {
    changed_.wait(lock, [&] { return !alone_ && wanting_alone_ == 0; });
    ++together_;
    return;
  }
  ++wanting_alone_;
  changed_.wait(lock, [&] { return !alone_ && together_ == 0; });
  --wanting_alone_;
  alone_ = true;
}

void Turnstile::leave(Manner manner) {
  const std::lock_guard lock(mutex_);
  if (manner == Manner::alone)
    alone_ = false;
  else
    --together_;
  if (manner == Manner::alone || (together_ == 0 && wanting_alone_ > 0)) changed_.notify_all();
}

void run_reading(ConnectionPool& pool, const std::function<bool(Transaction&)>& work) {
  auto* const shared = OneSnapshot::Held::mine;
  try {
    if (shared != nullptr && (shared->pool == &pool || !shared->connection)) return read_along(*shared, pool, work);
    for (const auto& act : settle(pool, Mode::read, work)) act();
  } catch (const Clash& clash) {  // a PostgreSQL standby that had to go on
    throw Unavailable(clash.what());
  }
}

void run_writing(ConnectionPool& pool, Turnstile& turnstile, const std::function<bool(Transaction&)>& work) {
  if (auto* const shared = OneSnapshot::Held::mine; shared != nullptr && !shared->in_use) shared->end();
  for (const auto& act : settle_at_last(pool, turnstile, work)) act();
}

}  // namespace db
