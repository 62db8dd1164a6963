// Internal to the kernel: what every connection shares. Used on the network's thread, but where said otherwise.
#pragma once

#include <boost/intrusive/list.hpp>
#include <string>

#include "web/kernel.hpp"
#include "web/wire.hpp"
#include "web/worker_pool.hpp"

namespace web {

// A place in the server's list of open connections, left on destruction.
class OpenConnection
    : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  virtual void check_deadline(SteadyTime now) = 0;
  virtual void drain() = 0;  // close if no request is under way
  virtual void close() = 0;

 protected:
  ~OpenConnection() = default;
};

struct Server {
  const KernelOptions& options;
  const Kernel::Handler& handler;       // called on the workers
  const Kernel::ErrorPage& error_page;  // called on any thread
  WorkerPool& workers;
  WorkerPool* waiters = nullptr;  // none when no request waits
  boost::intrusive::list<OpenConnection, boost::intrusive::constant_time_size<false>> connections = {};
  std::size_t uploads = 0;  // multipart bodies being received
  std::size_t open = 0;     // connections in the list
  bool draining = false;
  std::string date = {};  // of the `Date` header, renewed every second
};

}  // namespace web
