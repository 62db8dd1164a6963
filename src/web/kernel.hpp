// The HTTP server: reads requests within limits, hands them to a synchronous handler on a pool of workers, writes the
// answers. Boost.Beast and coroutines stay behind this header, in the files of this folder marked as internal.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "web/http.hpp"

namespace web {

struct KernelLimits {
  std::size_t head_bytes = 16 * 1024;             // request line and headers: 431 above
  std::size_t header_count = 100;                 // 431 above
  std::size_t form_bytes = 1024 * 1024;           // urlencoded and JSON bodies: 413 above
  std::uint64_t upload_bytes = 64 * 1024 * 1024;  // a whole multipart body: 413 above
  std::uint64_t file_bytes = 25 * 1024 * 1024;    // one file of it: above, its bytes are let go
  std::size_t parts = 200;                        // parts of a multipart body
  std::size_t uploads = 64;                       // multipart bodies being received at once: 503 above
  int head_seconds = 10;                          // from the first byte to the end of the headers: 408
  int body_seconds = 120;                         // whole body: 408
  int body_grace_seconds = 10;                    // then never under `min_body_rate` on the whole: 408
  std::size_t min_body_rate = 1024;               // bytes a second
  int idle_seconds = 30;                          // keep-alive
  int write_seconds = 60;                         // each 64 KiB of an answer
  std::size_t connections = 10'000;               // above: the newest is answered 503 and closed
  int drain_seconds = 10;                         // graceful stop: what is under way may end
};

struct KernelOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
  int workers = 4;         // threads that run handlers
  // Which requests have handlers that wait for something slow, a password's hash for one: they run on `waiters` threads
  // of their own, so that pages do not queue behind them. Called on the network's thread: it must be quick.
  std::function<bool(const Request&)> waits = {};
  int waiters = 160;
  std::size_t queue = 1024;      // requests waiting for a worker; above: 503
  std::string temporary_folder;  // where uploads stream to; on the same file system as the documents
  std::string trusted_proxy;     // its address: X-Forwarded-For/-Proto are believed from it only
  KernelLimits limits = {};
};

struct Kernel {
  using Handler = std::function<Response(Request&)>;
  // Called for protocol errors (400, 408, 413, 431, 503…) to draw the page; on any thread, the network's included, so
  // that it must neither wait nor read the database.
  using ErrorPage = std::function<Response(int status)>;

  virtual ~Kernel() = default;
  virtual std::uint16_t port() const = 0;
  virtual void run() = 0;   // until stop(); on the caller's thread and the workers'
  virtual void stop() = 0;  // thread-safe: accepts no more, drains, returns from run()

  // Binds the address: port() is known and clients wait from then on. Throws std::runtime_error when it
  // cannot. Raises the process's limit of open files as far as it is allowed to.
  static std::unique_ptr<Kernel> open(KernelOptions options, Handler handler, ErrorPage error_page);
};

}  // namespace web
