#include <fcntl.h>

#include <algorithm>
#include <chrono>

#include "floor/documents/document_rules.hpp"
#include "floor/documents/documents.hpp"
#include "floor/documents/durable_file.hpp"
#include "floor/documents/stored_files.hpp"
#include "web/crypto.hpp"

namespace documents {
namespace {

namespace fs = std::filesystem;

enum class State { sound, missing, altered };

State state_of(const Store& store, const StoredFile& file) {
  const fs::path path = store.path_of(file.owner, file.sha256);
  if (!fs::exists(path)) return State::missing;
  const MappedFile content(Descriptor(path, O_RDONLY).number());
  return web::hex(web::sha256(content.bytes())) == file.sha256 ? State::sound : State::altered;
}

// By the machine's clock, as the file system's dates are: the one of a demo, or of a test, may run weeks ahead.
bool is_old(const fs::path& path) {
  std::error_code gone;
  const auto written = fs::last_write_time(path, gone);
  return !gone && fs::file_time_type::clock::now() - written > orphan_age.value();
}

}  // namespace

StoreCheck check(db::Transaction& tx, const Store& store) {
  StoreCheck result;
  StoredFile last;
  State state = State::sound;
  each_named_file(tx, [&](const NamedFile& named) {
    if (named.file != last) {
      state = state_of(store, named.file);
      last = named.file;
      ++result.checked;
    }
    if (state == State::missing) result.missing.push_back(named.document);
    if (state == State::altered) result.altered.push_back(named.document);
  });
  each_stored_file(store, [&](const StoredFile& file) {
    if (!is_named(tx, file)) ++result.orphans;
  });
  return result;
}

std::size_t sweep_orphans(db::Transaction& tx, const Store& store) {
  std::vector<StoredFile> candidates;
  each_stored_file(store, [&](const StoredFile& file) {
    if (is_old(store.path_of(file.owner, file.sha256)) && !is_named(tx, file)) candidates.push_back(file);
  });
  std::size_t removed = 0;
  for (const StoredFile& file : candidates) {
    Folder folder(store.root(), folder_of(file));
    folder.lock_for_sweeping();
    const fs::path path = store.path_of(file.owner, file.sha256);
    if (!is_old(path)) continue;  // the same content came again meanwhile
    fs::remove(store.thumbnail_path_of(file.owner, file.sha256));
    if (fs::remove(path)) ++removed;
  }
  for (const auto& unfinished : fs::directory_iterator(store.root() / passing_folder))
    if (is_old(unfinished.path())) fs::remove(unfinished.path());
  return removed;
}

}  // namespace documents
