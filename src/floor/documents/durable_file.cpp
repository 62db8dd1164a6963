#include "floor/documents/durable_file.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace documents {
namespace {

namespace fs = std::filesystem;

int open_temporary(const fs::path& folder, fs::path& path) {
  std::string name = folder / "XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) throw_errno(folder);
  path = name;
  return descriptor;
}

void sync(int descriptor, const fs::path& path) {
  if (::fsync(descriptor) != 0) throw_errno(path);
}

void make(const fs::path& path) {
  constexpr mode_t ours_only = 0700;
  if (::mkdir(path.c_str(), ours_only) != 0 && errno != EEXIST) throw_errno(path);
  const fs::path parent = path.parent_path();
  sync(Descriptor(parent, O_RDONLY | O_DIRECTORY).number(), parent);
}

fs::path made(const fs::path& root, const fs::path& below) {
  fs::path path = root;
  for (const fs::path& level : below) make(path /= level);
  return path;
}

void lock(int descriptor, int how, const fs::path& path) {
  while (::flock(descriptor, how) != 0)
    if (errno != EINTR) throw_errno(path);
}

}  // namespace

TemporaryFile::TemporaryFile(const fs::path& folder) : descriptor_(open_temporary(folder, path_)) {}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

std::uint64_t TemporaryFile::size() const {
  struct stat status {};
  if (::fstat(descriptor(), &status) != 0) throw_errno(path_);
  return static_cast<std::uint64_t>(status.st_size);
}

void TemporaryFile::clear() {
  if (::ftruncate(descriptor(), 0) != 0) throw_errno(path_);
}

Folder::Folder(const fs::path& root, const fs::path& path)
    : path_(made(root, path)), descriptor_(path_, O_RDONLY | O_DIRECTORY) {}

void Folder::lock_for_publishing() { lock(descriptor_.number(), LOCK_SH, path_); }
void Folder::lock_for_sweeping() { lock(descriptor_.number(), LOCK_EX, path_); }

void Folder::publish(TemporaryFile& file, std::string_view name) {
  documents::sync(file.descriptor(), file.path_);
  const fs::path place = path_ / name;
  if (::rename(file.path_.c_str(), place.c_str()) != 0) throw_errno(place);
  file.path_.clear();
}

void Folder::sync() { documents::sync(descriptor_.number(), path_); }

bool is_full(const std::system_error& failure) {
  return failure.code() == std::errc::no_space_on_device || failure.code().value() == EDQUOT;
}

}  // namespace documents
