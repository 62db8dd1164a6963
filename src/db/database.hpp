// One small layer over SQLite and PostgreSQL: the same SQL text, the same tests (P16).
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "db/kept.hpp"
#include "db/value.hpp"

namespace db {

enum class Engine { sqlite, postgres };

class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
// A unique or primary key constraint said no. `constraint` is the index or constraint name where the engine tells it
// (PostgreSQL), else "table.column, …" (SQLite).
class UniqueViolation : public Error {
 public:
  UniqueViolation(const std::string& what, std::string c) : Error(what), constraint(std::move(c)) {}
  std::string constraint;
};
class ConstraintViolation : public Error {  // check, not null, foreign key
 public:
  using Error::Error;
};
class Unavailable : public Error {  // disk full, server gone, could not get a connection in time: nothing was done
 public:
  using Error::Error;
};
class OutcomeUnknown : public Unavailable {  // the server went while it was committing: it may be done, or not
 public:
  using Unavailable::Unavailable;
};

using Params = std::initializer_list<Param>;
using RowReader = std::function<void(const Row&)>;

// Statements run inside a transaction only. Each distinct SQL text is prepared once per connection, so values are
// bound, never written into the text. Once a statement has failed, the transaction can only be rolled back, on both
// engines.
class Transaction {
 public:
  virtual ~Transaction() = default;

  // Calls `read` for each row. It may read more, but not execute: rows are collected first, then changed (asserted).
  virtual void each(std::string_view sql, std::span<const Param> params, const RowReader& read) = 0;
  // Runs a statement that returns no rows; the number of rows inserted, updated or deleted.
  virtual std::int64_t execute(std::string_view sql, std::span<const Param> params) = 0;
  virtual Engine engine() const = 0;
  virtual bool writable() const = 0;
  virtual Kept& kept() const = 0;

  void each(std::string_view sql, Params params, const RowReader& read) {
    each(sql, std::span<const Param>(params.begin(), params.size()), read);
  }
  std::int64_t execute(std::string_view sql, Params params = {}) {
    return execute(sql, std::span<const Param>(params.begin(), params.size()));
  }

  // One value per row, made by `map(const Row&)`.
  template <class Map>
  auto rows(std::string_view sql, Params params, Map map) {
    return rows(sql, std::span<const Param>(params.begin(), params.size()), std::move(map));
  }
  template <class Map>
  auto rows(std::string_view sql, std::span<const Param> params, Map map) {
    std::vector<std::invoke_result_t<Map, const Row&>> found;
    each(sql, params, [&](const Row& row) { found.push_back(map(row)); });
    return found;
  }
  // The only row; null when there is none; asserts when there are several.
  template <class Map>
  auto row(std::string_view sql, Params params, Map map) {
    std::optional<std::invoke_result_t<Map, const Row&>> found;
    each(sql, std::span<const Param>(params.begin(), params.size()), [&](const Row& r) {
      MANDAT_ASSERT(!found);
      found = map(r);
    });
    return found;
  }
  template <class T>
  std::optional<T> value(std::string_view sql, Params params = {}) {
    return row(sql, params, [](const Row& r) { return r.get<T>(0); });
  }

  // Run once the transaction is durably committed, in order; dropped when it is not. Must not throw.
  void after_commit(std::function<void()> act) { after_commit_.push_back(std::move(act)); }

 protected:
  std::vector<std::function<void()>> after_commit_;
};

// Thread-safe. `read` runs on a snapshot; `write` is serialisable: SQLite BEGIN IMMEDIATE on the one writer connection,
// PostgreSQL SERIALIZABLE. On a serialisation failure, a deadlock, or a clash of freshly drawn ids, `write` runs its
// function again (up to 12 times, with jittered waits): the function must have no effect but through the transaction.
// A function that throws, or returns an Outcome that is a refusal, rolls back. A clash is one on the primary key of a
// column called `id`; other unique violations are the function's to answer. One transaction a thread (asserted).
class Database {
 public:
  virtual ~Database() = default;
  virtual Engine engine() const = 0;

  template <class F>
  auto read(F&& work) -> std::invoke_result_t<F, Transaction&> {
    return run<F>(std::forward<F>(work), &Database::run_read);
  }
  template <class F>
  auto write(F&& work) -> std::invoke_result_t<F, Transaction&> {
    return run<F>(std::forward<F>(work), &Database::run_write);
  }

 protected:
  // The function returns false to roll back without an error.
  using Work = std::function<bool(Transaction&)>;
  virtual void run_read(const Work& work) = 0;
  virtual void run_write(const Work& work) = 0;

 private:
  template <class Result>
  static bool keeps(const Result& result) {
    if constexpr (requires { result.refusals(); })
      return result.ok();
    else
      return true;
  }
  template <class F>
  auto run(F&& work, void (Database::*runner)(const Work&)) -> std::invoke_result_t<F, Transaction&> {
    using Result = std::invoke_result_t<F, Transaction&>;
    if constexpr (std::is_void_v<Result>) {
      (this->*runner)([&](Transaction& tx) {
        work(tx);
        return true;
      });
    } else {
      std::optional<Result> result;
      (this->*runner)([&](Transaction& tx) {
        result.emplace(work(tx));
        return keeps(*result);
      });
      return std::move(*result);
    }
  }
};

struct Options {
  int readers = 4;     // reading connections (SQLite) or pool size (PostgreSQL)
  bool create = true;  // SQLite: create the file when it is not there
};

// "sqlite:/path/to/file.db" or a libpq URI / conninfo ("postgresql://…", "host=… dbname=…").
std::unique_ptr<Database> open(const std::string& address, Options options = {});

// Statements run by this thread since it started: a page's cost is a difference (no N+1 query, tested).
std::int64_t statements_run();

// Takes up to `limit` rows that no other worker holds, inside the given write transaction, in `order`. The only place
// where the two engines differ in SQL (PostgreSQL: FOR UPDATE SKIP LOCKED). Returns the ids (column `id`, BIGINT).
struct Claim {
  std::string_view table;  // trusted text of the caller
  std::string_view where;  // "state = 'pending' AND due_at <= :now"
  std::string_view order;  // "due_at, id"
  int limit;
};
std::vector<std::int64_t> claim_batch(Transaction& tx, const Claim& claim, Params params);

}  // namespace db
