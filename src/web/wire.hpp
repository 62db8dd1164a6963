// Internal to the kernel: one client's socket with its input buffer and its deadline. Used on the network's thread
// only.
#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <chrono>
#include <string_view>

// GCC 12, optimising, inlines Asio's allocation of coroutine frames but not its release, and takes them for a mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace web {

// The concrete executor, not any_io_executor: no virtual call and no allocation at each step.
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Awaiting = boost::asio::use_awaitable_t<Executor>;
template <class T>
using Awaitable = boost::asio::awaitable<T, Executor>;
using SteadyTime = std::chrono::steady_clock::time_point;

struct Gone {};  // the client closed, or the connection broke: nobody is there to answer
struct Refused {
  int status;
};  // the request is answered with this status, and the connection closed

class Wire {
 public:
  Wire(Socket socket, std::size_t buffer_limit);

  // Bytes received and not consumed yet.
  std::string_view input() const;
  void consume(std::size_t bytes) { buffer_.consume(bytes); }
  bool full() const { return buffer_.size() == buffer_.max_size(); }
  void release_memory();  // between two requests: what a large body needed

  // Waits for more input, `bytes` at most at once. Throws Gone; Refused{408} when the deadline passes.
  Awaitable<void> receive(std::size_t bytes);

  // Throws Gone, also when the deadline passes.
  Awaitable<void> send(std::array<boost::asio::const_buffer, 2> buffers);

  // Says that no more will be sent, then reads what still comes for a while: a client that is still writing when the
  // socket closes would lose the answer (RFC 9112 § 9.6).
  Awaitable<void> linger();

  void set_deadline(SteadyTime deadline) { deadline_ = deadline; }
  void expire(SteadyTime now);  // ends a wait whose deadline has passed
  void interrupt();             // ends a wait: it throws Gone
  void close();

  const Socket& socket() const { return socket_; }
  Executor executor() { return socket_.get_executor(); }

 private:
  Socket socket_;
  boost::beast::flat_buffer buffer_;
  SteadyTime deadline_ = SteadyTime::max();
  bool expired_ = false;
  bool interrupted_ = false;
};

}  // namespace web
