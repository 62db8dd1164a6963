#include "app/server_key.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace app {
namespace {

constexpr std::size_t key_bytes = 32;

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_hex(std::string_view text, const std::string& where) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const int high = digit(text[i]);
    const int low = digit(text[i + 1]);
    if (high < 0 || low < 0) break;
    bytes += static_cast<char>(high * 16 + low);
  }
  if (bytes.size() != key_bytes || text.size() != 2 * key_bytes) {
    throw ConfigurationError(where + ": a server key is 64 hexadecimal digits");
  }
  return bytes;
}

// Written whole, and durably, before it is used: what it signed must still verify after a crash.
void make_key_file(const std::filesystem::path& path, base::Random& random) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) {
    if (errno == EEXIST) return;
    throw std::system_error(errno, std::generic_category(), path.string());
  }
  const std::string text = random.hex(key_bytes);
  const bool written =
      ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  if (!written) {
    std::filesystem::remove(path);
    throw std::system_error(error, std::generic_category(), path.string());
  }
}

}  // namespace

std::string server_key(const Configuration& configuration, base::Random& random) {
  if (!configuration.server_key.empty()) return from_hex(configuration.server_key, "server_key");
  const std::filesystem::path path = configuration.dir / "server.key";
  make_key_file(path, random);
  std::ifstream file(path);
  std::string text;
  std::getline(file, text);
  return from_hex(text, path.string());
}

}  // namespace app
