// A kernel that serves a handler on a free port of the loopback, for the life of the object.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "web/kernel.hpp"

namespace support {

// A folder of its own under the system's temporary folder, removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::size_t count() const;  // entries in it

 private:
  std::filesystem::path path_;
};

class Served {
 public:
  // `options`: its address, port and temporary folder are set here.
  explicit Served(web::Kernel::Handler handler, web::KernelOptions options = {});
  ~Served();  // drains

  std::uint16_t port() const { return kernel_->port(); }
  const TemporaryFolder& uploads() const { return uploads_; }
  void stop() { kernel_->stop(); }
  void wait() { thread_.join(); }  // until it has drained

 private:
  TemporaryFolder uploads_;
  std::unique_ptr<web::Kernel> kernel_;
  std::thread thread_;
};

}  // namespace support
