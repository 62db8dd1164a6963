// A file that is written under a passing name and then, durably, has its own (P3). Failures are std::system_error.
#pragma once

#include <filesystem>
#include <string_view>

#include "floor/documents/descriptor.hpp"

namespace documents {

// Gone with the object unless it has been published.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& folder);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  int descriptor() const { return descriptor_.number(); }
  std::uint64_t size() const;
  void clear();

 private:
  friend class Folder;
  std::filesystem::path path_;  // empty once published; set by the opening of descriptor_
  Descriptor descriptor_;
};

// A folder that exists durably.
class Folder {
 public:
  // Makes `path` below `root` where it is missing; each level is synced, since another writer may have just made it.
  Folder(const std::filesystem::path& root, const std::filesystem::path& path);

  // Two of these exclude a sweep, not one another: a file that a sweep judges cannot be replaced under its eyes.
  void lock_for_publishing();
  void lock_for_sweeping();

  void publish(TemporaryFile& file, std::string_view name);  // what stood there is replaced: it has the same hash
  void sync();                                               // the names published before this are durable after it

 private:
  std::filesystem::path path_;
  Descriptor descriptor_;
};

bool is_full(const std::system_error& failure);  // no space, or no quota left

}  // namespace documents
