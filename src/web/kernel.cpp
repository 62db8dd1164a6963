#include "web/kernel.hpp"

#include <fmt/chrono.h>
#include <sys/resource.h>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <ctime>
#include <exception>
#include <optional>

#include "base/log.hpp"
#include "web/connection.hpp"
#include "web/upload.hpp"

namespace web {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

namespace {

constexpr auto tick = std::chrono::milliseconds(100);  // how late a deadline may be seen

std::string http_date(std::time_t now) {
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", utc);  // fmt writes in the C locale
}

// Debian starts a process with 1024, for the sake of programs that use select(2).
void raise_open_files() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == files.rlim_max) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);  // on failure the limit stays, and accept() waits when it is met
}

// One thread for the network: it only moves bytes (some 50 000 small answers a second), so that its state needs no
// lock.
class BeastKernel final : public Kernel {
 public:
  BeastKernel(KernelOptions options, Handler handler, ErrorPage error_page)
      : options_(std::move(options)),
        handler_(std::move(handler)),
        error_page_(std::move(error_page)),
        server_{options_, handler_, error_page_, workers_},
        workers_(options_.workers, options_.queue),
        acceptor_(context_),
        ticker_(context_) {
    const tcp::endpoint endpoint(asio::ip::make_address(options_.address), options_.port);
    raise_open_files();
    if (!options_.temporary_folder.empty()) remove_abandoned_uploads(options_.temporary_folder);
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    acceptor_.bind(endpoint);
    acceptor_.listen();
    port_ = acceptor_.local_endpoint().port();
    if (options_.waits) server_.waiters = &waiters_.emplace(options_.waiters, options_.queue);
  }

  std::uint16_t port() const override { return port_; }

  void run() override {
    server_.date = http_date(std::time(nullptr));
    asio::co_spawn(context_, accept_clients(), asio::detached);
    asio::co_spawn(context_, watch_deadlines(), asio::detached);
    context_.run();
  }

  void stop() override {
    asio::post(context_, [this] { drain(); });
  }

 private:
  Awaitable<void> accept_clients() {
    while (acceptor_.is_open()) {
      error_code ec;
      Socket socket = co_await acceptor_.async_accept(asio::redirect_error(Awaiting(), ec));
      if (ec) {
        // Out of descriptors, most often: trying again at once would burn the processor.
        Timer pause(context_, tick);
        co_await pause.async_wait(asio::redirect_error(Awaiting(), ec));
        continue;
      }
      asio::co_spawn(context_, serve(std::move(socket)), asio::detached);
    }
  }

  Awaitable<void> serve(Socket socket) {
    const bool too_many = server_.open >= options_.limits.connections;
    Connection connection(server_, std::move(socket));
    try {
      if (too_many)
        co_await connection.turn_away();
      else
        co_await connection.serve();
    } catch (const Gone&) {
    } catch (const std::exception& error) {  // one connection's trouble, such as no memory, is not the others'
      base::log(base::Severity::error, "connection_failed", {{"error", error.what()}});
    }
  }

  // Ends when the kernel has drained: nothing is left in the context then, and run() returns.
  Awaitable<void> watch_deadlines() {
    for (std::time_t second = 0; !(server_.draining && server_.open == 0);) {
      error_code ec;
      ticker_.expires_after(tick);
      co_await ticker_.async_wait(asio::redirect_error(Awaiting(), ec));
      const auto now = std::chrono::steady_clock::now();
      for (OpenConnection& connection : server_.connections) {
        if (server_.draining && now >= drain_deadline_)
          connection.close();
        else
          connection.check_deadline(now);
      }
      if (const std::time_t current = std::time(nullptr); current != second) {
        second = current;
        server_.date = http_date(current);
      }
    }
  }

  void drain() {
    if (server_.draining) return;
    server_.draining = true;
    drain_deadline_ = std::chrono::steady_clock::now() + std::chrono::seconds(options_.limits.drain_seconds);
    error_code ignored;
    acceptor_.close(ignored);
    for (OpenConnection& connection : server_.connections) connection.drain();
  }

  const KernelOptions options_;
  const Handler handler_;
  const ErrorPage error_page_;
  Server server_;  // outlives the context, whose coroutines leave its list when they are destroyed
  asio::io_context context_{1};
  WorkerPool workers_;  // joined before the context that its jobs post to goes, as the next
  std::optional<WorkerPool> waiters_;
  Acceptor acceptor_;
  Timer ticker_;
  std::uint16_t port_ = 0;
  SteadyTime drain_deadline_;
};

}  // namespace

std::unique_ptr<Kernel> Kernel::open(KernelOptions options, Handler handler, ErrorPage error_page) {
  return std::make_unique<BeastKernel>(std::move(options), std::move(handler), std::move(error_page));
}

}  // namespace web
