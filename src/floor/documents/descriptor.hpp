// An open file, and the bytes of one, for the life of an object. Failures of the world are std::system_error.
#pragma once

#include <filesystem>
#include <string_view>

namespace documents {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const std::filesystem::path& path, int flags);  // open(2); always close-on-exec
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor();

  int number() const { return number_; }

 private:
  int number_;
};

// A whole file as bytes, without a copy. Whoever maps a file is the only one who may change it.
class MappedFile {
 public:
  explicit MappedFile(int descriptor);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

void write_all(int descriptor, std::string_view bytes);

[[noreturn]] void throw_errno(const std::filesystem::path& path);

}  // namespace documents
