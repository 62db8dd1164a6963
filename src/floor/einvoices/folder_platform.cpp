#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "base/assert.hpp"
#include "floor/einvoices/approved_platform.hpp"

namespace einvoices {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

class File {
 public:
  File(const std::filesystem::path& path, int flags) : path_(path), number_(::open(path.c_str(), flags, 0640)) {
    if (number_ < 0) fail(path_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { ::close(number_); }

  void write(const std::string& bytes) const {
    for (std::size_t at = 0; at < bytes.size();) {
      const auto written = ::write(number_, bytes.data() + at, bytes.size() - at);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(path_);
      at += static_cast<std::size_t>(written);
    }
  }
  void sync() const {
    if (::fsync(number_) != 0) fail(path_);
  }

 private:
  std::filesystem::path path_;
  int number_;
};

}  // namespace

ApprovedPlatform folder_platform(std::filesystem::path folder) {
  return [folder = std::move(folder)](const Deposit& deposit) {
    MANDAT_ASSERT(deposit.filename.find('/') == std::string::npos && !deposit.filename.starts_with('.'));
    std::filesystem::create_directories(folder);
    const auto passing = folder / ("." + deposit.filename + "." + std::to_string(::getpid()));
    {
      const File file(passing, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
      file.write(deposit.bytes);
      file.sync();
    }
    std::filesystem::rename(passing, folder / deposit.filename);
    File(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
  };
}

}  // namespace einvoices
