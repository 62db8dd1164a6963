// One connection in the hands of one thread, the pool it comes from, and the loop that runs functions on it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace db {

enum class Mode { read, write };

// Somebody else was first: the function, run again, may succeed.
class Clash : public Error {
 public:
  using Error::Error;
};
// Two servers drew the same id in the same millisecond (base/random.hpp): the next draw differs.
class FreshIdClash : public Clash {
 public:
  FreshIdClash(const std::string& what, std::string c) : Clash(what), constraint(std::move(c)) {}
  std::string constraint;
};

// What both engines share: a transaction in which a statement has failed can only be rolled back (PostgreSQL's rule,
// kept on SQLite too, so that no test passes on one engine alone).
class Connection : public Transaction {
 public:
  using AfterCommit = std::vector<std::function<void()>>;

  void begin(Mode mode);
  AfterCommit commit();  // what is to be run now that it is durable
  void roll_back() noexcept;
  // Throws what `work` has caught and hidden, when it cannot be hidden: a clash, or any failure before a commit.
  void reveal_failure(bool keeps) const;
  bool failed() const { return failure_ != nullptr; }

  using Transaction::each;
  using Transaction::execute;
  void each(std::string_view sql, std::span<const Param> params, const RowReader& read) final;
  std::int64_t execute(std::string_view sql, std::span<const Param> params) final;
  bool writable() const final { return mode_ == Mode::write; }
  Kept& kept() const final { return *kept_; }
  void keep_in(Kept& kept) { kept_ = &kept; }

 protected:
  virtual void do_begin(Mode mode) = 0;
  virtual void do_commit() = 0;
  virtual void do_roll_back() noexcept = 0;
  virtual void do_each(std::string_view sql, std::span<const Param> params, const RowReader& read) = 0;
  virtual std::int64_t do_execute(std::string_view sql, std::span<const Param> params) = 0;

 private:
  template <class Run>
  auto watched(std::string_view sql, Run run);

  Mode mode_ = Mode::read;
  Kept* kept_ = nullptr;
  int reading_ = 0;  // depth of each() within each()
  std::exception_ptr failure_;
  bool clashed_ = false;
};

// The value of :name. Throws Error when it is missing, or when its text is one that PostgreSQL could not hold.
const Value& value_of(std::span<const Param> params, std::size_t position, std::string_view name, std::string_view sql);

// A column read as what it is not: the statement lacks a CAST, or the code has the wrong position.
[[noreturn]] void wrong_type(std::string_view column, std::string_view wanted);

class ConnectionPool {
 public:
  using Open = std::function<std::unique_ptr<Connection>()>;
  // `kept` outlives the pool.
  ConnectionPool(int size, Kept& kept, Open open) : size_(size), kept_(kept), open_(std::move(open)) {}

  class Lease {
   public:
    Lease(ConnectionPool& pool, std::unique_ptr<Connection> connection)
        : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (connection_) pool_->give_back(std::move(connection_));
    }
    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_.get(); }

   private:
    ConnectionPool* pool_;
    std::unique_ptr<Connection> connection_;
  };

  // Waits for a free one; Unavailable after ten seconds.
  Lease take();

 private:
  void give_back(std::unique_ptr<Connection> connection);

  const int size_;
  Kept& kept_;
  const Open open_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;  // the last one used is the first one taken: its caches are warm
  int opened_ = 0;
};

// Writers pass side by side. One who has clashed again and again passes alone: between those who clash on one row, the
// one that has just committed is always the first to come back, and would keep the others out for ever.
class Turnstile {
 public:
  enum class Manner { together, alone };

  class Pass {
   public:
    Pass(Turnstile& turnstile, Manner manner) : turnstile_(turnstile), manner_(manner) { turnstile_.enter(manner_); }
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    ~Pass() { turnstile_.leave(manner_); }

   private:
    Turnstile& turnstile_;
    const Manner manner_;
  };

 private:
  void enter(Manner manner);
  void leave(Manner manner);

  std::mutex mutex_;
  std::condition_variable changed_;
  int together_ = 0;
  int wanting_alone_ = 0;
  bool alone_ = false;
};

// Run `work` in one transaction of a pooled connection, then what it left to do after the commit. A thread has one
// transaction of a database at a time.
void run_reading(ConnectionPool& pool, const std::function<bool(Transaction&)>& work);
// Run again on a Clash; after the last try Unavailable, or UniqueViolation for an id that never was fresh.
void run_writing(ConnectionPool& pool, Turnstile& turnstile, const std::function<bool(Transaction&)>& work);

}  // namespace db
