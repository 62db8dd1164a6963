#include "web/connection.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <exception>

#include "base/log.hpp"
#include "web/body_reader.hpp"

namespace web {

namespace asio = boost::asio;
using std::chrono::seconds;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t first_read = 4096;         // most requests fit
constexpr std::size_t input_limit = 128 * 1024;  // one large read while another's end is being decoded

// Answers made of a caller's mistake must not split: a line end in a header would begin another.
bool well_formed(const Response& response) {
  return std::none_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
    constexpr std::string_view breaking("\r\n\0", 3);
    return header.first.find_first_of(breaking) != std::string::npos ||
           header.second.find_first_of(breaking) != std::string::npos;
  });
}

// A client may send the header too: what the proxy added comes last.
std::string_view last_header(const Request& request, std::string_view name) {
  const auto found = std::find_if(request.headers.rbegin(), request.headers.rend(),
                                  [&](const auto& header) { return header.first == name; });
  return found == request.headers.rend() ? std::string_view() : std::string_view(found->second);
}

// An IPv4 client of a socket that listens on both families is written as IPv4.
std::string text_of(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address.to_string();
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
}

}  // namespace

Connection::Connection(Server& server, Socket socket)
    : server_(server),
      wire_(std::move(socket), std::max(server.options.limits.head_bytes + 1, input_limit)),
      worker_(server.workers, wire_.executor()),
      writer_(server, wire_, worker_) {
  boost::system::error_code ec;
  const auto end = wire_.socket().remote_endpoint(ec);
  if (!ec) peer_ = text_of(end.address());
  server_.connections.push_back(*this);
  ++server_.open;
}

Connection::~Connection() { --server_.open; }

Awaitable<void> Connection::serve() {
  for (bool open = true; open;) open = co_await serve_one();
  co_await wire_.linger();
}

Awaitable<void> Connection::turn_away() {
  co_await refuse(503);
  co_await wire_.linger();
}

Awaitable<bool> Connection::serve_one() {
  int refused = 0;
  request_ = {};
  try {
    co_await read_request();
    co_await handle();
    const bool open = keeps_alive();
    co_await writer_.write(response_, request_.method == Method::head,
                           open ? AfterAnswer::keep_open : AfterAnswer::close);
    co_return open;
  } catch (const Refused& refusal) {
    refused = refusal.status;
  }
  request_.files.clear();
  co_await refuse(refused);
  co_return false;
}

Awaitable<void> Connection::read_request() {
  parser_.emplace(request_, server_.options.limits);
  const std::size_t head_size = co_await receive_head();
  const int status = parser_->read_head(wire_.input().substr(0, head_size));
  wire_.consume(head_size);
  if (status != 0) throw Refused{status};
  identify_client();
  if (!parser_->has_body()) co_return;
  BodyReader body(server_, wire_, worker_, *parser_, request_);
  co_await body.read();
}

// The size of the head at the front of the input, once it is all there.
Awaitable<std::size_t> Connection::receive_head() {
  const KernelLimits& limits = server_.options.limits;
  if (wire_.input().empty()) {
    if (server_.draining) throw Gone{};
    idle_ = true;
    wire_.release_memory();
    wire_.set_deadline(steady_clock::now() + seconds(limits.idle_seconds));
    try {
      co_await wire_.receive(first_read);
    } catch (const Refused&) {
      throw Gone{};  // nothing was asked: nothing is answered
    }
    idle_ = false;
  }
  const SteadyTime deadline = steady_clock::now() + seconds(limits.head_seconds);
  for (std::size_t searched = 0;;) {
    const std::string_view input = wire_.input();
    const std::size_t end = input.find("\r\n\r\n", searched);
    const std::size_t size = end == std::string_view::npos ? input.size() : end + 4;
    if (size > limits.head_bytes) throw Refused{input.find("\r\n") > limits.head_bytes ? 414 : 431};
    if (end != std::string_view::npos) co_return size;
    searched = std::max<std::size_t>(input.size(), 3) - 3;
    wire_.set_deadline(deadline);
    co_await wire_.receive(first_read);
  }
}

void Connection::identify_client() {
  request_.remote_address = peer_;
  if (server_.options.trusted_proxy.empty() || peer_ != server_.options.trusted_proxy) return;
  request_.secure = last_header(request_, "x-forwarded-proto") == "https";
  std::string_view hops = last_header(request_, "x-forwarded-for");
  if (const std::size_t comma = hops.rfind(','); comma != std::string_view::npos) hops.remove_prefix(comma + 1);
  while (hops.starts_with(' ')) hops.remove_prefix(1);
  boost::system::error_code ec;
  const auto address = asio::ip::make_address(std::string(hops), ec);
  if (!ec) request_.remote_address = text_of(address);
}

Awaitable<void> Connection::handle() {
  auto work = [this] {
    try {
      response_ = server_.handler(request_);
      if (!well_formed(response_)) throw std::runtime_error("a line end in a response header");
      writer_.open_file(response_);
    } catch (const std::exception& error) {
      // The path is not written: it may hold the token of a link (P7).
      base::log(base::Severity::error, "handler_failed", {{"error", error.what()}});
      response_ = server_.error_page(500);
    }
    request_.files.clear();
  };
  if (server_.waiters == nullptr || !server_.options.waits(request_)) {
    co_await worker_.run(work);
    co_return;
  }
  WorkerHop waiter(*server_.waiters, wire_.executor());
  co_await waiter.run(work);
}

bool Connection::keeps_alive() const { return parser_->keep_alive() && !server_.draining; }

Awaitable<void> Connection::refuse(int status) {
  response_ = server_.error_page(status);
  if (status == 405) response_.header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE");
  if (status == 503) response_.header("Retry-After", "5");
  const bool without_body = parser_ && parser_->known_method() && request_.method == Method::head;
  co_await writer_.write(response_, without_body, AfterAnswer::close);
}

void Connection::drain() {
  if (idle_) wire_.interrupt();
}

void Connection::close() {
  wire_.interrupt();
  wire_.close();
}

}  // namespace web
