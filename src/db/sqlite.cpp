#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <thread>

#include "db/engines.hpp"
#include "db/maintenance.hpp"
#include "db/sqlite_connection.hpp"

namespace db {
namespace {

// Owner only: the file holds people's data. The log and its index take the same rights from it.
constexpr mode_t owner_only = 0600;

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, owner_only)) {
    if (fd_ < 0) throw Unavailable("cannot open " + path + ": " + std::strerror(errno));
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(fd_); }
  int get() const { return fd_; }

 private:
  int fd_;
};

void create_file(const std::string& path) {
  { const Descriptor created(path, O_CREAT | O_EXCL | O_RDWR); }
  const auto folder = std::filesystem::absolute(path).parent_path();
  const Descriptor directory(folder, O_RDONLY | O_DIRECTORY);
  ::fsync(directory.get());  // the name is as durable as what will stand in the file
}

// One process holds the file. SQLite 3.40 can lose pages when two connections write or checkpoint at the same moment
// (the WAL-reset bug), so a second server on one file must not even start.
class ProcessLock {
 public:
  explicit ProcessLock(const std::string& database) : file_(database + ".lock", O_CREAT | O_RDWR) {
    if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
      std::array<char, 24> pid{};
      const auto length = ::pread(file_.get(), pid.data(), pid.size() - 1, 0);
      throw Unavailable(database + " is in use by process " + (length > 0 ? pid.data() : "?") +
                        ": one process at a time; several servers share a PostgreSQL");
    }
    const auto pid = std::to_string(::getpid());
    if (::ftruncate(file_.get(), 0) != 0 || ::pwrite(file_.get(), pid.data(), pid.size(), 0) < 0)
      throw Unavailable("cannot write " + database + ".lock: " + std::strerror(errno));
  }

 private:
  Descriptor file_;
};

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(const std::string& path, const Options& options)
      : lock_(path),
        writer_(1, kept_, [path] { return std::make_unique<SqliteConnection>(path, Mode::write); }),
        readers_(options.readers, kept_, [path] { return std::make_unique<SqliteConnection>(path, Mode::read); }) {
    if (!std::filesystem::exists(path)) {
      if (!options.create) throw Unavailable("no database at " + path);
      create_file(path);
    }
    writer_.take();  // recovers the log of a process that was killed, and says at once that a file is no database
  }
  Engine engine() const override { return Engine::sqlite; }
  void back_up(const std::string& path);

 private:
  void run_read(const Work& work) override { run_reading(readers_, work); }
  void run_write(const Work& work) override { run_writing(writer_, turnstile_, work); }
  sqlite3* writer_handle(const ConnectionPool::Lease& lease) const {
    return static_cast<const SqliteConnection&>(*lease).handle();
  }

  ProcessLock lock_;
  Turnstile turnstile_;
  Kept kept_;
  ConnectionPool writer_;   // exactly one
  ConnectionPool readers_;  // closed first: the writer does the last checkpoint
};

// The copy is made through the writer itself: what is written between two steps reaches the copy as well.
void SqliteDatabase::back_up(const std::string& path) {
  constexpr int pages_a_step = 1024;  // 4 MB, some milliseconds
  create_file(path);
  sqlite3* opened = nullptr;
  int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);
  const SqliteHandle copy(opened);
  if (code != SQLITE_OK) throw_sqlite(copy.get(), code, "open " + path);
  sqlite3_backup* const backup = [&] {
    const auto lease = writer_.take();
    return sqlite3_backup_init(copy.get(), "main", writer_handle(lease), "main");
  }();
  if (backup == nullptr) throw_sqlite(copy.get(), sqlite3_extended_errcode(copy.get()), "start the copy " + path);
  do {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));  // whoever waits to write goes first
    const auto lease = writer_.take();
    code = sqlite3_backup_step(backup, pages_a_step);
    if (code != SQLITE_OK) sqlite3_backup_finish(backup);
  } while (code == SQLITE_OK);
  if (code != SQLITE_DONE) throw_sqlite(nullptr, code, "copy to " + path);
}

void count_no_memory() {
  // The accounts of memory that SQLite keeps cost a mutex on each allocation, and nobody reads them.
  static std::once_flag once;
  std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options) {
  count_no_memory();
  return std::make_unique<SqliteDatabase>(path, options);
}

void backup_to(Database& database, const std::string& path) {
  auto* const sqlite = dynamic_cast<SqliteDatabase*>(&database);
  if (sqlite == nullptr) throw Error("a PostgreSQL database is backed up by pg_dump, or by archiving its log");
  sqlite->back_up(path);
}

std::vector<std::string> integrity_check(Database& database) {
  if (database.engine() != Engine::sqlite) return {};
  return database.read([](Transaction& tx) {
    auto found = tx.rows("PRAGMA integrity_check", {}, [](const Row& row) { return row.get<std::string>(0); });
    if (found == std::vector<std::string>{"ok"}) found.clear();
    tx.each("PRAGMA foreign_key_check", {}, [&](const Row& row) {
      const auto place = row.get<std::optional<std::int64_t>>(1);  // none in a table without rowid
      found.push_back("foreign key: " + row.get<std::string>(0) + " row " + (place ? std::to_string(*place) : "?") +
                      " has no " + row.get<std::string>(2));
    });
    return found;
  });
}

}  // namespace db
