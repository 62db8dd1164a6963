// Internal to the kernel: one client's connection, request after request.
#pragma once

#include <optional>
#include <string>

#include "web/request_parser.hpp"
#include "web/response_writer.hpp"
#include "web/server.hpp"
#include "web/worker_hop.hpp"

namespace web {

class Connection final : public OpenConnection {
 public:
  Connection(Server& server, Socket socket);
  ~Connection();

  // Until the client errs or the server drains. Throws Gone.
  Awaitable<void> serve();

  // Answers 503 without reading anything: there are too many connections. Throws Gone.
  Awaitable<void> turn_away();

  void check_deadline(SteadyTime now) override { wire_.expire(now); }
  void drain() override;
  void close() override;

 private:
  Awaitable<bool> serve_one();  // whether another request may follow
  Awaitable<std::size_t> receive_head();
  Awaitable<void> read_request();
  Awaitable<void> handle();
  Awaitable<void> refuse(int status);
  void identify_client();
  bool keeps_alive() const;

  Server& server_;
  Wire wire_;
  WorkerHop worker_;
  ResponseWriter writer_;
  std::string peer_;  // the address at the other end of the socket
  bool idle_ = true;  // no byte of a next request has come
  Request request_;
  Response response_;
  std::optional<RequestParser> parser_;  // of the request under way
};

}  // namespace web
