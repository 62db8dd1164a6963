// One connection to a SQLite file: the writer, who also does every checkpoint, or a reader, who does none.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/connection.hpp"

namespace db {

struct CloseSqlite {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;

// Throws what the engine's extended result code means to us.
[[noreturn]] void throw_sqlite(sqlite3* handle, int code, std::string_view doing);

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const std::string& path, Mode mode);
  Engine engine() const override { return Engine::sqlite; }
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  struct Statement {
    std::unique_ptr<sqlite3_stmt, Finalize> prepared;
    std::vector<std::string> names;  // names[0] is parameter 1, without its colon
    bool busy = false;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  class Run;

  void do_begin(Mode mode) override;
  void do_commit() override;
  void do_roll_back() noexcept override;
  void do_each(std::string_view sql, std::span<const Param> params, const RowReader& read) override;
  std::int64_t do_execute(std::string_view sql, std::span<const Param> params) override;

  void settings(Mode mode);
  void run(std::string_view sql);
  Statement prepare(std::string_view sql) const;
  Statement& cached(std::string_view sql);
  void checkpoint();

  SqliteHandle handle_;
  // After handle_: closed before it.
  std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
  int log_pages_ = 0;  // length of the write-ahead log after the last commit
};

}  // namespace db
