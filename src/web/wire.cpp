#include "web/wire.hpp"

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>

namespace web {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr auto linger_time = std::chrono::seconds(3);

}  // namespace

Wire::Wire(Socket socket, std::size_t buffer_limit) : socket_(std::move(socket)), buffer_(buffer_limit) {
  error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

std::string_view Wire::input() const {
  const auto data = buffer_.data();
  return {static_cast<const char*>(data.data()), data.size()};
}

void Wire::release_memory() {
  constexpr std::size_t usual = 16 * 1024;
  if (buffer_.capacity() > usual) buffer_.shrink_to_fit();
}

Awaitable<void> Wire::receive(std::size_t bytes) {
  expired_ = false;
  error_code ec;
  const auto space = buffer_.prepare(std::min(bytes, buffer_.max_size() - buffer_.size()));
  const std::size_t received = co_await socket_.async_read_some(space, asio::redirect_error(Awaiting(), ec));
  deadline_ = SteadyTime::max();
  if (interrupted_) throw Gone{};
  if (expired_) throw Refused{408};
  if (ec) throw Gone{};
  buffer_.commit(received);
}

Awaitable<void> Wire::send(std::array<asio::const_buffer, 2> buffers) {
  error_code ec;
  co_await asio::async_write(socket_, buffers, asio::redirect_error(Awaiting(), ec));
  deadline_ = SteadyTime::max();
  if (ec) throw Gone{};
}

Awaitable<void> Wire::linger() {
  error_code ec;
  socket_.shutdown(asio::socket_base::shutdown_send, ec);
  const SteadyTime until = std::chrono::steady_clock::now() + linger_time;
  std::array<char, 4096> discarded;
  while (!ec && !interrupted_ && std::chrono::steady_clock::now() < until) {
    deadline_ = until;
    co_await socket_.async_read_some(asio::buffer(discarded), asio::redirect_error(Awaiting(), ec));
  }
}

void Wire::expire(SteadyTime now) {
  if (now < deadline_) return;
  expired_ = true;
  deadline_ = SteadyTime::max();
  error_code ignored;
  socket_.cancel(ignored);
}

void Wire::interrupt() {
  interrupted_ = true;
  error_code ignored;
  socket_.cancel(ignored);
}

void Wire::close() {
  error_code ignored;
  socket_.close(ignored);
}

}  // namespace web
