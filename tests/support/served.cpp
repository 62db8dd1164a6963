#include "support/served.hpp"

#include <stdlib.h>

#include <cerrno>
#include <system_error>

namespace support {

TemporaryFolder::TemporaryFolder() {
  std::string name = std::filesystem::temp_directory_path() / "mandat-test-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::size_t TemporaryFolder::count() const {
  const auto entries = std::filesystem::directory_iterator(path_);
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

Served::Served(web::Kernel::Handler handler, web::KernelOptions options) {
  options.address = "127.0.0.1";
  options.port = 0;
  options.temporary_folder = uploads_.path();
  kernel_ = web::Kernel::open(std::move(options), std::move(handler),
                              [](int status) { return web::text_response(status, "refused"); });
  thread_ = std::thread([this] { kernel_->run(); });
}

Served::~Served() {
  if (!thread_.joinable()) return;
  kernel_->stop();
  thread_.join();
}

}  // namespace support
