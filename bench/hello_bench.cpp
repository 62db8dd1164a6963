// A small page over HTTP, side by side: what the kernel's guards, deadlines and pool of workers cost above bare Beast.
#include <arpa/inet.h>
#include <benchmark/benchmark.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "web/kernel.hpp"

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

const std::string page(1000, 'x');

constexpr std::string_view request =
    "GET /bonjour HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n"
    "Accept: text/html,application/xhtml+xml\r\nAccept-Language: fr\r\nSec-Fetch-Site: same-origin\r\n"
    "Cookie: session=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG\r\n\r\n";

// What Beast's own example does, on one thread.
class BareSession : public std::enable_shared_from_this<BareSession> {
 public:
  explicit BareSession(tcp::socket socket) : stream_(std::move(socket)) {
    stream_.socket().set_option(tcp::no_delay(true));
  }

  void read() {
    request_ = {};
    stream_.expires_after(std::chrono::seconds(30));
    http::async_read(stream_, buffer_, request_, [self = shared_from_this()](beast::error_code ec, std::size_t) {
      if (!ec) self->write();
    });
  }

 private:
  void write() {
    response_ = {http::status::ok, 11};
    response_.set(http::field::content_type, "text/html; charset=utf-8");
    response_.body() = page;
    response_.prepare_payload();
    http::async_write(stream_, response_, [self = shared_from_this()](beast::error_code ec, std::size_t) {
      if (!ec) self->read();
    });
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  http::request<http::string_body> request_;
  http::response<http::string_body> response_;
};

class BareBeast {
 public:
  BareBeast() {
    accept();  // before the thread: a context without work returns
    thread_ = std::jthread([this] { context_.run(); });
  }
  ~BareBeast() { context_.stop(); }
  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

 private:
  void accept() {
    acceptor_.async_accept([this](beast::error_code ec, tcp::socket socket) {
      if (ec) return;
      std::make_shared<BareSession>(std::move(socket))->read();
      accept();
    });
  }

  asio::io_context context_{1};
  tcp::acceptor acceptor_{context_, {asio::ip::make_address("127.0.0.1"), 0}};
  std::jthread thread_;
};

class OurKernel {
 public:
  OurKernel()
      : kernel_(web::Kernel::open(
            {}, [](web::Request&) { return web::html_response(200, page); },
            [](int status) { return web::text_response(status, ""); })) {}
  ~OurKernel() { kernel_->stop(); }
  std::uint16_t port() const { return kernel_->port(); }

 private:
  std::unique_ptr<web::Kernel> kernel_;
  std::jthread thread_{[this] { kernel_->run(); }};
};

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) std::abort();
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

void ask(int socket) {
  if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) < 0) std::abort();
}

// The size of an answer, the same each time: its head and the page.
std::size_t answer_size(int socket) {
  ask(socket);
  std::string answer;
  while (answer.find("\r\n\r\n") == std::string::npos || answer.size() < answer.find("\r\n\r\n") + 4 + page.size()) {
    std::array<char, 4096> piece{};
    const ssize_t count = ::recv(socket, piece.data(), piece.size(), 0);
    if (count <= 0) std::abort();
    answer.append(piece.data(), static_cast<std::size_t>(count));
  }
  return answer.size();
}

// Each iteration: one request on each of 64 connections, then the 64 answers. CPU is the process's, client included.
template <class Server>
void hello(benchmark::State& state) {
  Server server;
  std::array<int, 64> sockets{};
  for (int& socket : sockets) socket = connect_to(server.port());
  std::string answer(answer_size(sockets.front()), ' ');
  for (auto _ : state) {
    for (const int socket : sockets) ask(socket);
    for (const int socket : sockets)
      if (::recv(socket, answer.data(), answer.size(), MSG_WAITALL) <= 0) std::abort();
  }
  for (const int socket : sockets) ::close(socket);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sockets.size()));
}

BENCHMARK(hello<BareBeast>)->Name("hello/bare_beast")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(hello<OurKernel>)->Name("hello/kernel")->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
