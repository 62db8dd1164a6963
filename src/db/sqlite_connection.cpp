#include "db/sqlite_connection.hpp"

#include <algorithm>

namespace db {
namespace {

constexpr std::size_t most_statements = 500;
constexpr int passive_checkpoint_pages = 1000;    // 4 MB: copied back without waiting for anybody
constexpr int restart_checkpoint_pages = 16'000;  // 64 MB: readers that overlap have kept it from starting again
constexpr int busy_milliseconds = 5000;

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  int columns() const override { return sqlite3_data_count(statement_); }
  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override {
    require(column, SQLITE_INTEGER, "BIGINT");
    return sqlite3_column_int64(statement_, column);
  }
  std::string_view text(int column) const override {
    require(column, SQLITE_TEXT, "TEXT");
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  void require(int column, int type, const char* wanted) const {
    const int found = sqlite3_column_type(statement_, column);
    MANDAT_ASSERT(found != SQLITE_NULL);
    if (found != type) wrong_type(sqlite3_column_name(statement_, column), wanted);
  }
  sqlite3_stmt* statement_;
};

// "UNIQUE constraint failed: claims.number" or "… failed: index 'claims_one_open'"
std::string constraint_of(std::string_view message) {
  const auto colon = message.find(": ");
  auto name = colon == message.npos ? message : message.substr(colon + 2);
  if (name.starts_with("index '")) name = name.substr(7, name.size() - 8);
  return std::string(name);
}

}  // namespace

void throw_sqlite(sqlite3* handle, int code, std::string_view doing) {
  const std::string message = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  const std::string what = message + " (SQLite " + std::to_string(code) + "): " + std::string(doing);
  switch (code) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_UNIQUE: {
      const auto constraint = constraint_of(message);
      const bool alone = constraint.find(',') == constraint.npos;
      if (code != SQLITE_CONSTRAINT_UNIQUE && alone && constraint.ends_with(".id"))
        throw FreshIdClash(what, constraint);
      throw UniqueViolation(what, constraint);
    }
    default:
      break;
  }
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
      throw ConstraintViolation(what);
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
      throw Unavailable(what);
    default:
      throw Error(what);
  }
}

SqliteConnection::SqliteConnection(const std::string& path, Mode mode) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(opened);
  if (code != SQLITE_OK) throw_sqlite(opened, code, "open " + path);
  settings(mode);
}

void SqliteConnection::settings(Mode mode) {
  sqlite3* const handle = handle_.get();
  sqlite3_busy_timeout(handle, busy_milliseconds);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);  // "x" is a name, never a literal
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  do_each("PRAGMA journal_mode = WAL", {}, [](const Row& row) {
    if (row.text(0) != "wal") throw Error("no write-ahead log can be kept there: is it a network disk?");
  });
  run("PRAGMA synchronous = FULL");
  run("PRAGMA foreign_keys = ON");
  run("PRAGMA case_sensitive_like = ON");  // as on PostgreSQL
  run("PRAGMA cache_size = -8192");        // KiB; the pages of a list of a million files that are read again and again
  run("PRAGMA temp_store = MEMORY");
  run("PRAGMA wal_autocheckpoint = 0");
  if (mode == Mode::read) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    run("PRAGMA query_only = ON");
    return;
  }
  run("PRAGMA journal_size_limit = 67108864");
  sqlite3_wal_hook(
      handle,
      [](void* pages, sqlite3*, const char*, int length) {
        *static_cast<int*>(pages) = length;
        return SQLITE_OK;
      },
      &log_pages_);
}

// A statement from the cache (or of its own, when the cached one is being read), bound; reset when it goes.
class SqliteConnection::Run {
 public:
  Run(SqliteConnection& connection, std::string_view sql, std::span<const Param> params)
      : handle_(connection.handle()), sql_(sql), statement_(&connection.cached(sql)) {
    if (statement_->busy) {
      own_ = connection.prepare(sql);
      statement_ = &own_;
    }
    for (std::size_t i = 0; i < statement_->names.size(); ++i)
      bind(static_cast<int>(i + 1), value_of(params, i, statement_->names[i], sql));
    statement_->busy = true;
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    sqlite3_reset(raw());
    statement_->busy = false;
  }
  sqlite3_stmt* raw() const { return statement_->prepared.get(); }
  bool step() {
    const int code = sqlite3_step(raw());
    if (code != SQLITE_ROW && code != SQLITE_DONE) throw_sqlite(handle_, code, sql_);
    return code == SQLITE_ROW;
  }

 private:
  void bind(int position, const Value& value) {
    int code;
    if (const auto* text = std::get_if<std::string>(&value))  // not copied: it outlives the statement's run
      code = sqlite3_bind_text64(raw(), position, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    else if (const auto* number = std::get_if<std::int64_t>(&value))
      code = sqlite3_bind_int64(raw(), position, *number);
    else
      code = sqlite3_bind_null(raw(), position);
    if (code != SQLITE_OK) throw_sqlite(handle_, code, sql_);
  }

  sqlite3* handle_;
  std::string_view sql_;
  Statement* statement_;
  Statement own_;
};

SqliteConnection::Statement SqliteConnection::prepare(std::string_view sql) const {
  Statement statement;
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  const int code =
      sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, &rest);
  statement.prepared.reset(raw);
  if (code != SQLITE_OK) throw_sqlite(handle(), code, sql);
  const auto left = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (raw == nullptr || left.find_first_not_of("; \t\r\n") != left.npos)
    throw Error("one statement at a time: " + std::string(sql));
  for (int i = 1; i <= sqlite3_bind_parameter_count(raw); ++i) {
    const char* name = sqlite3_bind_parameter_name(raw, i);
    if (name == nullptr || name[0] != ':') throw Error("parameters are named :like_this: " + std::string(sql));
    statement.names.emplace_back(name + 1);
  }
  return statement;
}

SqliteConnection::Statement& SqliteConnection::cached(std::string_view sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return known->second;
  if (statements_.size() >= most_statements) std::erase_if(statements_, [](const auto& s) { return !s.second.busy; });
  return statements_.emplace(std::string(sql), prepare(sql)).first->second;
}

void SqliteConnection::run(std::string_view sql) {
  Run statement(*this, sql, {});
  while (statement.step()) continue;
}

void SqliteConnection::do_begin(Mode mode) {
  if (sqlite3_get_autocommit(handle()) == 0) do_roll_back();  // a rollback that the disk refused
  run(mode == Mode::write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
}

void SqliteConnection::do_commit() {
  run("COMMIT");
  checkpoint();
}

void SqliteConnection::do_roll_back() noexcept {
  if (sqlite3_get_autocommit(handle()) == 0) sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

// A checkpoint that fails has lost nothing: the log still holds all of it, and the next commit tries again.
void SqliteConnection::checkpoint() {
  if (log_pages_ < passive_checkpoint_pages) return;
  const int how = log_pages_ < restart_checkpoint_pages ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART;
  sqlite3_wal_checkpoint_v2(handle(), nullptr, how, nullptr, nullptr);
  log_pages_ = 0;
}

void SqliteConnection::do_each(std::string_view sql, std::span<const Param> params, const RowReader& read) {
  Run statement(*this, sql, params);
  const SqliteRow row(statement.raw());
  while (statement.step()) read(row);
}

std::int64_t SqliteConnection::do_execute(std::string_view sql, std::span<const Param> params) {
  const auto before = sqlite3_total_changes64(handle());
  Run statement(*this, sql, params);
  while (statement.step()) continue;
  // changes64 keeps the count of the last INSERT, UPDATE or DELETE: it is not ours when nothing has changed.
  return sqlite3_total_changes64(handle()) == before ? 0 : sqlite3_changes64(handle());
}

}  // namespace db
